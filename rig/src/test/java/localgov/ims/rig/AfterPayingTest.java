package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// From a letter to the receipt, and what becomes of both.
@ExtendWith(Stage.class)
class AfterPayingTest {
    private static final AtomicInteger POUNDS = new AtomicInteger(400);

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("without script", Stage::visitorWithoutScript),
                Named.of("on a phone", Stage::visitorOnAPhone));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aLetterIsPaidByItsLinkAndTheReceiptIsTrustedAndFollowed(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var pay = "Pay £%d.00".formatted(pounds);
        var payer = somebody.apply(stage)
                .opens("/pay?fund=11&reference=BJ99518409&amount=" + pounds, "Parking fines")
                .reads("We have filled this in from your letter.");
        payer.presses("Continue").sees("Your basket");
        payer.types("Email for your receipt (optional)", "cy at example.org")
                .presses(pay)
                .isTold("Enter an email address in the correct format, like name@example.com");
        payer.types("Email for your receipt (optional)", "cy@example.org")
                .presses(pay)
                .sees(pay)
                .presses(pay)
                .sees("Payment received");

        var receipt = payer.path();
        payer.presses("Email it").isTold("Enter an email address in the correct format, like name@example.com");
        payer.types("Email this receipt to", "cy@example.org")
                .presses("Email it")
                .sees("Payment received")
                .reads("Your receipt is on its way by email");
        var proof = payer.link("/verify/");
        payer.looksAt(proof.substring(proof.indexOf("/verify/"))).sees("This receipt is genuine");
        payer.looksAt("/verify/1.0").sees("We cannot confirm this receipt");

        payer.opens(receipt, "Payment received").follows("Where is my money?").sees("Where is my money?");
        payer.reads("Put on the account").reads("£%d.00: Parking fines".formatted(pounds));
        payer.opens("/track", "Where is my money?").presses("Find my payment").isTold("Enter your receipt number");
        payer.types("Receipt number", receipt.substring("/payments/".length()))
                .presses("Find my payment")
                .sees("Where is my money?")
                .reads("Received");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void theSamePaymentAgainIsAskedAbout(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var pay = "Pay £%d.00".formatted(pounds);
        var link = "/pay?fund=11&reference=BJ99518409&amount=" + pounds;
        var payer = somebody.apply(stage).opens(link, "Parking fines");
        payer.presses("Continue")
                .sees("Your basket")
                .presses(pay)
                .sees(pay)
                .presses(pay)
                .sees("Payment received");

        long fines = stage.credits("fund:11");
        payer.opens(link, "Parking fines").presses("Continue").sees("Your basket");
        payer.presses(pay).sees("Have you paid this already?").reads("The same amount was paid to this account");
        payer.presses("Do not pay again").sees("Your basket");
        assertThat(stage.credits("fund:11")).isEqualTo(fines);
        payer.presses(pay)
                .sees("Have you paid this already?")
                .presses(pay + " again")
                .sees(pay);
        payer.presses(pay).sees("Payment received");
        assertThat(stage.credits("fund:11") - fines).isEqualTo(pounds * 100L);
    }

    @Test
    void allOfItInWelshOnTheNarrowestPhone(Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var pay = "Talu £%d.00".formatted(pounds);
        var link = "/pay?lang=cy&fund=11&reference=BJ99518409&amount=" + pounds;
        var payer = stage.visitorInWelshOnANarrowPhone().opens(link, "Dirwyon parcio");
        payer.presses("Parhau")
                .sees("Eich basged")
                .presses(pay)
                .sees(pay)
                .presses(pay)
                .sees("Taliad wedi’i dderbyn");
        var proof = payer.link("/verify/");
        payer.follows("Ble mae fy arian?").sees("Ble mae fy arian?").reads("Wedi’i roi ar y cyfrif");
        payer.looksAt(proof.substring(proof.indexOf("/verify/"))).sees("Mae’r dderbynneb hon yn ddilys");
        payer.looksAt("/verify/1.0").sees("Ni allwn gadarnhau’r dderbynneb hon");
        payer.opens(link, "Dirwyon parcio").presses("Parhau").sees("Eich basged");
        payer.presses(pay).sees("Ydych chi wedi talu hwn yn barod?");
        payer.opens("/track", "Ble mae fy arian?")
                .presses("Dod o hyd i’m taliad")
                .isTold("Rhowch rif eich derbynneb");
        payer.opens("/pay/23", "Treth y Cyngor").page().locator("summary").click();
        payer.presses("Dangos beth sy’n ddyledus").isToldOfErrors();
    }

    @Test
    void whileTypingOneReadsWhetherTheReferenceFits(Stage stage) {
        var payer = stage.visitor().opens("/", "Pay the council");
        payer.types("The reference on it", "BJ99518409").reads("This is for: Parking fines");
        payer.types("The reference on it", "BJ99518490").reads("These two may have changed places");
        payer.examine();
    }

    @Test
    void aLetterIsMadeOfAnAccount(Stage stage) {
        var ann = stage.visitor().signsIn("finance");
        ann.looksAt("/office/accounts");
        ann.fills("q", "774952620").sends("/office/accounts");
        ann.follows("Link and QR code for a letter")
                .sees("Link and QR code for a letter")
                .reads("Scan to pay");
        ann.fills("amount", "12.345").presses("Make the link").isToldOfErrors();
        ann.fills("amount", "12.34").ticks("letter", "cy").presses("Make the link");
        ann.reads("Sganiwch i dalu").reads("amount=12.34");
        ann.examine();
        stage.visitorInWelshOnANarrowPhone()
                .signsIn("finance")
                .looksAt(ann.path())
                .sees("Dolen a chod QR ar gyfer llythyr");
    }

    @Test
    void theKeysOfReceiptsAreSeenAndReplaced(Stage stage) {
        var admin = stage.visitor().signsIn("admin");
        admin.looksAt("/office/settings/receipt-keys").sees("Keys of receipts");
        admin.presses("Replace the key").sees("Keys of receipts").reads("Another key signs from now on");
    }
}
