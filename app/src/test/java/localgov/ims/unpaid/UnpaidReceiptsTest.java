package localgov.ims.unpaid;

import static localgov.ims.people.Permission.ASK_REFUNDS;
import static localgov.ims.people.Permission.RECORD_UNPAID;
import static localgov.ims.people.Permission.SEE_ACCOUNTS;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Source;
import localgov.ims.people.Ageing;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.people.PersonId;
import localgov.ims.people.Scope;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.Laws;
import localgov.ims.receipts.Accepted;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import localgov.ims.refunds.Claims;
import localgov.ims.refunds.RefundId;
import localgov.ims.refunds.Refunds;
import localgov.ims.refunds.Wanting;
import localgov.ims.refunds.Wish;
import localgov.ims.suspense.Allocated;
import localgov.ims.suspense.Allocation;
import localgov.ims.suspense.Suspense;
import localgov.ims.suspense.SuspenseGivenBack;
import localgov.ims.suspense.SuspenseItem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/// What a bank returned unpaid leaves its account again, once, whoever writes it down, and not twice by different ways.
@WithCouncil
class UnpaidReceiptsTest {
    private static final String CY = "774952620";
    private static final String CHEQUE = "cheque";
    private static final AccountName IN_TRANSIT = AccountName.clearing(CHEQUE);

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient db;

    @Autowired
    Laws laws;

    @Autowired
    InstantSource clock;

    private final RequestPostProcessor finance = SignedInAs.finance();

