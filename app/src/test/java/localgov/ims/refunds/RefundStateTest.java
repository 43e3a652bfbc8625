package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundStateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PROPOSED  | ASKED APPROVED WITHDRAWN
        ASKED     | APPROVED DECLINED WITHDRAWN LAPSED
        APPROVED  | SENDING SENT FAILED GIVEN_UP
        SENDING   | APPROVED UNKNOWN SUBMITTED SENT FAILED
        UNKNOWN   | SENDING SUBMITTED SENT FAILED
        SUBMITTED | SENT FAILED
        SENT      | FAILED
        FAILED    | APPROVED SENT REPLACED GIVEN_UP
        REPLACED  | FAILED
        DECLINED  |
        WITHDRAWN |
        LAPSED    |
        GIVEN_UP  |
        """)
    void theLifeOfARefundIsATable(RefundState from, String to) {
        var possible = Arrays.stream(RefundState.values())
                .filter(from::mayBecome)
                .map(Enum::name)
                .collect(Collectors.joining(" "));
        assertThat(possible.split(" ")).containsExactlyInAnyOrder(to == null ? new String[] {""} : to.split(" "));
    }
}
