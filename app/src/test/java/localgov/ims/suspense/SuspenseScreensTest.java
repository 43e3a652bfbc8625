package localgov.ims.suspense;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.Laws;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WithCouncil
class SuspenseScreensTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Receipts receipts;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    DemoAccounts holders;

    @Autowired
    Laws laws;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            catalogue.load();
            return holders.load(5);
        });
    }

    @AfterEach
    void theBooksAreInOrder() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private long arrives(long pence, LocalDate day, String payer, String narrative) {
        var journal = within(() -> receipts.accept(new Arrival(
                        new Source("cash-return", UUID.randomUUID().toString()),
                        AccountName.bank("main"),
                        day,
                        "93",
                        "S",
                        "bank",
                        payer,
                        List.of(Arrival.Line.unplaced(
                                Money.pence(pence), "Nothing in it looks like a reference of ours.", narrative)))))
                .journal();
        return within(
                () -> db.sql("""
                select id
                  from receipts_unplaced
                 where journal = :journal
                """).param("journal", journal).query(Long.class).single());
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(java.net.URI.create(address)).with(who).exchange();
    }

    private Document page(String address) {
        return page(get(address, SignedInAs.finance()));
    }

    private static Document page(MvcTestResult reply) {
        try {
            return Jsoup.parse(reply.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a browser would send from the form that holds the button: its own fields, changed by these.
    private MvcTestResult send(Document page, String button, Map<String, String> filledIn) {
        var form = Objects.requireNonNull(page.expectFirst("main form button:contains(%s)".formatted(button))
                .closest("form"));
        var fields = new TreeMap<String, String>();
        form.select("input[name], textarea[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        form.select("select[name]")
                .forEach(field -> fields.put(
                        field.attr("name"), field.select("option[selected]").val()));
        form.select("button:contains(%s)[name]".formatted(button))
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.putAll(filledIn);
        var call = mvc.post()
                .uri(java.net.URI.create(form.attr("action")))
                .with(SignedInAs.finance())
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(call::param);
        return call.exchange();
    }

    @Test
    void anItemLeadsToGivingItBackForWhoeverMayAskForThatOfAnything() {
        long item = arrives(4_000, LocalDate.of(2026, 11, 2), "D PAYS", "NOT OURS");
        var address = "/office/suspense/" + item;
        var asking = page(address).select("main a:contains(Give it back)").attr("href");
        assertThat(asking).startsWith("/office/refunds/of/");
        var form = page(asking);
        assertThat(form.select("main").text()).contains("Suspense", "by bank transfer");
        var place = Somebody.who(Limits.NONE, Permission.SEE_SUSPENSE);
        assertThat(page(get(address, place)).select("main a[href^=/office/refunds]"))
                .isEmpty();
        var bins = Somebody.who(Limits.toFunds("GW"), Permission.ASK_REFUNDS);
        assertThat(get(asking, bins)).hasStatus(404);

        send(form, "Ask for it", Map.of("reason", "It is not for us"));
        var after = page(address).select("main").text();
        assertThat(after).contains("Nothing of it remains to be placed", "Given back, or kept for whoever paid £40.00");
    }

    private Money remaining(long item) {
        return within(() -> db.sql("""
                select remaining as pence
                  from suspense_items
                 where id = :id
                """).param("id", item).query(Money.class).single());
    }

    @Test
    void theQueueShowsWhatIsOpenOldestOrLargestFirst() {
        arrives(5_000, LocalDate.of(2026, 11, 2), "QUEUER A", "CTAX 774952602");
        arrives(9_000, LocalDate.of(2026, 11, 3), "QUEUER B", "");
        var oldest = page("/office/suspense?q=queuer");
        var largest = page("/office/suspense?q=queuer&order=largest");

        assertThat(oldest.select("h1")).hasSize(1);
        assertThat(oldest.select("tbody tr td:nth-child(2) a").eachText()).containsExactly("QUEUER A", "QUEUER B");
        assertThat(largest.select("tbody tr td:nth-child(2) a").eachText()).containsExactly("QUEUER B", "QUEUER A");
        assertThat(oldest.expectFirst("tbody tr").text())
                .contains("2 November 2026", "Council tax 774952620", "£50.00");
        assertThat(page("/office/suspense?q=nobody-is-called-this")
                        .select("main")
                        .text())
                .contains("No open item is like that");
    }

    @Test
    void theQueueIsTurnedPageByPage() {
        for (int i = 0; i < 53; i++) {
            arrives(100 + i, LocalDate.of(2026, 9, 1), "MANY & OTHERS", "turned");
        }
        var first = page("/office/suspense?q=many%20%26%20others");
        assertThat(first.select("tbody tr")).hasSize(50);
        var second = page(first.select("a[rel=next]").attr("href"));
        assertThat(second.select("tbody tr")).hasSize(3);
        assertThat(second.select("a[rel=next]")).isEmpty();
    }

    @Test
    void anItemShowsWhatTheBankSaidWithWhatWasRecognisedMarked() {
        long item = arrives(12_000, LocalDate.of(2026, 11, 19), "C PAYS", "COUNCIL TAX 77 495 2602 <script>");
        var page = page("/office/suspense/" + item);

        assertThat(page.select("h1").text()).isEqualTo("£120.00 from C PAYS");
        assertThat(page.select("pre.ims-verbatim").text()).contains("COUNCIL TAX 77 495 2602 <script>");
        assertThat(page.select("pre.ims-verbatim mark").text()).isEqualTo("77 495 2602");
        assertThat(page.expectFirst("article h3").text()).isEqualTo("Council tax 774952620");
        assertThat(page.select("article li").text()).contains("neighbours swapped", "£120.00 is due on it");
        assertThat(page.expectFirst("article form button").text()).startsWith("Place £120.00 here");
    }

    @Test
    void oneButtonPlacesItAndTheNextItemIsAlreadyThere() {
        long item = arrives(12_000, LocalDate.of(2026, 11, 1), "NEXT ONE", "77 495 2602");
        long next = arrives(100, LocalDate.of(2026, 11, 2), "NEXT TWO", "");
        var reply = send(page("/office/suspense/%d?q=NEXT".formatted(item)), "Place £120.00 here", Map.of());

        assertThat(reply).hasStatus(303).hasHeader("Location", "/office/suspense/%d?q=NEXT".formatted(next));
        assertThat(remaining(item)).isEqualTo(Money.ZERO);
        var done = page("/office/suspense/" + item);
        assertThat(done.select("main").text())
                .contains("All of it has been placed", "£120.00 placed by finance@demo.example");
        assertThat(done.select("main form")).isEmpty();
    }

    @Test
    void sendingAPageTwicePlacesOnce() {
        long item = arrives(10_000, LocalDate.of(2026, 11, 1), "TWICE", "");
        var page = page("/office/suspense/" + item);
        var filledIn = Map.of("fund-1", "GW", "account-1", "GW123456", "amount-1", "40");

        assertThat(send(page, "Place it", filledIn)).hasStatus(303);
        assertThat(send(page, "Place it", filledIn)).hasStatus(303);
        assertThat(remaining(item)).isEqualTo(Money.pence(6_000));
    }

    @Test
    void partsAreAddedWithoutScriptAndPlacedTogether() {
        long item = arrives(10_000, LocalDate.of(2026, 11, 1), "PARTS", "");
        var page = page("/office/suspense/" + item);
        assertThat(page.select("#amount-1").val()).isEqualTo("100.00");

        var more =
                page(send(page, "Add another part", Map.of("fund-1", "GW", "account-1", "GW123456", "amount-1", "60")));
        assertThat(more.select("#fund-1 option[selected]").val()).isEqualTo("GW");
        assertThat(more.select("#amount-1").val()).isEqualTo("60");
        assertThat(more.select("#fund-2")).hasSize(1);
        assertThat(more.select("[for=account-2]").text()).isEqualTo("Account or reference");
        assertThat(remaining(item)).isEqualTo(Money.pence(10_000));

        assertThat(send(more, "Place it", Map.of("fund-2", "23", "account-2", "77 495 2620", "amount-2", "£30.50")))
                .hasStatus(303);
        assertThat(remaining(item)).isEqualTo(Money.pence(950));
        assertThat(page("/office/suspense/" + item).select("main").text())
                .contains("£60.00 to Garden waste, account GW123456", "£30.50 to Council tax, account 774952620");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedIsKept() {
        long item = arrives(10_000, LocalDate.of(2026, 11, 1), "WRONG", "");
        var reply = send(
                page("/office/suspense/" + item),
                "Place it",
                Map.of("fund-1", "23", "account-1", "774952621", "amount-1", "5"));

        assertThat(reply).hasStatus(422);
        var page = page(reply);
        assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#account-1");
        assertThat(page.select("#account-1").val()).isEqualTo("774952621");
        assertThat(page.select("#account-1-error").text()).contains("is not a number we have issued");
        assertThat(page.title()).startsWith("Error");

        var amount = page(send(page, "Place it", Map.of("account-1", "774952620", "amount-1", "a lot")));
        assertThat(amount.select(".govuk-error-summary a").attr("href")).isEqualTo("#amount-1");
        var tooMuch = page(send(page, "Place it", Map.of("account-1", "774952620", "amount-1", "100.01")));
        assertThat(tooMuch.select("#amount-1-error").text()).contains("£100.00 that is left");
        var nothing = page(send(page, "Place it", Map.of("fund-1", "", "account-1", "", "amount-1", "5")));
        assertThat(nothing.select(".govuk-error-summary a").attr("href")).isEqualTo("#fund-1");
        assertThat(remaining(item)).isEqualTo(Money.pence(10_000));
    }

    @Test
    void whoeverIsLaterIsToldThatSomebodyWasQuicker() {
        long item = arrives(10_000, LocalDate.of(2026, 11, 1), "QUICKER", "");
        var anns = page("/office/suspense/" + item);
        var bens = page("/office/suspense/" + item);
        var filledIn = Map.of("fund-1", "GW", "account-1", "GW123456", "amount-1", "40");
        assertThat(send(anns, "Place it", filledIn)).hasStatus(303);

        var reply = send(bens, "Place it", filledIn);
        assertThat(reply).hasStatus(409);
        assertThat(page(reply).select(".govuk-error-summary").text())
                .contains("Somebody else was quicker: £60.00 is left");
        assertThat(page(reply).select("main").text()).contains("£40.00 placed by");
        assertThat(remaining(item)).isEqualTo(Money.pence(6_000));
    }

    @Test
    void howItArrivedIsShownToWhoeverSeesReceipts() {
        var item = "/office/suspense/" + arrives(10_100, LocalDate.of(2026, 11, 1), "LOOKER", "77 495 2602");
        var receipt = "main a[href^=/office/receipts/]";
        var both = Somebody.who(Limits.NONE, Permission.SEE_SUSPENSE, Permission.SEE_RECEIPTS);
        assertThat(page(get(item, both)).select(receipt)).hasSize(1);
        assertThat(page(get(item, Somebody.who(Limits.NONE, Permission.SEE_SUSPENSE)))
                        .select(receipt))
                .isEmpty();
    }

    @Test
    void whoMayOnlyLookSeesNoButtonAndMayNotSend() {
        long item = arrives(10_000, LocalDate.of(2026, 11, 1), "LOOKER", "77 495 2602");
        var page = page(get("/office/suspense/" + item, SignedInAs.auditor()));
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("pre.ims-verbatim")).hasSize(1);

        assertThat(mvc.post()
                        .uri("/office/suspense/" + item)
                        .with(SignedInAs.auditor())
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(403);
        assertThat(get("/office/suspense/99999999", SignedInAs.finance())).hasStatus(404);
        assertThat(get("/office/suspense/abc", SignedInAs.finance())).hasStatus(404);
    }
}