    @BeforeEach
    void aCouncil() {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(DemoAccounts.class).load(5);
            app.getBean(DemoPeople.class).load();
            return true;
        });
    }

    @AfterEach
    void theLawsHold() {
        within(() -> {
            assertThat(laws.all()).allMatch(law -> law.violations() == 0);
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private LocalDate today() {
        return London.dayOf(clock.instant());
    }

    /// Something that came in nine days ago.
    private long received(String method, AccountName pot, Arrival.Line... lines) {
        return received("cash-return", method, pot, lines);
    }

    private long received(String kind, String method, AccountName pot, Arrival.Line... lines) {
        var arrival = new Arrival(
                new Source(kind, UUID.randomUUID().toString()),
                pot,
                today().minusDays(9),
                method,
                "PR",
                "post",
                "C Pays",
                List.of(lines));
        return within(() -> ((Accepted.New) app.getBean(Receipts.class).accept(arrival, By.person("cal")))
                .journal()
                .value());
    }

    private long cheque() {
        return received(CHEQUE, IN_TRANSIT, Arrival.Line.of("23", CY, Money.pounds(120, 0), null));
    }

    private static String path(long journal) {
        return "/office/receipts/" + journal + "-1/returned";
    }

    private MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    private static Document page(MvcTestResult reply) {
        try {
            var page = Jsoup.parse(reply.getResponse().getContentAsString());
            assertThat(page.select("h1")).as("one h1").hasSize(1);
            page.select(".govuk-error-summary a[href^=#]")
                    .forEach(link -> assertThat(page.select(link.attr("href")))
                            .as("what the error %s leads to", link.text())
                            .hasSize(1));
            return page;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult send(long journal, LocalDate day, String reason, RequestPostProcessor who) {
        var fields = Map.of(
                "day-day", "" + day.getDayOfMonth(),
                "day-month", "" + day.getMonthValue(),
                "day-year", "" + day.getYear(),
                "reason", reason);
        var call = mvc.post().uri(path(journal)).with(who).with(csrf());
        fields.forEach(call::param);
        return call.exchange();
    }

    private Returned write(long journal) {
        return within(() -> app.getBean(UnpaidReceipts.class)
                .write(
                        journal,
                        1,
                        today(),
                        "Refer to drawer",
                        app.getBean(People.class).find("finance@demo.example").orElseThrow()));
    }

    private List<String> returned(long journal) {
        return within(() ->
                db.sql("""
                select from_account || ' > ' || to_account || ' ' || pence || ' ' || vat_pence || ' ' || method || ' ' || happened_on
                  from ledger_postings
                 where source_kind = 'unpaid'
                   and source_id = :id
                 order by id
                """).param("id", journal + "/1").query(String.class).list());
    }

    @Test
    void aReturnedChequeLeavesItsAccountAgainAndEveryPageSaysSo() {
        var journal = cheque();
        var receipt = "/office/receipts/" + journal + "-1";
        assertThat(page(get(receipt, finance)).select("a[href=%s]".formatted(path(journal))))
                .hasSize(1);
        var form = page(get(path(journal), finance));
        assertThat(form.select("h1").text()).isEqualTo("£120.00 returned unpaid");
        assertThat(form.select("main").text()).contains("C Pays", "Cheque", "the bill is unpaid");

        var reply = send(journal, today().minusDays(2), "Refer to drawer", finance);
        assertThat(reply).hasStatus(303).hasHeader("Location", receipt);
        assertThat(returned(journal))
                .containsExactly("fund:23 > clearing:cheque 12000 0 cheque-unpaid " + today().minusDays(2));

        var story = page(get(receipt, finance));
        assertThat(story.select("main").text())
                .contains("Returned unpaid", "Refer to drawer", "Written down by finance@demo.example");
        assertThat(story.select("a[href=%s]".formatted(path(journal)))).isEmpty();
        var there = page(get(story.select("a:contains(See it in the book)").attr("href"), finance));
        assertThat(there.select("h1").text()).isEqualTo("£120.00 returned unpaid");
        assertThat(there.select("main a[href=%s]".formatted(receipt))).hasSize(1);
        assertThat(noted(journal)).containsExactly("finance@demo.example");
    }

    private List<String> noted(long journal) {
        return within(() -> db.sql("""
                select who
                  from audit_event
                 where did = 'receipt.returned-unpaid'
                   and subject = :subject
                """)
                .param("subject", "receipt:" + journal + "-1")
                .query(String.class)
                .list());
    }

    @Test
    void theAccountShowsThatItWentOutAgain() {
        var journal = cheque();
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
        var account = within(() -> db.sql("select id from accounts_account where fund = '23' and number = :number")
                .param("number", CY)
                .query(Long.class)
                .single());
        var rows = page(get("/office/accounts/" + account, finance)).select("tbody tr:contains(£120.00)");
        assertThat(rows.eachText()).anyMatch(row -> row.contains("Returned cheque") && row.contains("Refer to drawer"));
        assertThat(rows.eachText()).anyMatch(row -> row.contains("Cheque") && !row.contains("Refer to drawer"));
    }

    @Test
    void noReceiptIsSentOfWhatWasReturned() {
        var journal = received("demo", CHEQUE, IN_TRANSIT, Arrival.Line.of("23", CY, Money.pounds(1_103, 0), null));
        var email = "/office/receipts/" + journal + "-1/email";
        assertThat(get(email, finance)).hasStatus(200);
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
        assertThat(get(email, finance)).hasStatus(404);
    }

    @Test
    void aDirectDebitThatCameByStatementExplainsWhatLeftTheBank() {
        var journal = received(
                "direct-debit", AccountName.bank("main"), Arrival.Line.of("23", CY, Money.pounds(80, 0), null));
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
        assertThat(returned(journal)).containsExactly("fund:23 > suspense:paid-out 8000 0 dd-unpaid " + today());
    }

    @Test
    void whatIsMissingOrCannotBeIsSaidAtItsFieldAndNothingIsPosted() {
        var journal = cheque();
        var empty = mvc.post().uri(path(journal)).with(finance).with(csrf()).exchange();
        assertThat(empty).hasStatus(422);
        assertThat(page(empty).select(".govuk-error-message")).hasSize(2);
        for (var day : List.of(today().minusDays(10), today().plusDays(1))) {
            var reply = send(journal, day, "Refer to drawer", finance);
            assertThat(reply).as("%s", day).hasStatus(422);
            var page = page(reply);
            assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#day-day");
            assertThat(page.select("textarea").text()).isEqualTo("Refer to drawer");
        }
        assertThat(send(journal, today(), "x".repeat(301), finance)).hasStatus(422);
        assertThat(returned(journal)).isEmpty();
    }

    @RepeatedTest(3)
    void ofManyWhoWriteItDownAtOnceOneDoes() throws Exception {
        var journal = cheque();
        var barrier = new CyclicBarrier(6);
        try (var pool = Executors.newFixedThreadPool(6)) {
            var asked = new ArrayList<Future<Returned>>();
            for (int i = 0; i < 6; i++) {
                asked.add(pool.submit(() -> {
                    barrier.await();
                    return write(journal);
                }));
            }
            var answers = new ArrayList<Returned>();
            for (var one : asked) {
                answers.add(one.get());
            }
            assertThat(answers).filteredOn(Returned.Done.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(Returned.SeenBefore.class::isInstance)
                    .hasSize(5);
        }
        assertThat(returned(journal)).hasSize(1);
        assertThat(noted(journal)).hasSize(1);
    }

    @Test
    void theDatabaseItselfKeepsItToOnce() {
        var journal = cheque();
        write(journal);
        var receipt = new UnpaidReceipt(
                journal,
                CHEQUE,
                CHEQUE,
                today(),
                null,
                null,
                List.of(new UnpaidReceipt.Line(1, "23", CY, Money.pounds(120, 0), false)));
        assertThat(within(() -> app.getBean(UnpaidStore.class)
                        .insert(
                                receipt,
                                new localgov.ims.ledger.JournalId(journal),
                                today(),
                                "again",
                                "x",
                                clock.instant())))
                .isFalse();
    }

    private Wanting refund(long journal) {
        var wish = new Wish(
                RefundId.at(Instant.now()),
                journal,
                1,
                List.of(new Wish.Part(1, Money.pounds(20, 0))),
                "Moved away",
                "C Pays");
        return within(() -> app.getBean(Refunds.class)
                .ask(
                        wish,
                        app.getBean(People.class).find("finance@demo.example").orElseThrow()));
    }

    @Test
    void whatIsBeingRefundedIsNotReturnedAsWellNorTheOtherWayRound() {
        var refunded = cheque();
        assertThat(refund(refunded)).isInstanceOf(Wanting.Waiting.class);
        assertThat(write(refunded)).isInstanceOf(Returned.GivenBack.class);
        assertThat(send(refunded, today(), "Refer to drawer", finance)).hasStatus(409);
        assertThat(returned(refunded)).isEmpty();

        var returned = cheque();
        assertThat(write(returned)).isInstanceOf(Returned.Done.class);
        assertThat(refund(returned)).isNotInstanceOf(Wanting.Waiting.class);
    }

    @RepeatedTest(5)
    void ofARefundAndAReturnAtOnceOneHappens() throws Exception {
        var journal = cheque();
        var barrier = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var refunded = pool.submit(() -> {
                barrier.await();
                return refund(journal) instanceof Wanting.Waiting;
            });
            var returned = pool.submit(() -> {
                barrier.await();
                return write(journal) instanceof Returned.Done;
            });
            assertThat(refunded.get()).isNotEqualTo(returned.get());
        }
    }

    @Test
    void whatAPayersBankMayStillTakeIsNotReturned() {
        var journal = cheque();
        var dispute = UUID.randomUUID();
        standing(dispute, journal);
        assertThat(write(journal)).isInstanceOf(Returned.GivenBack.class);
        standing(dispute, null);
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
    }

    private void standing(UUID dispute, @org.jspecify.annotations.Nullable Long journal) {
        within(() -> app.getBean(TransactionTemplate.class).execute(_ -> {
            app.getBean(Claims.class).standsFor(dispute, journal);
            return true;
        }));
    }

    private long unplaced() {
        return received(CHEQUE, IN_TRANSIT, Arrival.Line.unplaced(Money.pounds(7, 0), "Unreadable.", null));
    }

    private SuspenseItem item(long journal) {
        return within(() -> {
            var id = db.sql("select id from suspense_items where journal = :journal")
                    .param("journal", journal)
                    .query(Long.class)
                    .single();
            return app.getBean(Suspense.class).item(id, Scope.EVERYTHING).orElseThrow();
        });
    }

    private Allocated place(long journal, int pounds) {
        var line = new Allocation.Line("23", CY, Money.pounds(pounds, 0), null);
        var wanted = new Allocation(UUID.randomUUID(), item(journal).id(), List.of(line), null);
        return within(() -> app.getBean(Suspense.class)
                .allocate(
                        wanted,
                        app.getBean(People.class).find("finance@demo.example").orElseThrow()));
    }

    @Test
    void whatIsInSuspenseGoesStraightOutOfThereAndItsItemIsClosed() {
        var journal = unplaced();
        assertThat(page(get(path(journal), finance)).select("main").text()).contains("In suspense £7.00");
        assertThat(send(journal, today(), "Refer to drawer", finance)).hasStatus(303);
        assertThat(returned(journal)).containsExactly("suspense > clearing:cheque 700 0 cheque-unpaid " + today());
        assertThat(item(journal).remaining()).isEqualTo(Money.ZERO);
        assertThat(place(journal, 7)).isNotInstanceOf(Allocated.Done.class);
    }

    @Test
    void whatWasPlacedOutOfSuspenseSinceIsNotReturnedHere() {
        var journal = unplaced();
        assertThat(place(journal, 2)).isInstanceOf(Allocated.Done.class);
        assertThat(write(journal)).isEqualTo(new Returned.NotPossible(UnpaidReceipt.WhyNot.PLACED));
        assertThat(page(get(path(journal), finance)).select(".govuk-inset-text").text())
                .contains("placed or given back since");
        assertThat(returned(journal)).isEmpty();
        assertThat(item(journal).remaining()).isEqualTo(Money.pounds(5, 0));
    }

    @RepeatedTest(5)
    void ofOneWhoPlacesItAndOneWhoReturnsItAtOnceOneDoes() throws Exception {
        var journal = unplaced();
        var barrier = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var placed = pool.submit(() -> {
                barrier.await();
                return place(journal, 7) instanceof Allocated.Done;
            });
            var returned = pool.submit(() -> {
                barrier.await();
                return write(journal) instanceof Returned.Done;
            });
            assertThat(placed.get()).isNotEqualTo(returned.get());
        }
    }

    /// Whoever looked before it was placed finds in the item's own row that it was.
    @Test
    void whoeverLookedBeforeItWasPlacedTakesNothing() {
        var journal = unplaced();
        assertThat(place(journal, 7)).isInstanceOf(Allocated.Done.class);
        boolean taken = within(() -> app.getBean(SuspenseGivenBack.class).reserve(journal, 1, Money.pounds(7, 0)));
        assertThat(taken).isFalse();
    }

    @Test
    void onlyWhatABankCanReturnIsReturned() {
        var line = Arrival.Line.of("23", CY, Money.pounds(7, 0), null);
        var cash = received("cash", AccountName.clearing("cash"), line);
        assertThat(get(path(cash), finance)).hasStatus(404);
        assertThat(page(get("/office/receipts/" + cash + "-1", finance)).select("a[href$=/returned]"))
                .isEmpty();
        assertThat(write(cash)).isInstanceOf(Returned.NoSuchReceipt.class);

        var cheque = cheque();
        write(cheque);
        var itself = within(() ->
                app.getBean(UnpaidReceipts.class).of(cheque, 1).orElseThrow().posted());
        assertThat(write(itself)).as("what was posted for a return").isInstanceOf(Returned.NoSuchReceipt.class);
        assertThat(get("/office/receipts/no-such/returned", finance)).hasStatus(404);
    }

    @Test
    void whoMayNotWriteItDownIsNeitherOfferedItNorLetThrough() {
        var journal = cheque();
        var others = Somebody.who(Limits.NONE, SEE_RECEIPTS, ASK_REFUNDS, SEE_ACCOUNTS);
        assertThat(page(get("/office/receipts/" + journal + "-1", others)).select("a[href$=/returned]"))
                .isEmpty();
        assertThat(get(path(journal), others)).hasStatus(403);
        assertThat(send(journal, today(), "Refer to drawer", others)).hasStatus(403);
        for (var limits : List.of(Limits.toFunds("11"), Limits.toFunds("23", "11"))) {
            var limited = Somebody.who(limits, SEE_RECEIPTS, RECORD_UNPAID);
            var within = limits.funds().contains("23");
            assertThat(get(path(journal), limited)).hasStatus(within ? 200 : 404);
            assertThat(send(journal, today(), "", limited)).hasStatus(within ? 422 : 404);
        }
        assertThat(returned(journal)).isEmpty();
    }

    @Test
    void whoeverMayWriteDownSomeOfAReceiptAloneWritesNoneOfIt() {
        var journal = received(
                "counter",
                CHEQUE,
                IN_TRANSIT,
                Arrival.Line.of("23", CY, Money.pounds(61, 0), null),
                Arrival.Line.of("11", "BJ99518409", Money.pounds(62, 0), null));
        var receipt = "/office/receipts/" + journal + "-1";
        var offered = "a[href$=/returned]";
        var both = Somebody.who(Limits.toFunds("11", "23"), SEE_RECEIPTS, RECORD_UNPAID);
        assertThat(page(get(receipt, both)).select(offered)).hasSize(1);
        assertThat(get(path(journal), both)).hasStatusOk();
        var one = Somebody.who(Limits.toFunds("23"), SEE_RECEIPTS, RECORD_UNPAID);
        assertThat(page(get(receipt, one)).select(offered)).isEmpty();
        assertThat(get(path(journal), one)).hasStatus(404);
        assertThat(send(journal, today(), "Refer to drawer", one)).hasStatus(404);

        var limited = List.of(new Held(Set.of(RECORD_UNPAID), Limits.toFunds("23")));
        var cal = new Person(new PersonId(UUID.randomUUID()), "cal@demo.example", "Cal", limited);
        assertThat(within(() -> app.getBean(UnpaidReceipts.class).write(journal, 1, today(), "Refer to drawer", cal)))
                .as("whichever way they come")
                .isEqualTo(new Returned.NoSuchReceipt());
        assertThat(returned(journal)).isEmpty();
    }

    @Test
    void whatWentOutAgainIsShownInTheBookToWhoeverMaySeeItThere() {
        var journal = cheque();
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
        var receipt = "/office/receipts/" + journal + "-1";
        var book = "a:contains(See it in the book)";
        var everything = Somebody.who(Limits.NONE, SEE_RECEIPTS);
        assertThat(page(get(receipt, everything)).select(book)).hasSize(1);
        var cheques = Somebody.who(new Limits(Set.of(), Set.of(), Set.of(CHEQUE)), SEE_RECEIPTS);
        assertThat(page(get(receipt, cheques)).select(book)).isEmpty();
    }

    @Test
    void itNeedsAProofThatIsFresh() {
        var journal = cheque();
        var ann = session();
        assertThat(get(path(journal), ann)).hasStatusOk();
        Ageing.proofs(db, 11);
        var asked = send(journal, today(), "Refer to drawer", ann);
        assertThat(page(asked).select("h1").text()).isEqualTo("Show us it is you");
        assertThat(returned(journal)).isEmpty();
    }

    /// One session for several requests, which grows old.
    private RequestPostProcessor session() {
        var cookies = new ArrayList<Cookie>();
        return request -> {
            if (cookies.isEmpty()) {
                finance.postProcessRequest(request);
                cookies.addAll(List.of(request.getCookies()));
            }
            request.setCookies(cookies.toArray(Cookie[]::new));
            return request;
        };
    }

    @Test
    void itIsWrittenDownInWelshToo() {
        var journal = cheque();
        var welsh = mvc.get()
                .uri(path(journal))
                .with(finance)
                .cookie(new Cookie("lang", "cy"))
                .exchange();
        var page = page(welsh);
        assertThat(page.select("html").attr("lang")).isEqualTo("cy");
        assertThat(page.select("h1").text()).isEqualTo("Dychwelwyd £120.00 heb ei dalu");
        assertThat(page.select("main").text()).contains("Ar ba ddiwrnod", "Siec");
    }
}
