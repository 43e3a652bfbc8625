package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import org.junit.jupiter.api.Test;

/// What another system had made is paid by whoever that system sends, and by nobody who only knows its number.
class EntrancesTest extends PayerJourney {
    private String made(long pence) {
        within(() -> app.getBean(Payments.class)
                .create(
                        new Basket(
                                List.of(new Basket.Line("11", "BJ99518409", Money.pence(pence), null)),
                                null,
                                null,
                                "https://parking.example/thanks"),
                        Asking.anew("api:parking", "api")));
        return "/payments/" + reference();
    }

    private static String token(String entrance) {
        return entrance.replaceFirst(".*token=", "");
    }

    @Test
    void whoeverKnowsOnlyTheNumberIsLedToWhereTheMoneyIsAndNothingIsBegun() {
        var path = made(41_00);
        payer.get(path + "/pay");
        assertThat(payer.path()).isEqualTo(path + "/progress");
        assertThat(payer.page().text()).doesNotContain("BJ99518409");
        assertThat(payment().state()).isEqualTo(PaymentState.CREATED);
        assertThat(payer.redirectOf(path + "/pay?token=")).isEqualTo(path);
    }

    @Test
    void theAddressThatTheSystemWasGivenLeadsToTheCardPageEachTime() {
        made(41_10);
        var entrance = entrance();
        payer.get(entrance);
        assertThat(payer.path()).startsWith("/sandbox/govuk-pay/");
        new Payer(port).get(entrance);
        assertThat(entrance()).as("the same for the same payment").isEqualTo(entrance);
        pay.outcome(providerReference(), "success");
        var path = "/payments/" + reference();
        payer.get(entrance);
        assertThat(payment().state()).isEqualTo(PaymentState.PAID);
        assertThat(payer.path()).as("paid, and read by nobody but its payer").isEqualTo(path + "/progress");
    }

    @Test
    void aTokenThatWasChangedAndOneOfAnotherPaymentOpenNothing() {
        made(41_20);
        var other = token(entrance());
        var path = made(41_30);
        var own = token(entrance());
        int lastButOne = own.length() - 2;
        var changed = own.charAt(lastButOne) == 'A' ? "B" : "A";
        for (var wrong : List.of(
                other,
                own.replaceFirst("^1\\.........\\.", "1.00000000."),
                own.substring(0, lastButOne) + changed + own.substring(lastButOne + 1),
                "1",
                "%00")) {
            assertThat(payer.redirectOf(path + "/pay?token=" + wrong)).as(wrong).isEqualTo(path);
        }
        assertThat(payment().state()).isEqualTo(PaymentState.CREATED);
        assertThat(payer.get(path + "/pay?token=" + own).path()).startsWith("/sandbox/govuk-pay/");
    }

    @Test
    void aTokenThatWasSignedForAnotherPurposeOpensNothing() {
        var path = made(41_40);
        var value = payment().reference().value();
        var agreement = within(
                () -> app.getBean(SignedLinks.class).sign("agreement", value).orElseThrow());
        assertThat(payer.redirectOf(path + "/pay?token=" + agreement)).isEqualTo(path);
    }
}
