package localgov.ims.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.backoffice.Pile;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import localgov.ims.receipts.BankFile;
import localgov.ims.settings.ReferenceDataChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/// The schedule of a third party and its money find each other where both are certain, whichever comes first; whatever
/// is not certain is proposed to a person.
class ThirdPartiesTest extends SchedulesJourney {
    private static final String ACCOUNT = "20453155667788";

    @Autowired
    MatchingByItself byItself;

    @Autowired
    InstantSource clock;

    @Autowired
    PartyStore parties;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void thirdPartiesAreWrittenDown() {
        within(() -> {
            db.sql("update schedules_party set open = false").update();
            party("alder-foods", "Alder Foods", "agent", "Alder Foods", "");
            return true;
        });
        round();
    }

    private void party(String code, String name, String source, String says, String account) {
        db.sql("""
                insert into schedules_party (code, name, method, source, says, payer_account, days, open)
                values (:code, :name, 'paypoint', nullif(:source, ''), :says, :account, 45, true)
                on conflict (code) do update
                   set method = 'paypoint', name = excluded.name, says = excluded.says,
                       source = excluded.source, payer_account = excluded.payer_account, days = 45, open = true
                """)
                .param("code", code)
                .param("name", name)
                .param("source", source)
                .param("says", says)
                .param("account", account)
                .update();
    }

    private long paid(long pence, String name, String from) {
        return paid(pence, name, from, today());
    }

    private LocalDate today() {
        return London.dayOf(clock.instant());
    }

    private long paid(long pence, String name, String from, LocalDate day) {
        int one = ++number;
        var file = BankFile.ofDay().on(day).numbered(Integer.toString(one)).paidFrom(from);
        var id = posted(file.credit(pence, name, "DEDUCTIONS " + one).bytes(), "bank-" + one + ".txt");
        return within(() -> db.sql("select id from suspense_items where source_id = :file")
                .param("file", id.toString())
                .query(Long.class)
                .single());
    }

    private long paid(long pence) {
        return paid(pence, "ALDER FOODS", ACCOUNT);
    }

    private int round() {
        return within(byItself::match);
    }

    private boolean waits(UUID file) {
        return within(() -> schedules.find(file, "paypoint").orElseThrow().isWaiting());
    }

    private Match of(UUID file) {
        return within(() -> matches.find(
                        schedules.find(file, "paypoint").orElseThrow().match())
                .orElseThrow());
    }

    @Test
    void whicheverComesFirstWaitsAndTheOtherIsItsOwn() throws Exception {
        var before = owed();
        var early = schedule(410);
        assertThat(round()).isZero();
        long late = paid(41_000);
        assertThat(round()).isOne();
        assertThat(round()).as("once").isZero();
        assertThat(left(late)).isEqualTo(Money.ZERO);

        long first = paid(42_000);
        assertThat(round()).isZero();
        var second = schedule(420);
        assertThat(round()).isOne();
        assertThat(left(first)).isEqualTo(Money.ZERO);
        assertThat(waits(early) || waits(second)).isFalse();
        assertThat(owed()).isEqualTo(before);
        assertThat(of(second).matchedBy()).isEqualTo("system");
        assertThat(page("/office/schedules/matches/" + of(second).id()))
                .contains("The only money and the only schedule of Alder Foods that come to this amount");
    }

    @Test
    void whatCouldBeTwoThingsIsLeftToAPerson() throws Exception {
        var file = schedule(430);
        paid(43_000);
        paid(43_000);
        assertThat(round()).isZero();
        assertThat(page(SchedulePages.path(file, "paypoint"))).contains("From Alder Foods. The same amount");

        var one = schedule(431);
        var other = schedule(431);
        paid(43_100);
        assertThat(round()).isZero();
        assertThat(waits(file) && waits(one) && waits(other)).isTrue();
    }

    @Test
    void whatIsAPennyLessOrSaysAnotherNameOrIsLongAgoIsNotItsMoney() {
        var file = schedule(440);
        paid(43_999);
        paid(44_000, "ALDER FOODSTUFFS", ACCOUNT);
        assertThat(round()).isZero();
        within(() -> db.sql("update schedules_party set days = 1").update());
        long old = paid(44_000, "ALDER FOODS", ACCOUNT, today().minusDays(3));
        assertThat(round()).isZero();
        assertThat(left(old)).isEqualTo(Money.pence(44_000));
        assertThat(waits(file)).isTrue();
    }

    @Test
    void whoIsKnownByTextAndBankAccountMustHaveBothAndNobodyElseMayBeMeant() {
        within(() -> db.sql("update schedules_party set payer_account = :account")
                .param("account", ACCOUNT)
                .update());
        var file = schedule(450);
        paid(45_000, "ALDER FOODS", "20453100000001");
        assertThat(round()).isZero();
        paid(45_000, "SOMEBODY", ACCOUNT);
        assertThat(round()).isZero();
        within(() -> {
            party("beech", "Beech", "", "FOODS", "");
            return true;
        });
        paid(45_000);
        assertThat(round()).as("two third parties are recognised").isZero();
        within(() -> db.sql("update schedules_party set open = false where code = 'beech'")
                .update());
        assertThat(round()).isOne();
        assertThat(waits(file)).isFalse();
    }

