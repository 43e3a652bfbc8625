package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import localgov.ims.accounts.Payable;
import localgov.ims.kernel.Money;
import localgov.ims.providers.ProviderSwitch;
import localgov.ims.sandbox.OnAPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a provider would turn away for its amount is not sent to it.
@OnAPort
class BoundsOfAccountsTest extends WithAProvider {
    private void bounds(String least, String most) {
        ProviderSwitch.bounds(app, "account-" + pay.account.substring(0, 8).toLowerCase(Locale.ROOT), least, most);
    }

    private static Basket.Line fine(long pence) {
        return new Basket.Line("11", "BJ99518409", Money.pence(pence), null);
    }

    private static Basket.Line garden(long pence) {
        return new Basket.Line("GW", "GW123456", Money.pence(pence), null);
    }

    private Created create(Basket.Line... lines) {
        return within(() -> here.payments.create(Basket.of(List.of(lines)), Asking.anew("api:till", "api")));
    }

    private static String problem(Created created) {
        return created instanceof Created.Refused(var problems)
                ? problems.stream()
                        .map(problem -> "%d %s %s %s"
                                .formatted(
                                        problem.line(),
                                        problem.field(),
                                        problem.code(),
                                        problem.values().get("limit")))
                        .toList()
                        .toString()
                : "made";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            fine | garden | answer
            29   | -      | [0 amount too-little £0.30]
            30   | -      | made
            29   | 1      | made
            10   | 10     | [-1 lines too-little £0.30]
            5000 | -      | made
            5001 | -      | [0 amount too-much £50.00]
            2500 | 2500   | made
            2500 | 2501   | [-1 lines too-much £50.00]
            """)
    void onePaymentIsWithinWhatTheAccountTakes(long fine, Long garden, String answer) {
        bounds("0.30", "50.00");
        var lines = garden == null ? Stream.of(fine(fine)) : Stream.of(fine(fine), garden(garden));
        assertThat(problem(create(lines.toArray(Basket.Line[]::new)))).isEqualTo(answer);
    }

    @Test
    void whereNothingIsWrittenDownTheProvidersOwnCount() {
        assertThat(problem(create(fine(1)))).isEqualTo("made");
    }

    @Test
    void aBillThatIsTooMuchIsRefusedAtOnceAndOneThatMayStillGrowIsNot() {
        bounds("0.30", "50.00");
        var much = within(() -> here.payments.check(fine(5_001), "portal"));
        assertThat(much).isInstanceOfSatisfying(Payable.No.class, no -> {
            assertThat(no.field()).isEqualTo("amount");
            assertThat(no.code()).isEqualTo("too-much");
        });
        assertThat(within(() -> here.payments.check(fine(10), "portal"))).isInstanceOf(Payable.Yes.class);
    }

    @Test
    void whatWasMadeBeforeTheBoundsChangedIsNotSentThere() {
        var payment = within(() -> here.create(fine(2_000)));
        bounds("", "10.00");
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOfSatisfying(
                        Going.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Created.Problem::code)
                                .containsExactly("too-much"));
        assertThat(within(() -> here.now(payment)).provider()).isEmpty();
        bounds("", "");
        assertThat(within(() -> here.payments.start(payment.id(), Workshop.VISIT)))
                .isInstanceOf(Going.ToProvider.class);
    }
}
