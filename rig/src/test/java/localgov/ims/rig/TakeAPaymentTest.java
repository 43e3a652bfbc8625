package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Cal takes payments: at the desk by the keyboard alone, from the post, and over the telephone.
@ExtendWith(Stage.class)
class TakeAPaymentTest {
    private static final String COUNCIL_TAX = "774952620";
    private static final String FINE = "BJ99518409";

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor), Named.of("without script", Stage::visitorWithoutScript));
    }

    @Test
    void cashIsTakenAtTheDeskByTheKeyboardAlone(Stage stage) {
        long cash = stage.credits("fund:23");
        var cal = stage.visitor().signsIn("cashier").opens("/office/counter", "What I took today");
        cal.tabsTo("Take a payment").enter().sees("What is paid?");
        cal.tabsTo("Number, name, address or postcode").keys(COUNCIL_TAX);
        assertThat(cal.page().locator(".autocomplete__option")).containsText("Cy Pays");
        cal.examine();
        cal.page().keyboard().press("ArrowDown");
        cal.enter().sees("Council tax");
        assertThat(cal.page().url()).doesNotContain(COUNCIL_TAX);
        cal.tabsTo("Amount");
        cal.page().keyboard().press("Control+A");
        cal.keys("twelve").enter().isTold("Enter an amount in pounds and pence, such as 120.00");
        cal.tabsTo("Amount");
        cal.page().keyboard().press("Control+A");
        cal.keys("12.50").enter().sees("What is paid").reads("£12.50");
        cal.tabsTo("Go on to pay").enter().sees("How is £12.50 paid?");
        cal.tabsTo("Card taken by staff");
        cal.page().keyboard().press("ArrowDown");
        cal.tabsTo("Office").keys("Town");
        cal.tabsTo("Continue").enter().sees("Take £12.50: Cash");
        cal.tabsTo("Cash handed over").keys("10").enter().isTold("That is £2.50 too little");
        cal.tabsTo("Cash handed over");
        cal.page().keyboard().press("Control+A");
        cal.keys("20").enter().sees("Receipt").reads("Give £7.50 change");
        assertThat(stage.credits("fund:23") - cash).isEqualTo(12_50);
        for (var page : new String[] {"/take", "/how", ""}) {
            cal.page().navigate(cal.path().replace("/receipt", page));
            cal.sees("Receipt");
        }
        assertThat(stage.credits("fund:23") - cash).isEqualTo(12_50);
        stage.lawsHold();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void twoBillsArePaidByOneChequeFromThePost(Function<Stage, Visitor> somebody, Stage stage) {
        var cal = somebody.apply(stage).signsIn("cashier").opens("/office/counter", "What I took today");
        cal.presses("Take a payment").sees("What is paid?");
        cal.presses("Find account").isTold("Enter a number, a name, an address or a postcode");
        adds(cal, COUNCIL_TAX, "Council tax", "30.00");
        cal.presses("Add another").sees("What is paid?");
        adds(cal, FINE, "Parking fines", "35.00");
        cal.reads("£65.00").presses("Go on to pay").sees("How is £65.00 paid?");
        cal.page().getByLabel("By post").check();
        cal.presses("Continue").isTold("Choose what it is paid with");
        cal.page().getByLabel("Card taken by staff").check();
        cal.presses("Continue").isTold("That does not come by post");
        cal.page().getByLabel("Cheque").check();
        cal.page().getByLabel("Office").selectOption("PR");
        cal.types("Payer", "C Pays").presses("Continue").sees("Take £65.00: Cheque");
        cal.presses("I have taken £65.00").isTold("Enter the cheque number, 6 digits");
        cal.types("Cheque number", "000123")
                .types("Sort code", "20-00-00")
                .types("Account number on the cheque", "55779911")
                .presses("I have taken £65.00");
        cal.sees("Receipt").reads("000123");
        cal.types("Send the receipt to", "nobody")
                .presses("Send")
                .isTold("Enter one e-mail address, such as name@example.com");
        cal.follows("Take this payment back").sees("Take £65.00 back");
        cal.presses("Take it back").isTold("Say why it is taken back");
        cal.opens("/office/counter", "What I took today").reads("£65.00");
        stage.lawsHold();
    }

    private static void adds(Visitor cal, String number, String fund, String amount) {
        cal.fills("q", number).presses("Find account");
        cal.sees(fund);
        cal.fills("amount", amount).presses("Add");
        cal.sees("What is paid");
    }

    @Test
    void aCallersCardIsTypedOnTheProvidersPageAndNowhereElse(Stage stage) {
        long fines = stage.credits("fund:11");
        var cal = stage.visitor().signsIn("cashier").opens("/office/counter", "What I took today");
        cal.presses("Take a payment").sees("What is paid?");
        adds(cal, FINE, "Parking fines", "35.00");
        cal.presses("Go on to pay").sees("How is £35.00 paid?");
        cal.page().getByLabel("By telephone").check();
        cal.page().getByLabel("Card taken by staff").check();
        cal.page().getByLabel("Office").selectOption("CS");
        cal.types("Reference of the call or letter", "CALL-77").presses("Continue");
        cal.sees("Take £35.00: Card taken by staff");
        assertThat(cal.page().locator("main input:not([type=hidden])")).hasCount(0);
        cal.presses("Go to the card page for £35.00").sees("Pay £35.00").presses("Pay £35.00");
        cal.sees("Receipt").reads("CALL-77");
        assertThat(stage.credits("fund:11") - fines).isEqualTo(35_00);
        stage.lawsHold();
    }

    @Test
    void everyPageFitsANarrowPhoneInWelsh(Stage stage) {
        var cal = stage.visitorInWelshOnANarrowPhone().signsIn("cashier").looksAt("/office/counter");
        cal.presses("Derbyn taliad");
        cal.page().waitForURL(url -> url.endsWith("/find"));
        var self = cal.path().replace("/find", "");
        cal.examine();
        cal.presses("Chwilio am gyfrif").isToldOfErrors();
        cal.fills("q", COUNCIL_TAX).presses("Chwilio am gyfrif");
        cal.sees("Treth y Cyngor").fills("amount", "x").presses("Ychwanegu").isToldOfErrors();
        cal.fills("amount", "10").presses("Ychwanegu");
        cal.sees("Yr hyn a delir").looksAt(self + "/how");
        cal.ticks("came", "desk").presses("Parhau").isToldOfErrors();
        cal.ticks("method", "card-staff").page().locator("#office").selectOption("TH");
        cal.presses("Parhau").sees("Derbyn £10.00");
        cal.fills("slip", "4000000000000002").presses("Rwyf wedi derbyn £10.00").isToldOfErrors();
        cal.fills("slip", "0042").fills("authorisation", "A1B2").presses("Rwyf wedi derbyn £10.00");
        cal.sees("Derbynneb").looksAt(self + "/reverse");
        cal.presses("Gwrthdroi").isToldOfErrors();
        cal.looksAt("/office/counter");
    }
}
