package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A payer pays the council, as payers do.
@ExtendWith(Stage.class)
class PayABillTest {
    private static final String FINE = "BJ99518409";
    private static final String COUNCIL_TAX = "774952620";

    /// More than anything of the demonstration's history: whoever pays the same again is asked about it.
    private static final AtomicInteger POUNDS = new AtomicInteger(300);

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("without script", Stage::visitorWithoutScript),
                Named.of("on a phone", Stage::visitorOnAPhone));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void twoBillsArePaidAtOnceByReferenceAndByFund(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        long fines = stage.credits("fund:11");
        long tax = stage.credits("fund:23");
        var payer = somebody.apply(stage).opens("/", "Pay the council");
        payer.presses("Find").isTold("Enter the reference on your letter or bill");
        payer.types("The reference on it", "BJ99518490")
                .presses("Find")
                .sees("Pay the council")
                .examine();
        payer.types("The reference on it", "bj 9951 8409").presses("Find").sees("Parking fines");
        payer.types("Amount to pay", pounds + ",00")
                .presses("Continue")
                .isTold("Use a full stop between pounds and pence, like 120.50");
        payer.types("Amount to pay", "" + pounds).presses("Continue").sees("Your basket");
        payer.follows("Add another bill").sees("Pay the council");
        payer.presses("Continue").isTold("Select what you want to pay");
        payer.chooses("Council tax").presses("Continue").sees("Council tax");
        payer.types("Council tax account number", "774952602")
                .types("Amount to pay", "" + (100 + pounds))
                .presses("Continue")
                .isTold(
                        "Council tax account number is not one we have issued. Check each letter and digit: two may have changed places");
        payer.types("Council tax account number", "77 495 2620")
                .presses("Continue")
                .sees("Your basket")
                .reads("£%d.00".formatted(100 + 2 * pounds));
        var pay = "Pay £%d.00".formatted(100 + 2 * pounds);
        payer.presses(pay).sees(pay).presses(pay);
        payer.sees("Payment received").reads("You paid £%d.00".formatted(100 + 2 * pounds));
        assertThat(stage.credits("fund:11") - fines).isEqualTo(pounds * 100L);
        assertThat(stage.credits("fund:23") - tax).isEqualTo(10_000 + pounds * 100L);
        stage.lawsHold();
    }

    @Test
    void aDeclinedCardTakesNothingAndTheBasketIsKeptForAnother(Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var pay = "Pay £%d.00".formatted(pounds);
        long fines = stage.credits("fund:11");
        var payer = readyToPayAFine(stage.visitor(), pounds);
        payer.presses("The bank declines the card")
                .sees("Your card was declined")
                .reads("No money was taken.");
        assertThat(stage.credits("fund:11")).isEqualTo(fines);
        payer.presses("Go back to your basket").sees("Your basket");
        payer.presses(pay).sees(pay).presses(pay).sees("Payment received");
        assertThat(stage.credits("fund:11") - fines).isEqualTo(pounds * 100L);
    }

    @Test
    void aPayerWhoCancelsHasPaidNothingAndMayEmptyTheBasket(Stage stage) {
        long fines = stage.credits("fund:11");
        var payer = readyToPayAFine(stage.visitor(), POUNDS.incrementAndGet());
        payer.presses("Cancel this payment").sees("You cancelled your payment").reads("No money was taken.");
        payer.presses("Go back to your basket").sees("Your basket");
        payer.presses("Remove Parking fines " + FINE).sees("Your basket").reads("There is nothing in your basket.");
        assertThat(stage.credits("fund:11")).isEqualTo(fines);
    }

    @Test
    void whoClosesTheBrowserAfterPayingHasPaidThoughNoMessageComes(Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        long fines = stage.credits("fund:11");
        stage.api().post("/sandbox/govuk-pay/faults", "{\"fault\":\"webhook_drop\",\"times\":20}");
        var payer = readyToPayAFine(stage.visitor(), pounds);
        payer.presses("Pay, then close the browser before returning").sees("You paid and closed the browser");
        payer.leave();
        for (int seconds = 0; seconds < 120 && stage.credits("fund:11") == fines; seconds++) {
            RunningIms.pause(Duration.ofSeconds(1));
        }
        stage.api().post("/sandbox/govuk-pay/faults", "{\"fault\":\"webhook_drop\",\"times\":0}");
        assertThat(stage.credits("fund:11") - fines).isEqualTo(pounds * 100L);
        stage.lawsHold();
    }

    static Stream<Named<Function<Stage, Visitor>>> readersOfWelsh() {
        return Stream.of(
                Named.of("with script on a phone", Stage::visitorOnAPhone),
                Named.of("without script", Stage::visitorWithoutScript));
    }

    @ParameterizedTest
    @MethodSource("readersOfWelsh")
    void aPayerReadsWelshFromTheFirstPageToTheLast(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var pay = "Talu £%d.50".formatted(pounds);
        var payer = somebody.apply(stage).opens("/", "Pay the council");
        payer.follows("Newid i’r Gymraeg: Cymraeg").sees("Talu’r cyngor");
        payer.presses("Dod o hyd iddo").isTold("Rhowch y cyfeirnod sydd ar eich llythyr neu’ch bil");
        payer.types("Y cyfeirnod sydd arno", COUNCIL_TAX)
                .presses("Dod o hyd iddo")
                .sees("Treth y Cyngor");
        payer.types("Swm i’w dalu", pounds + ".505")
                .presses("Parhau")
                .isTold("Ni all y swm gael mwy na 2 ddigid ar ôl y pwynt, fel 120.50");
        payer.types("Swm i’w dalu", pounds + ".50").presses("Parhau").sees("Eich basged");
        payer.presses(pay).sees(pay).presses(pay).sees("Taliad wedi’i dderbyn");
        assertThat(payer.page().locator("html").getAttribute("lang")).isEqualTo("cy");
    }

    @Test
    void aBillIsPaidWithTheKeyboardAlone(Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var pay = "Pay £%d.00".formatted(pounds);
        var payer = stage.visitor().opens("/", "Pay the council");
        payer.tabsTo("The reference on it").keys(FINE).enter().sees("Parking fines");
        payer.tabsTo("Amount to pay").keys("" + pounds).enter().sees("Your basket");
        payer.tabsTo(pay).enter().sees(pay);
        payer.tabsTo(pay).enter().sees("Payment received");
    }

    private static Visitor readyToPayAFine(Visitor payer, int pounds) {
        var pay = "Pay £%d.00".formatted(pounds);
        return payer.opens("/pay/11", "Parking fines")
                .types("Penalty charge notice number", FINE)
                .types("Amount to pay", pounds + ".00")
                .presses("Continue")
                .sees("Your basket")
                .presses(pay)
                .sees(pay);
    }
}
