package localgov.ims.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.MovedOn;
import localgov.ims.imports.Received;
import localgov.ims.imports.Reversing;
import localgov.ims.kernel.Money;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.receipts.BankFile;
import localgov.ims.suspense.Allocated;
import localgov.ims.suspense.Allocation;
import localgov.ims.suspense.Suspense;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// One credit of the bank pays a schedule of many bills, whichever comes first; once, to the penny, and undone whole.
@WithCouncil
class SchedulesTest {
    private static final String ON = "clearing:paypoint";
    private static int number = 842_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Schedules schedules;

    @Autowired
    Undoing undoing;

    @Autowired
    MatchStore matches;

    @Autowired
    Reversing reversing;

    @Autowired
    Approvals approvals;

    @Autowired
    Suspense suspense;

    @Autowired
    People people;

    @Autowired
    DemoPeople colleagues;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Laws laws;

    @Autowired
    SchedulePages pages;

    @Autowired
    WordBook words;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void anAgentCollects() {
        within(() -> {
            demo.load();
            colleagues.load();
            db.sql("""
                    insert into catalogue_method (code, name, name_cy, kind, open, refundable, by_import)
                    values ('paypoint', 'PayPoint', '', 'AGENT', true, false, true),
                           ('payzone', 'Payzone', '', 'AGENT', true, false, true)
                    on conflict do nothing
                    """).update();
            return db.sql("""
                    insert into imports_source (code, name, method, file_names, totals_must_tie, on_monday, on_tuesday, on_wednesday,
                           on_thursday, on_friday, on_saturday, on_sunday, contact, open)
                    values ('agent', 'The agent', 'paypoint', 'agent*', false, false, false, false, false, false, false, false, '', true)
                    on conflict do nothing
                    """).update();
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

    private UUID posted(byte[] bytes, String name) {
        return within(() -> {
            try {
                var received = imports.receive(new ByteArrayInputStream(bytes), name, null, "finance@demo.example");
                var id = ((Received.New) received).id();
                imports.run(id);
                var file = imports.find(id).orElseThrow();
                assertThat(file.state()).as("%s", file.checks()).isEqualTo(ImportState.POSTED);
                return id.value();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// A schedule of two bills, one of which nobody can place.
    private UUID schedule(int pounds) {
        int one = ++number;
        return posted(
                """
                P%06d%-16s%6d.00P19/11/2026
                P%06d%-16s%6d.00P19/11/2026
                -
                Total Amount Updated onto System:%14d.00
                Total Transactions updated onto System:%11d
                """.formatted(one, "BERN771234561", pounds - 20, one, "XXXX" + one, 20, pounds, 2)
                        .getBytes(StandardCharsets.UTF_8),
                "agent-" + one + ".txt");
    }

    private long credit(long pence) {
        int one = ++number;
        var file = posted(
                BankFile.ofDay()
                        .numbered(Integer.toString(one))
                        .credit(pence, "AN AGENT", "PAID OVER " + one)
                        .bytes(),
                "bank-" + one + ".txt");
        return within(() -> db.sql("select id from suspense_items where source_id = :file")
                .param("file", file.toString())
                .query(Long.class)
                .single());
    }

    private Person person(String name) {
        return within(() -> people.find(name + "@demo.example").orElseThrow());
    }

    private Matched match(Wish wish) {
        var finance = person("finance");
        return within(() -> schedules.match(wish, finance));
    }

    private static Wish wish(UUID schedule, long... credits) {
        return wish(List.of(schedule), credits);
    }

    private static Wish wish(List<UUID> files, long... credits) {
        var items = new ArrayList<Long>();
        for (long one : credits) {
            items.add(one);
        }
        return new Wish(UUID.randomUUID(), ON, files, items);
    }

    private long owed() {
        return within(() -> db.sql(
                        "select coalesce(sum(balance), 0)::bigint from ledger_balances where account = 'clearing:paypoint'")
                .query(Long.class)
                .single());
    }

    private Money left(long item) {
        return within(() -> suspense.item(item, Scope.EVERYTHING).orElseThrow().remaining());
    }

    @Test
    void whicheverComesFirstTheBooksAreTheSame() {
        var before = owed();
        var early = schedule(120);
        assertThat(owed()).isEqualTo(before + 12_000);
        assertThat(match(wish(early, credit(12_000)))).isInstanceOf(Matched.Done.class);
        assertThat(owed()).isEqualTo(before);

        long first = credit(13_000);
        assertThat(owed()).isEqualTo(before);
        assertThat(match(wish(schedule(130), first))).isInstanceOf(Matched.Done.class);
        assertThat(owed()).isEqualTo(before);
        assertThat(left(first)).isEqualTo(Money.ZERO);
    }

    @Test
    void severalCreditsPaySeveralSchedulesToThePenny() {
        var files = List.of(schedule(200), schedule(300));
        long one = credit(40_000);
        long other = credit(9_999);
        assertThat(match(wish(files, one, other)))
                .isEqualTo(new Matched.Differs(Money.pence(50_000), Money.pence(49_999)));
        assertThat(left(one)).as("nothing was done").isEqualTo(Money.pence(40_000));
        assertThat(match(wish(files, one, credit(10_000)))).isInstanceOf(Matched.Done.class);
        assertThat(match(wish(List.of(), one))).isInstanceOf(Matched.NothingChosen.class);
    }

    @Test
    void theSameSentAgainIsDoneOnceAndNothingIsMatchedTwice() {
        var file = schedule(140);
        var asked = wish(file, credit(14_000));
        var done = match(asked);
        var again = match(asked);
        assertThat(done).isEqualTo(new Matched.Done(asked.id()));
        assertThat(again).isEqualTo(new Matched.SeenBefore(asked.id()));
        assertThat(match(wish(file, credit(14_000)))).isInstanceOf(Matched.TakenMeanwhile.class);
        assertThat(match(wish(schedule(140), asked.items().getFirst()))).isInstanceOf(Matched.TakenMeanwhile.class);
        assertThat(match(new Wish(asked.id(), ON, List.of(schedule(140)), List.of(credit(14_000)))))
                .isInstanceOf(Matched.SeenDifferently.class);
    }

    @Test
    void ofManyWhoMatchTheSameCreditOneGetsIt() throws Exception {
        long credit = credit(15_000);
        var finance = person("finance");
        var wishes = new ArrayList<Wish>();
        for (int i = 0; i < 6; i++) {
            wishes.add(wish(schedule(150), credit));
        }
        var placed = new Allocation(
                UUID.randomUUID(),
                credit,
                List.of(new Allocation.Line("23", "774952620", Money.pence(15_000), null)),
                null);
        var start = new CyclicBarrier(wishes.size() + 1);
        try (var threads = Executors.newFixedThreadPool(wishes.size() + 1)) {
            var answers = new ArrayList<Future<Matched>>();
            for (var one : wishes) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return within(() -> schedules.match(one, finance));
                }));
            }
            var allocated = threads.submit(() -> {
                start.await();
                return within(() -> suspense.allocate(placed, finance));
            });
            int done = allocated.get() instanceof Allocated.Done ? 1 : 0;
            for (var answer : answers) {
                assertThat(answer.get()).isInstanceOfAny(Matched.Done.class, Matched.TakenMeanwhile.class);
                done += answer.get() instanceof Matched.Done ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void aMatchIsUndoneWholeByTwoPeopleAndCanBeMadeAnew() {
        var file = schedule(160);
        var before = owed();
        long credit = credit(16_000);
        var asked = wish(file, credit);
        match(asked);
        var finance = person("finance");
        var approver = person("approver");
        var id = ApprovalId.fresh();
        within(() -> {
            var match = matches.find(asked.id()).orElseThrow();
            assertThat(undoing.ask(match, id, "Another employer's", finance)).isTrue();
            assertThat(undoing.ask(match, id, "Another employer's", finance)).isTrue();
            assertThat(undoing.ask(match, ApprovalId.fresh(), "Again", finance)).isFalse();
            assertThat(approvals.approve(id, finance)).isInstanceOf(Approval.SamePerson.class);
            return assertThat(approvals.approve(id, approver)).isInstanceOf(Approval.Approved.class);
        });
        assertThat(owed()).isEqualTo(before);
        assertThat(left(credit)).isEqualTo(Money.pence(16_000));
        assertThat(match(asked)).as("it was made and is no more").isInstanceOf(Matched.SeenBefore.class);
        assertThat(match(wish(file, credit))).isInstanceOf(Matched.Done.class);
        assertThat(left(credit)).isEqualTo(Money.ZERO);
    }

    @Test
    void theFileOfAScheduleThatWasPaidIsNotTakenBack() {
        var file = schedule(170);
        match(wish(file, credit(17_000)));
        assertThat(within(() -> reversing.movedOn(new ImportId(file))))
                .extracting(MovedOn.Line::how)
                .contains(MovedOn.How.MATCHED);
        assertThat(within(() -> matches.keepAll(
                        schedules.find(file, "paypoint").orElseThrow().journal())))
                .isFalse();
    }

    @Test
    void somebodyMatchesOnPagesAndSeesWhatItComesToFirst() throws Exception {
        var file = schedule(180);
        long credit = credit(18_000);
        var path = SchedulePages.path(file, "paypoint");
        assertThat(page("/office/schedules")).contains("Waiting for their money", "£180.00", "PayPoint");
        assertThat(page(path)).contains("The same amount to the penny", "AN AGENT");
        assertThat(page(path + "?lang=cy")).contains("Pa arian a’i talodd?");
        assertThat(page(path + "/match?credit=" + credit)).contains("Difference £0.00", "Match them");
        assertThat(page(path + "/match?credit=" + credit(17_999))).contains("They do not come to the same");

        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(mvc.post()
                            .uri(path + "/match")
                            .param("key", key)
                            .param("credit", Long.toString(credit))
                            .with(SignedInAs.finance())
                            .with(SecurityMockMvcRequestPostProcessors.csrf())
                            .exchange())
                    .hasStatus(303);
        }
        assertThat(page("/office/schedules/matches/" + key)).contains("£180.00 matched with its schedule", "Undo it");
        assertThat(page("/office/suspense/" + credit)).contains("Paid schedules £180.00");
        assertThat(mvc.get()
                        .uri(path + "/match?credit=" + credit)
                        .with(SignedInAs.auditor())
                        .exchange())
                .hasStatus(403);
    }

    /// One file with a schedule of each of two who collect.
    private UUID scheduleOfTwo() {
        int one = ++number;
        var row = "R%1$d,I%1$d,PSP-%1$d,TH,16/11/2026,16/11/2026,771234561,0,23,%2$s,%3$s,N0,0,0.00,Paid%n";
        var rows = row.formatted(one, "paypoint", "21.00") + row.formatted(++number, "payzone", "22.00");
        return posted(rows.getBytes(StandardCharsets.UTF_8), "both-" + one + ".csv");
    }

    private static String key(Schedule one) {
        return one.file() + " " + one.account();
    }

    @Test
    void pageByPageEveryScheduleThatWaitsIsSeenOnce() throws Exception {
        schedule(190);
        var both = scheduleOfTwo();
        var late = schedule(191);
        var all = within(() -> schedules.waiting(null, 1000));
        var seen = new ArrayList<String>();
        var page = within(() -> schedules.waiting(null, 1));
        while (!page.isEmpty()) {
            var last = page.getLast();
            seen.add(key(last));
            page = within(() -> schedules.waitingAfter(last.importId(), last.method(), 1));
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        all.stream().map(SchedulesTest::key).toList())
                .contains(new ImportId(both) + " clearing:paypoint", new ImportId(both) + " clearing:payzone");

        var shown = within(() -> pages.list(all, 2, List.of(), 1, words.in(Language.ENGLISH)));
        assertThat(shown.next()).isEqualTo("/office/schedules?before=" + new ImportId(both) + "&by=paypoint");
        assertThat(page(String.valueOf(shown.next()))).contains("£22.00").doesNotContain("£191.00", "£21.00");
        assertThat(page("/office/schedules?before=" + new ImportId(late))).doesNotContain("£191.00");
    }

    @Test
    void pageByPageEverythingThatWasMatchedIsSeen() throws Exception {
        var older = wish(schedule(193), credit(19_300));
        var newer = wish(schedule(194), credit(19_400));
        match(older);
        match(newer);
        assertThat(page("/office/schedules/matches")).contains("£193.00", "£194.00");
        assertThat(page("/office/schedules/matches?lang=cy")).contains("Amserlenni wedi’u paru â’u harian");
        var next = within(() -> pages.matched(
                        matches.matches(MatchStore.EVER, MatchStore.LAST, 2), 1, words.in(Language.ENGLISH)))
                .next();
        assertThat(next).isEqualTo("/office/schedules/matches?before=" + newer.id());
        assertThat(page(String.valueOf(next))).contains("£193.00").doesNotContain("£194.00");
        for (var unknown : List.of("nothing", UUID.randomUUID().toString())) {
            assertThat(mvc.get()
                            .uri("/office/schedules/matches?before=" + unknown)
                            .with(SignedInAs.finance())
                            .exchange())
                    .hasStatus(404);
        }
    }

    private String page(String path) throws Exception {
        var reply = mvc.get().uri(path).with(SignedInAs.finance()).exchange();
        var html = Jsoup.parse(reply.getResponse().getContentAsString());
        assertThat(reply).as(html.text()).hasStatusOk();
        return html.select("main").text();
    }
}