    @Test
    void aLineThatARulePutOntoTheAccountIsItsMoneyAsWell() {
        within(() -> {
            db.sql("""
                    insert into rules_rule (code, name, position, condition, action, method, account, narrative, reason, owner, goes_first)
                    values ('alder-settles', 'Alder settles', 10, 'payer is "ALDER FOODS 2"', 'SETTLE', 'paypoint', '', '', '', '', false)
                    """).update();
            events.publishEvent(new ReferenceDataChanged("rules_rule"));
            return true;
        });
        int one = ++number;
        posted(
                BankFile.ofDay()
                        .on(today())
                        .numbered(Integer.toString(one))
                        .credit(46_000, "ALDER FOODS 2", "DEDUCTIONS")
                        .bytes(),
                "bank-" + one + ".txt");
        var file = schedule(460);
        assertThat(round()).isOne();
        assertThat(waits(file)).isFalse();
    }

    @Test
    void ofManyRoundsAndAPersonAtTheSameMomentOneMatchesIt() throws Exception {
        var file = schedule(470);
        long credit = paid(47_000);
        var finance = person("finance");
        var start = new CyclicBarrier(5);
        try (var threads = Executors.newFixedThreadPool(5)) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(together(start, this::round)));
            }
            answers.add(threads.submit(together(
                    start,
                    () -> within(() -> schedules.match(wish(file, credit), finance)) instanceof Matched.Done ? 1 : 0)));
            int done = 0;
            for (var answer : answers) {
                done += answer.get();
            }
            assertThat(done).isOne();
        }
        assertThat(left(credit)).isEqualTo(Money.ZERO);
    }

    private static Callable<Integer> together(CyclicBarrier start, Callable<Integer> work) {
        return () -> {
            start.await();
            return work.call();
        };
    }

    @Test
    void whatTwoPeopleUndidIsNotMatchedByItselfAgain() {
        var file = schedule(480);
        paid(48_000);
        assertThat(round()).isOne();
        var match = of(file);
        var id = ApprovalId.fresh();
        var finance = person("finance");
        var approver = person("approver");
        within(() -> {
            assertThat(undoing.ask(match, id, "Last month's", finance)).isTrue();
            return assertThat(approvals.approve(id, approver)).isInstanceOf(Approval.Approved.class);
        });
        assertThat(round()).isZero();
        assertThat(waits(file)).isTrue();
    }

    @Test
    void whatHasNoMoneyAfterItsDaysIsLateUntilItIsMatched() throws Exception {
        var file = schedule(495);
        var path = SchedulePages.path(file, "paypoint");
        var english = words.in(Language.ENGLISH);
        var last = new LateSchedules(parties, () -> clock.instant().plus(Duration.ofDays(45)));
        assertThat(rows(last, english)).doesNotContain(path);
        var after = new LateSchedules(parties, () -> clock.instant().plus(Duration.ofDays(46)));
        assertThat(rows(after, english)).contains(path);
        var pile = within(() -> after.late(0, english)).orElseThrow();
        assertThat(pile.rows()).isEmpty();
        assertThat(within(() -> after.late(9, words.in(Language.WELSH)))
                        .orElseThrow()
                        .heading())
                .isEqualTo("Trydydd partïon sy’n hwyr");
        assertThat(page(pile.href())).contains("Third parties that are late").doesNotContain("£495.00");
        paid(49_500);
        assertThat(round()).isOne();
        assertThat(rows(after, english)).doesNotContain(path);
    }

    private List<String> rows(LateSchedules late, Words said) {
        return within(() -> late.late(50, said)).stream()
                .flatMap(pile -> pile.rows().stream())
                .map(Pile.Row::href)
                .toList();
    }

    @Test
    void aPersonSaysWhoseScheduleItIsWhereItsSourceDoesNot() throws Exception {
        within(() -> db.sql("update schedules_party set source = null").update());
        var file = schedule(490);
        paid(49_000);
        assertThat(round()).isZero();
        var path = SchedulePages.path(file, "paypoint");
        assertThat(page(path)).contains("Nobody has said whose it is");
        assertThat(page(path + "?lang=cy")).contains("Pwy biau’r amserlen?");
        for (var party : List.of("nobody", "alder-foods", "alder-foods")) {
            assertThat(mvc.post()
                            .uri(path + "/party")
                            .param("party", party)
                            .with(SignedInAs.finance())
                            .with(csrf())
                            .exchange())
                    .hasStatus(303);
        }
        assertThat(page(path)).contains("Alder Foods, as finance@demo.example said");
        assertThat(mvc.post()
                        .uri(path + "/party")
                        .param("party", "alder-foods")
                        .with(SignedInAs.auditor())
                        .with(csrf())
                        .exchange())
                .hasStatus(403);
        assertThat(round()).isOne();
        var one = within(() -> schedules.find(file, "paypoint").orElseThrow());
        assertThat(within(() -> parties.name(one, "alder-foods", "ann", clock.instant())))
                .as("it is matched")
                .isFalse();
    }
}
