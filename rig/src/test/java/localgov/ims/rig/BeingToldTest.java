package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A receipt that does not reach its payer: who notices, and what they do about it.
@ExtendWith(Stage.class)
class BeingToldTest {
    /// Whoever carries it is asked after a minute whether it arrived.
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    void aReceiptThatDidNotArriveIsNoticedAndSentToTheAddressThatWasPutRight(Stage stage) throws Exception {
        var pay = "Pay £601.00";
        var payer = stage.visitor().opens("/pay?fund=11&reference=BJ99518409&amount=601", "Parking fines");
        payer.presses("Continue").sees("Your basket");
        payer.types("Email for your receipt (optional)", "perm-fail@simulator.notify")
                .presses(pay)
                .sees(pay)
                .presses(pay)
                .sees("Payment received");

        var ann = stage.visitor().signsIn("finance");
        awaitFailure(ann);
        ann.sees("Messages that have not arrived");
        ann.page().locator("tbody a").first().click();
        ann.sees("Receipt").reads("GOV.UK Notify: permanent-failure");
        ann.types("Send it to another address", "cy at example.org")
                .presses("Send to this address")
                .isTold("Enter an email address, like name@example.org");
        var welsh = stage.visitorInWelshOnANarrowPhone().signsIn("finance");
        welsh.looksAt(ann.path().replace("/address", "")).sees("Derbynneb");
        welsh.looksAt("/office/messages").sees("Negeseuon nad ydynt wedi cyrraedd");
        ann.types("Send it to another address", "cy@example.org")
                .presses("Send to this address")
                .sees("Messages that have not arrived")
                .reads("The message is on its way to the other address.");
        assertThat(ann.page().content()).doesNotContain("example.org").doesNotContain("simulator.notify");
    }

    private static void awaitFailure(Visitor ann) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            ann.looksAt("/office/messages");
            if (ann.page().content().contains("permanent-failure")) {
                return;
            }
            Thread.sleep(2_000);
        } while (System.nanoTime() < end);
        throw new AssertionError("Nobody noticed that the receipt did not arrive");
    }
}
