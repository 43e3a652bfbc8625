package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The lives of agreements and of their payments, as tables.
class InstalmentStateTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
        state      | may become
        DUE        | COLLECTING COLLECTED CANCELLED
        COLLECTING | DUE FAILED COLLECTED MISSED CANCELLED
        FAILED     | COLLECTING COLLECTED CANCELLED
        COLLECTED  | FAILED MISSED
        MISSED     | COLLECTED
        CANCELLED  | COLLECTED
        """, delimiter = '|', useHeadersInDisplayName = true)
    void aPaymentOfAPlanTakesNoOtherStep(InstalmentState state, String next) {
        assertThat(Arrays.stream(InstalmentState.values())
                        .filter(state::mayBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        state      | may become                       | over
        PROPOSED   | SETTING_UP CANCELLED NOT_SET_UP  | no
        SETTING_UP | ACTIVE CANCELLED NOT_SET_UP      | no
        ACTIVE     | ENDED CANCELLED                  | no
        ENDED      |                                  | yes
        CANCELLED  |                                  | yes
        NOT_SET_UP |                                  | yes
        """, delimiter = '|', useHeadersInDisplayName = true, emptyValue = "")
    void anAgreementTakesNoOtherStep(AgreementState state, String next, String over) {
        assertThat(Arrays.stream(AgreementState.values())
                        .filter(state::mayBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(next == null ? "" : next);
        assertThat(state.isOver()).isEqualTo(over.equals("yes"));
    }
}
