package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentStateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            state     | may become
            CREATED   | CANCELLED EXPIRED UNKNOWN
            STARTED   | PAID FAILED CANCELLED EXPIRED UNKNOWN
            UNKNOWN   | CREATED STARTED PAID FAILED CANCELLED EXPIRED
            FAILED    | PAID
            CANCELLED | PAID
            EXPIRED   | PAID
            PAID      | FAILED
            """)
    void theLifeOfAPaymentIsATable(PaymentState state, String next) {
        var wanted = next == null ? "" : next;
        assertThat(Arrays.stream(PaymentState.values())
                        .filter(state::mayBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotPaidCanStillTurnOutToBePaidOnceAProviderWasAsked(PaymentState state) {
        var never = EnumSet.of(PaymentState.CREATED, PaymentState.PAID);
        assertThat(state.mayBecome(PaymentState.PAID)).isEqualTo(!never.contains(state));
    }

    @Test
    void whatIsPaidIsPaidUnlessItsProviderCouldNotCollectIt() {
        assertThat(Arrays.stream(PaymentState.values()).filter(PaymentState.PAID::mayBecome))
                .containsExactly(PaymentState.FAILED);
    }
}
