package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
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

/// Ann asks for money to be given back, Ben decides: to a card, by bank, and across the counter.
@ExtendWith(Stage.class)
class GiveMoneyBackTest {
    private static final String FINE = "BJ99518409";
    private static final AtomicInteger POUNDS = new AtomicInteger(900);
    private static final int LOOKS = 60;

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor), Named.of("without script", Stage::visitorWithoutScript));
    }

    /// Cy pays a fine by card.
    private static int paidByCard(Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var pay = "Pay £%d.00".formatted(pounds);
        stage.visitor()
                .opens("/pay?fund=11&reference=%s&amount=%d".formatted(FINE, pounds), "Parking fines")
                .presses("Continue")
                .sees("Your basket")
                .presses(pay)
                .sees(pay)
                .presses(pay)
                .sees("Payment received");
        return pounds;
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

    private static Visitor asking(Visitor ann, Stage stage, int pounds) {
        ann.looksAt(receipt(stage, pounds));
        return ann.looksAt(ann.link("/office/refunds/of/"));
    }

    /// Comes back to the page until it says this: what goes to a provider goes by itself.
    private static void comesTo(Visitor who, String path, String words) {
        for (int look = 0; look < LOOKS; look++) {
            who.page().navigate(path);
            if (who.page().locator("main .govuk-tag").first().textContent().contains(words)) {
                who.examine();
                return;
            }
            who.page().waitForTimeout(1_000);
        }
        throw new AssertionError("%s does not come to “%s”".formatted(path, words));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void whatAnnAsksForAndBenApprovesReachesTheCard(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = paidByCard(stage);
        var sum = "£%d.00".formatted(pounds);
        var ann = asking(somebody.apply(stage).signsIn("finance"), stage, pounds);
        ann.sees("Give money back").reads("back to the card it was paid with");
        ann.fills("amount-1", "thousand")
                .presses("Ask for it")
                .isTold("Enter an amount in pounds and pence, such as 120.00");
        ann.fills("amount-1", pounds + ".00").presses("Ask for it").isTold("Enter why it is given back");
        ann.fills("amount-1", pounds + ".01")
                .fills("reason", "Paid by two people")
                .presses("Ask for it")
                .isTold("Only %s of it is left".formatted(sum));
        ann.fills("amount-1", "" + pounds).presses("Ask for it").sees("Refund of " + sum);
        ann.reads("Waits for approval");
        var refund = ann.path();
        var approval = ann.link("/office/approvals/");
        ann.looksAt(approval).reads("so a colleague has to decide");

        var ben = somebody.apply(stage).signsIn("approver").looksAt(approval);
        ben.reads("to the card it was paid with").decides("approve").examine();
        comesTo(ann, refund, "Given back");
        ann.looksAt("/office/refunds?show=sent").reads(sum);
        ann.looksAt(receipt(stage, pounds));
        stage.lawsHold();
    }

    @Test
    void whatBenDeclinesByTheKeyboardAloneStays(Stage stage) {
        int pounds = paidByCard(stage);
        var ann = asking(stage.visitor().signsIn("finance"), stage, pounds);
        ann.tabsTo("Why is it given back?").keys("The fine was right");
        ann.tabsTo("Ask for it").enter().sees("Refund of £%d.00".formatted(pounds));
        var refund = ann.path();
        var ben = stage.visitor().signsIn("approver").looksAt(ann.link("/office/approvals/"));
        ben.tabsTo("Decline").enter().isToldOfErrors();
        ben.tabsTo("Why you decline it").keys("It was due");
        ben.tabsTo("Decline").enter();
        ben.page().waitForURL(url -> url.contains("/office/approvals"));
        ben.examine();
        comesTo(ann, refund, "Declined");
        ann.reads("It was due");
        asking(ann, stage, pounds).sees("Give money back");
        stage.lawsHold();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void whatWasPaidInCashIsPaidFromFinancesList(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var line = "{\"fund\": \"11\", \"account\": \"%s\", \"amount\": %d00}".formatted(FINE, pounds);
        var paid = stage.api()
                .post(
                        "/api/v1/payments",
                        "{\"lines\": [%s], \"payer\": \"C Pays\", \"method\": \"cash\"}".formatted(line));
        assertThat(paid.status()).as(paid.text()).isEqualTo(201);
        var ann = asking(somebody.apply(stage).signsIn("finance"), stage, pounds);
        ann.reads("Bank details are not kept here")
                .fills("payee", "D Pays")
                .fills("reason", "Paid for somebody else")
                .presses("Ask for it")
                .sees("Refund of £%d.00".formatted(pounds));
        var refund = ann.path();
        var ben = somebody.apply(stage).signsIn("approver").looksAt(ann.link("/office/approvals/"));
        ben.reads("by bank transfer to D Pays").decides("approve").examine();

        ann.opens("/office/refunds/bank", "Refunds to pay by bank").reads("D Pays");
        ann.looksAt(refund).presses("It has been paid").isTold("Enter the day on which the bank paid it");
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        ann.fills("paid-day", "" + today.getDayOfMonth())
                .fills("paid-month", "" + today.getMonthValue())
                .fills("paid-year", "" + today.getYear())
                .presses("It has been paid");
        comesTo(ann, refund, "Given back");
        stage.lawsHold();
    }

    /// A refund that its card does not take.
    private static String failed(Stage stage, Visitor ann, int pounds, String ask) {
        ann.page()
                .request()
                .post(
                        "/sandbox/govuk-pay/faults",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData("{\"fault\": \"refund_fails\", \"times\": 1, \"on\": \"refund\"}"));
        asking(ann, stage, pounds).fills("reason", "Paid by two people").presses(ask);
        ann.page().waitForURL(url -> !url.contains("/of/"));
        ann.examine();
        var refund = ann.path();
        stage.visitor()
                .signsIn("approver")
                .looksAt(ann.link("/office/approvals/"))
                .decides("approve");
        return refund;
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void whatTheCardDoesNotTakeGoesByBank(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = paidByCard(stage);
        var sum = "£%d.00".formatted(pounds);
        var ann = somebody.apply(stage).signsIn("finance");
        var failed = failed(stage, ann, pounds, "Ask for it");
        comesTo(ann, failed, "Failed");
        ann.looksAt(ann.link("/by-bank")).sees("Pay %s by bank instead".formatted(sum));
        ann.fills("payee", "").fills("reason", "").presses("Ask for it").isToldOfErrors();
        ann.fills("payee", "C Pays").fills("reason", "The card is closed").presses("Ask for it");
        ann.sees("Refund of " + sum).reads("Waits for approval");
        var bank = ann.path();
        var ben = somebody.apply(stage).signsIn("approver").looksAt(ann.link("/office/approvals/"));
        ben.reads("which the card did not take").decides("approve").examine();
        comesTo(ann, failed, "Goes by bank instead");
        comesTo(ann, bank, "To pay by bank");
        stage.lawsHold();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void whatCalTookByMistakeGoesBackAcrossTheCounter(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var sum = "£%d.00".formatted(pounds);
        var cal = somebody.apply(stage).signsIn("cashier").opens("/office/counter", "What I took today");
        cal.presses("Take a payment").sees("What is paid?");
        cal.fills("q", FINE).presses("Find account").sees("Parking fines");
        cal.fills("amount", "" + pounds).presses("Add").sees("What is paid");
        cal.presses("Go on to pay").sees("How is %s paid?".formatted(sum));
        cal.chooses("At the desk").chooses("Cash");
        cal.page().locator("#office").selectOption("TH");
        cal.presses("Continue").sees("Take %s: Cash".formatted(sum));
        cal.types("Cash handed over", "" + pounds)
                .presses("I have taken " + sum)
                .sees("Receipt");
        var receipt = cal.path();
        cal.follows("Take this payment back").sees("Take %s back".formatted(sum));
        cal.presses("Take it back").isToldOfErrors();
        cal.fills("reason", "Wrong account").ticks("done", "yes").presses("Take it back");
        cal.sees("Receipt").reads("asked to take it back");

        var ben = somebody.apply(stage).signsIn("approver").looksAt("/office/approvals");
        ben.looksAt(ben.linkSaying("Take back " + sum)).decides("approve").examine();
        cal.opens(receipt, "Receipt").reads("Taken back on");
        cal.opens("/office/counter", "What I took today").reads("Taken back");
        stage.visitor().signsIn("finance").looksAt("/office").reads("went back");
        stage.lawsHold();
    }

    @Test
    void everyPageOfItFitsANarrowPhoneInWelsh(Stage stage) {
        int pounds = paidByCard(stage);
        var ann = stage.visitorInWelshOnANarrowPhone().signsIn("finance");
        for (var list : new String[] {"", "?show=under-way", "?show=sent", "?show=not", "?show=all", "/bank"}) {
            ann.looksAt("/office/refunds" + list);
        }
        asking(ann, stage, pounds).sees("Rhoi arian yn ôl");
        ann.fills("amount-1", "x").presses("Gofyn amdano").isToldOfErrors();
        var failed = failed(stage, ann, pounds, "Gofyn amdano");
        comesTo(ann, failed, "Methodd");
        ann.looksAt(ann.link("/by-bank"));
        ann.fills("payee", "").fills("reason", "").presses("Gofyn amdano").isToldOfErrors();
        ann.looksAt("/office");
        ann.looksAt("/office/payments/unclear");
        var admin = stage.visitorInWelshOnANarrowPhone().signsIn("admin");
        admin.looksAt("/office/settings/payment-provider-accounts");
        admin.looksAt(admin.link("/office/settings/payment-provider-accounts/"));
        stage.lawsHold();
    }
}
