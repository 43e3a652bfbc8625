package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Prices that Cal does not type, and what becomes of what was taken: copies of the receipt, and a cheque that the
/// bank does not pay.
@ExtendWith(Stage.class)
class AfterTheCounterTest {
    private static final String FINE = "BJ99518409";
    private static final AtomicInteger POUNDS = new AtomicInteger(810);

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor), Named.of("without script", Stage::visitorWithoutScript));
    }

    private static Visitor begins(Visitor cal) {
        return cal.opens("/office/counter", "What I took today")
                .presses("Take a payment")
                .sees("What is paid?");
    }

    /// Cal takes a cheque for a fine at the desk.
    private static Visitor takesACheque(Visitor cal, int pounds) {
        var sum = "£%d.00".formatted(pounds);
        begins(cal).fills("q", FINE).presses("Find account").sees("Parking fines");
        cal.fills("amount", "" + pounds).presses("Add").sees("What is paid");
        cal.presses("Go on to pay").sees("How is %s paid?".formatted(sum));
        cal.ticks("came", "desk").ticks("method", "cheque").picks("office", "TH");
        cal.presses("Continue").sees("Take %s: Cheque".formatted(sum));
        cal.types("Cheque number", "%06d".formatted(pounds))
                .types("Sort code", "20-00-00")
                .types("Account number on the cheque", "55779911")
                .presses("I have taken " + sum);
        return cal.sees("Receipt");
    }

    /// Where its receipt is in the office.
    private static String receipt(Stage stage, int pounds) {
        var found = stage.api()
                .get("/api/v1/receipts?fund=11&amount=%d00".formatted(pounds))
                .json()
                .get("receipts")
                .get(0);
        return "/office/receipts/%d-%d"
                .formatted(found.get("journal").asLong(), found.get("line").asInt());
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aPriceIsReadAndNotTypedAndOneThatStaffMayChangeIsFilledIn(Function<Stage, Visitor> somebody, Stage stage) {
        var cal = begins(somebody.apply(stage).signsIn("cashier"));
        cal.fills("q", "ALS/1234/5678").presses("Find account").sees("Landlord accreditation");
        cal.reads("The price is").reads("£75.00");
        assertThat(cal.page().locator("main [name=amount]")).hasCount(0);
        cal.presses("Add").sees("What is paid").reads("£75.00");

        cal.presses("Add another").sees("What is paid?");
        cal.fills("q", "RF1912345678901").presses("Find account").sees("Birth, death and marriage certificates");
        cal.reads("The price is £12.50. You may take another amount.");
        assertThat(cal.page().locator("main [name=amount]")).hasValue("12.50");
        cal.fills("amount", "lots").presses("Add").isToldOfErrors();
        cal.fills("amount", "10").presses("Add").sees("What is paid").reads("£85.00");

        cal.presses("Go on to pay").sees("How is £85.00 paid?");
        cal.ticks("came", "desk").ticks("method", "cash").picks("office", "TH");
        cal.presses("Continue").sees("Take £85.00: Cash");
        cal.types("Cash handed over", "90").presses("I have taken £85.00");
        cal.sees("Receipt").reads("Give £5.00 change");
        stage.lawsHold();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void theBankReturnsAChequeAndTheBillIsUnpaidAgain(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        takesACheque(stage.visitor().signsIn("cashier"), pounds);
        var title = "£%d.00 returned unpaid".formatted(pounds);
        var today = LocalDate.now(ZoneId.of("Europe/London"));

        var ann = somebody.apply(stage).signsIn("finance").looksAt(receipt(stage, pounds));
        ann.presses("Returned unpaid by the bank").sees(title);
        ann.presses("Write down that it was returned").isToldOfErrors();
        ann.fills("reason", "refer to drawer");
        writesDay(ann, today.plusDays(1));
        ann.presses("Write down that it was returned").isToldOfErrors();
        writesDay(ann, today);
        ann.presses("Write down that it was returned").reads("is written down as returned unpaid.");
        ann.reads("Returned unpaid by the bank");
        ann.examine();
        assertThat(ann.path()).isEqualTo(receipt(stage, pounds));

        ann.page().navigate(receipt(stage, pounds) + "/returned");
        assertThat(ann.path()).as("it is written down once").isEqualTo(receipt(stage, pounds));
        ann.looksAt("/office/receipts/%s".formatted(receipt(stage, pounds).replaceFirst(".*/", "")));
        assertThat(ann.page().locator("main a[href$='/email']")).hasCount(0);
        stage.lawsHold();
    }

    private static void writesDay(Visitor who, LocalDate day) {
        who.fills("day-day", "" + day.getDayOfMonth())
                .fills("day-month", "" + day.getMonthValue())
                .fills("day-year", "" + day.getYear());
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aCopyOfTheReceiptGoesOutByEmail(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var cal = takesACheque(stage.visitor().signsIn("cashier"), pounds);
        cal.types("Send the receipt to", "cy@example.org").presses("Send").reads("The receipt is on its way.");

        var ann = somebody.apply(stage).signsIn("finance").looksAt(receipt(stage, pounds));
        ann.presses("Email this receipt").sees("Email this receipt").reads("what you send now is marked as a copy");
        ann.fills("email", "cy at example.org").presses("Send the receipt").isToldOfErrors();
        ann.fills("email", "cy.again@example.org").ticks("language", "en").presses("Send the receipt");
        ann.reads("The receipt is on its way by email.");
        ann.examine();
        assertThat(ann.path()).isEqualTo(receipt(stage, pounds));
    }

    @Test
    void bothPagesInWelshOnTheNarrowestPhone(Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        takesACheque(stage.visitor().signsIn("cashier"), pounds);
        var ann = stage.visitorInWelshOnANarrowPhone().signsIn("finance").looksAt(receipt(stage, pounds));
        ann.presses("E-bostio’r dderbynneb hon").sees("E-bostio’r dderbynneb hon");
        ann.fills("email", "").presses("Anfon y dderbynneb").isToldOfErrors();
        ann.fills("email", "cy@example.org").ticks("language", "cy").presses("Anfon y dderbynneb");
        ann.reads("Mae’r dderbynneb ar ei ffordd drwy e-bost.");

        ann.looksAt(receipt(stage, pounds)).presses("Dychwelwyd heb ei dalu gan y banc");
        ann.sees("Dychwelwyd £%d.00 heb ei dalu".formatted(pounds));
        ann.presses("Nodi iddo gael ei ddychwelyd").isToldOfErrors();
        ann.fills("reason", "cyfeirio at y llofnodwr");
        writesDay(ann, LocalDate.now(ZoneId.of("Europe/London")));
        ann.presses("Nodi iddo gael ei ddychwelyd").reads("gael ei ddychwelyd heb ei dalu.");
        ann.examine();
        stage.lawsHold();
    }

    @Test
    void aPriceInWelshOnTheNarrowestPhone(Stage stage) {
        var cal = stage.visitorInWelshOnANarrowPhone().signsIn("cashier").looksAt("/office/counter");
        cal.presses("Derbyn taliad").sees("Beth sy’n cael ei dalu?");
        cal.fills("q", "ALS/1234/5678").presses("Chwilio am gyfrif").sees("Achredu landlordiaid");
        cal.reads("Y pris yw").reads("£75.00");
        cal.presses("Ychwanegu").sees("Yr hyn a delir").reads("£75.00");
    }
}
