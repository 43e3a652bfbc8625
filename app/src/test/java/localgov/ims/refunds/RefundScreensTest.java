package localgov.ims.refunds;

import static localgov.ims.people.Permission.ASK_REFUNDS;
import static localgov.ims.people.Permission.SEE_REFUNDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Payment;
import localgov.ims.payments.TakenPayments;
import localgov.ims.people.Ageing;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.Laws;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Asking for money back, deciding about it, and paying it by bank, on pages.
@WithCouncil
class RefundScreensTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Catalogue catalogue;

    @Autowired
    TakenPayments taken;

    @Autowired
    Refunds refunds;

    @Autowired
    People people;

    @Autowired
    Laws laws;

    @Autowired
    JdbcClient db;

    @Autowired
    InstantSource clock;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
    }

    @AfterEach
    void theLawsHold() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    /// Cy paid a fine and a garden bin at the counter.
    private Received paid(String method) {
        var basket = new Basket(
                List.of(
                        new Basket.Line("11", "BJ99518409", Money.pence(3_500), null),
                        new Basket.Line("GW", "GW123456", Money.pence(4_500), "Brown bin")),
                "Cy Pays",
                null,
                null);
        Payment payment = within(() -> ((Created.New)
                        taken.take(basket, catalogue.now().method(method).orElseThrow(), "cashier@demo.example", "api"))
                .payment());
        return within(() -> refunds.receipt(payment.reference(), Scope.EVERYTHING))
                .orElseThrow();
    }

    private Person ann() {
        get("/office/refunds", SignedInAs.finance());
        return within(() -> people.find("finance@demo.example")).orElseThrow();
    }

    private static String askPath(Received receipt) {
        return "/office/refunds/of/%d-1".formatted(receipt.journal());
    }

    private MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    private static Document page(MvcTestResult reply) {
        try {
            return Jsoup.parse(reply.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult send(String path, Map<String, String> fields, RequestPostProcessor who) {
        var call = mvc.post().uri(path).with(who).with(csrf());
        fields.forEach(call::param);
        return call.exchange();
    }

    private static Map<String, String> form(Document page) {
        var fields = new TreeMap<String, String>();
        page.select("main form input[name], main form textarea[name]")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        return fields;
    }

    /// Ann asks on the page; where she is led then.
    private String asked(Received receipt, Map<String, String> filledIn) {
        var form = form(page(get(askPath(receipt), SignedInAs.finance())));
        form.putAll(filledIn);
        var reply = send(askPath(receipt), form, SignedInAs.finance());
        assertThat(reply).hasStatus(303);
        return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    }

    private void approve(String refundPage) {
        var approval = page(get(refundPage, SignedInAs.finance()))
                .select("a[href^=/office/approvals/]")
                .attr("href");
        assertThat(send(approval, Map.of("do", "approve"), SignedInAs.approver()))
                .hasStatus(303);
    }

    @Test
    void aReceiptLeadsToItsRefundAndShowsWhatBecameOfIt() {
        var receipt = paid("cash");
        var receiptPath = "/office/receipts/%d-1".formatted(receipt.journal());
        assertThat(page(get(receiptPath, SignedInAs.finance()))
                        .select("a:contains(Refund)[href=%s]".formatted(askPath(receipt))))
                .hasSize(1);
        assertThat(page(get(receiptPath, SignedInAs.cashier())).select("a[href=%s]".formatted(askPath(receipt))))
                .isEmpty();

        var refund = asked(receipt, Map.of("reason", "Paid twice"));
        var after = page(get(receiptPath, SignedInAs.finance()));
        assertThat(after.select("a[href=%s]".formatted(askPath(receipt)))).isEmpty();
        assertThat(after.select("a[href=%s]".formatted(refund))).hasSize(1);
        assertThat(after.select("main").text()).contains("Refund of £35.00", "Waits for approval");
    }

    @Test
    void theFormHasAllThatIsLeftAndThePageSaysWhereItGoes() {
        var page = page(get(askPath(paid("cash")), SignedInAs.finance()));
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("#amount-1").val()).isEqualTo("35.00");
        assertThat(page.select("#amount-2").val()).isEqualTo("45.00");
        assertThat(page.select("main").text()).contains("by bank transfer", "Bank details are not kept here");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndTheValuesAreKept() {
        var receipt = paid("cash");
        var form = form(page(get(askPath(receipt), SignedInAs.finance())));
        form.put("amount-1", "thirty");
        assertThat(wrong(receipt, form).select("#amount-1-error").text()).contains("pounds and pence");
        form.put("amount-1", "35.01");
        form.put("reason", "Paid twice");
        var more = send(askPath(receipt), form, SignedInAs.finance());
        assertThat(more).hasStatus(409);
        assertThat(page(more).select("#amount-1-error").text()).contains("Only £35.00 of it is left");
        form.put("amount-1", "35.00");
        form.put("reason", " ");
        var page = wrong(receipt, form);
        assertThat(page.select("#reason-error").text()).contains("Enter why");
        assertThat(page.select(".govuk-error-summary a[href=#reason]")).hasSize(1);
        assertThat(page.select("#amount-1").val()).isEqualTo("35.00");
        form.put("reason", "x".repeat(201));
        assertThat(wrong(receipt, form).select("#reason-error").text()).contains("200");
        form.put("amount-1", "");
        form.put("amount-2", "0");
        form.put("reason", "Paid twice");
        assertThat(wrong(receipt, form).select("#amount-1-error").text()).contains("how much");
    }

    private Document wrong(Received receipt, Map<String, String> form) {
        var reply = send(askPath(receipt), form, SignedInAs.finance());
        assertThat(reply).hasStatus(422);
        return page(reply);
    }

    @Test
    void theApproverSeesWhatWasPaidWhatGoesBackToWhomAndWhy() {
        var refund = asked(paid("cash"), Map.of("amount-2", "10.00", "reason", "Bin never came", "payee", "Dee Pays"));
        var approval = page(get(refund, SignedInAs.approver()))
                .select("a[href^=/office/approvals/]")
                .attr("href");
        var page = page(get(approval, SignedInAs.approver()));
        assertThat(page.select("main").text())
                .contains(
                        "Give back £45.00 paid by Cy Pays",
                        "£45.00 paid",
                        "£10.00 goes back",
                        "Dee Pays",
                        "Bin never came");
        assertThat(page.select("a[href=%s]".formatted(refund))).hasSize(1);
        var welsh = mvc.get()
                .uri(approval)
                .cookie(new jakarta.servlet.http.Cookie("lang", "cy"))
                .with(SignedInAs.approver())
                .exchange();
        assertThat(page(welsh).select("main").text()).contains("yn mynd yn ôl");
        approve(refund);
        assertThat(page(get(refund, SignedInAs.finance())).select("main").text())
                .contains("To pay by bank");
    }

    @Test
    void financeTakesTheListAsAFileAndSaysWhenItWasPaid() throws Exception {
        var receipt = paid("cheque");
        var refund = asked(receipt, Map.of("reason", "=Overpaid", "payee", "Eve Pays"));
        assertThat(page(get("/office/refunds/bank", SignedInAs.finance()))
                        .select("main")
                        .text())
                .doesNotContain("Eve Pays");
        approve(refund);
        assertThat(page(get("/office/refunds/bank", SignedInAs.finance()))
                        .select("main")
                        .text())
                .contains("Eve Pays", "£80.00");
        var file = get("/office/refunds/bank/export", SignedInAs.finance());
        assertThat(file).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(file.getResponse().getContentAsString())
                .contains(
                        "Eve Pays,Cy Pays,80.00,11 GW,BJ99518409 GW123456,'=Overpaid,finance@demo.example,approver@demo.example");

        assertThat(pay(refund, 0, 0, 0)).isEqualTo("Enter the day on which the bank paid it");
        var today = London.dayOf(clock.instant());
        var tomorrow = today.plusDays(1);
        assertThat(pay(refund, tomorrow.getDayOfMonth(), tomorrow.getMonthValue(), tomorrow.getYear()))
                .contains("today or in the past");
        assertThat(pay(refund, 1, 1, 2020)).contains("when it was approved, or later");
        assertThat(pay(refund, today.getDayOfMonth(), today.getMonthValue(), today.getYear()))
                .isEmpty();
        assertThat(page(get(refund, SignedInAs.finance())).select("main").text())
                .contains("Given back");
        assertThat(within(() -> db.sql("""
                        select from_account || ' ' || to_account || ' ' || pence
                          from ledger_postings
                         where source_kind = 'refund'
                           and account_number in ('BJ99518409', 'GW123456')
                           and narrative = '=Overpaid'
                         order by line
                        """).query(String.class).list()))
                .containsExactly("fund:11 clearing:bank 3500", "fund:GW clearing:bank 4500");
        assertThat(send(refund, Map.of("do", "give-up"), SignedInAs.finance())).hasStatus(409);
    }

    /// What is wrong with this day; nothing when it was taken.
    private String pay(String refund, int day, int month, int year) {
        var reply = send(
                refund,
                Map.of("do", "paid", "paid-day", "" + day, "paid-month", "" + month, "paid-year", "" + year),
                SignedInAs.finance());
        return page(reply).select("#paid-error").text().replaceFirst("^Error: ", "");
    }

    @Test
    void whatWasPaidByCardElsewhereIsNotGivenBackHere() {
        var receipt = paid("card-staff");
        var page = page(get(askPath(receipt), SignedInAs.finance()));
        assertThat(page.select("main").text()).contains("given back where the card was used");
        assertThat(page.select("main form")).isEmpty();
        var wish = new Wish(
                RefundId.at(Instant.now()),
                receipt.journal(),
                1,
                List.of(new Wish.Part(1, Money.pence(100))),
                "To my account",
                "Somebody else");
        assertThat(within(() -> refunds.ask(wish, ann()))).isInstanceOf(Wanting.NotPossible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?show=under-way", "?show=sent", "?show=not", "?show=all", "/bank"})
    void everyListHasOneHeadingAndAWayOn(String list) {
        asked(paid("cash"), Map.of("reason", "Paid twice"));
        var page = page(get("/office/refunds" + list, SignedInAs.finance()));
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main").text()).isNotBlank();
    }

    @Test
    void listsArePagesOfFifty() {
        for (int i = 0; i < 52; i++) {
            asked(paid("cash"), Map.of("reason", "Many"));
        }
        var first = page(get("/office/refunds", SignedInAs.finance()));
        assertThat(first.select("tbody tr")).hasSize(50);
        var second = page(get(first.select("a[rel=next]").attr("href"), SignedInAs.finance()));
        assertThat(second.select("tbody tr").size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whoeverMaySeeButNotAskDoesNothing() {
        var receipt = paid("cash");
        var refund = asked(receipt, Map.of("reason", "Paid twice"));
        var sees = Somebody.who(Limits.NONE, SEE_REFUNDS);
        assertThat(get(refund, sees)).hasStatusOk();
        assertThat(page(get(refund, sees)).select("main form")).isEmpty();
        assertThat(get(askPath(receipt), sees)).hasStatus(403);
        assertThat(send(askPath(receipt), Map.of(), sees)).hasStatus(403);
        assertThat(send(refund, Map.of("do", "give-up"), sees)).hasStatus(403);
        var nobody = Somebody.who(Limits.NONE, Permission.SEE_ACCOUNTS);
        for (var path : List.of("/office/refunds", "/office/refunds/bank", "/office/refunds/bank/export", refund)) {
            assertThat(get(path, nobody)).as(path).hasStatus(403);
        }
    }

    @Test
    void whatLiesOutsideOfSomebodysLimitsIsNotThere() {
        var receipt = paid("cash");
        var refund = asked(receipt, Map.of("reason", "Seen by few"));
        var parking = Somebody.who(Limits.toFunds("11"), SEE_REFUNDS, ASK_REFUNDS);
        var both = Somebody.who(Limits.toFunds("11", "GW"), SEE_REFUNDS, ASK_REFUNDS);
        assertThat(get(refund, both)).hasStatusOk();
        assertThat(get(refund, parking)).hasStatus(404);
        assertThat(get(askPath(receipt), parking)).hasStatus(404);
        assertThat(send(refund, Map.of("do", "give-up"), parking)).hasStatus(404);
        assertThat(page(get("/office/refunds?show=all", both)).select("a[href=%s]".formatted(refund)))
                .hasSize(1);
        assertThat(page(get("/office/refunds?show=all", parking)).select("a[href=%s]".formatted(refund)))
                .isEmpty();
        approve(refund);
        assertThat(page(get("/office/refunds/bank", both)).select("a[href=%s]".formatted(refund)))
                .hasSize(1);
        assertThat(page(get("/office/refunds/bank", parking)).select("a[href=%s]".formatted(refund)))
                .isEmpty();
        assertThat(get("/office/refunds/bank/export", both)).bodyText().contains("Seen by few");
        assertThat(get("/office/refunds/bank/export", parking)).bodyText().doesNotContain("Seen by few");
    }

    @Test
    void whoeverAsksOrActsHasShownWhoTheyAreJustNow() {
        var receipt = paid("cash");
        var refund = asked(paid("cash"), Map.of("reason", "Paid twice"));
        var opened = get(askPath(receipt), SignedInAs.finance());
        var form = form(page(opened));
        form.put("reason", "Paid twice");
        var cookies = Objects.requireNonNull(opened.getRequest().getCookies());
        Ageing.proofs(db, 11);
        for (var path : List.of(askPath(receipt), refund)) {
            var call = mvc.post().uri(path).cookie(cookies).with(csrf()).param("do", "give-up");
            form.forEach(call::param);
            assertThat(page(call.exchange()).select("h1").text()).isEqualTo("Show us it is you");
        }
        assertThat(within(() -> refunds.of(receipt.journal(), Scope.EVERYTHING)))
                .isEmpty();
    }
}
