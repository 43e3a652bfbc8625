package localgov.ims.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.MovedOn;
import localgov.ims.kernel.Money;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.receipts.BankFile;
import localgov.ims.settings.ReferenceDataChanged;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A credit that a rule put straight onto the account of schedules pays them without a further entry: once, whichever
/// comes first, and not while its file is taken back.
class SettledCreditsTest extends SchedulesJourney {
    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    SettledStore settled;

    @Autowired
    SchedulesMovedOn movedOn;

    @BeforeEach
    void aRuleSettlesWhatTheAgentPaysOver() {
        within(() -> {
            db.sql("""
                        insert into rules_rule (code, name, position, condition, action, method, account, narrative, reason, owner, goes_first)
                        values ('agent-pays', 'The agent pays', 10, 'payer is "SETTLING AGENT"', 'SETTLE', 'paypoint', '', '', '', '', false)
                        on conflict do nothing
                        """).update();
            events.publishEvent(new ReferenceDataChanged("rules_rule"));
            return true;
        });
    }

    /// @param file the bank's, and where in the book the credit stands
    record Came(UUID file, Wish.Line place) {
        String key() {
            return place.journal() + "-" + place.line();
        }
    }

    private Came settles(long pence) {
        int one = ++number;
        var file = posted(
                BankFile.ofDay()
                        .numbered(Integer.toString(one))
                        .credit(pence, "SETTLING AGENT", "PAID OVER " + one)
                        .bytes(),
                "bank-" + one + ".txt");
        return within(() -> new Came(
                file,
                db.sql("""
                        select journal, line
                          from ledger_postings
                         where source_kind = 'import'
                           and source_id = :file
                           and to_account = 'clearing:paypoint'
                        """)
                        .param("file", file.toString())
                        .query(Wish.Line.class)
                        .single()));
    }

    private static Wish wishes(UUID schedule, Came... credits) {
        return new Wish(
                UUID.randomUUID(),
                ON,
                List.of(schedule),
                List.of(),
                List.of(credits).stream().map(Came::place).toList());
    }

    private long journals() {
        return within(() -> db.sql("select count(*) from ledger_journals where source_kind = 'schedule'")
                .query(Long.class)
                .single());
    }

    @Test
    void whicheverComesFirstNothingIsPostedForItAgain() {
        var before = owed();
        long posted = journals();
        var early = schedule(210);
        assertThat(match(wishes(early, settles(21_000)))).isInstanceOf(Matched.Done.class);
        var first = settles(22_000);
        var late = schedule(220);
        assertThat(match(wishes(late, first))).isInstanceOf(Matched.Done.class);
        assertThat(owed()).isEqualTo(before);
        assertThat(journals()).isEqualTo(posted);
        assertThat(within(() -> schedules.find(early, "paypoint").orElseThrow().isWaiting()))
                .isFalse();
        assertThat(within(() -> schedules.find(late, "paypoint").orElseThrow().isWaiting()))
                .isFalse();
    }

    @Test
    void oneInSuspenseAndOneSettledPayAScheduleTogether() {
        var before = owed();
        var file = schedule(230);
        var there = settles(13_000);
        long item = credit(10_000);
        var wish = new Wish(UUID.randomUUID(), ON, List.of(file), List.of(item), List.of(there.place()));
        assertThat(match(wish)).isInstanceOf(Matched.Done.class);
        assertThat(match(wish)).isEqualTo(new Matched.SeenBefore(wish.id()));
        assertThat(match(new Wish(wish.id(), ON, List.of(file), List.of(item))))
                .isInstanceOf(Matched.SeenDifferently.class);
        assertThat(owed()).isEqualTo(before);
        assertThat(left(item)).isEqualTo(Money.ZERO);
    }

    @Test
    void itPaysToThePennyOnceAndOnItsOwnAccount() {
        var there = settles(24_000);
        assertThat(match(wishes(schedule(241), there)))
                .isEqualTo(new Matched.Differs(Money.pence(24_100), Money.pence(24_000)));
        assertThat(match(wishes(schedule(240), there))).isInstanceOf(Matched.Done.class);
        assertThat(match(wishes(schedule(240), there))).isInstanceOf(Matched.TakenMeanwhile.class);
        assertThat(match(wishes(schedule(240), new Came(there.file(), new Wish.Line(1, 999)))))
                .isInstanceOf(Matched.TakenMeanwhile.class);
        assertThat(within(() -> settled.find("clearing:payzone", there.place())))
                .isEmpty();
    }

    @Test
    void ofManyWhoMatchItOrTakeItsFileBackOneGetsIt() throws Exception {
        var there = settles(25_000);
        var finance = person("finance");
        var wishes = new ArrayList<Wish>();
        for (int i = 0; i < 5; i++) {
            wishes.add(wishes(schedule(250), there));
        }
        var start = new CyclicBarrier(wishes.size() + 1);
        try (var threads = Executors.newFixedThreadPool(wishes.size() + 1)) {
            var answers = new ArrayList<Future<Matched>>();
            for (var one : wishes) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return within(() -> schedules.match(one, finance));
                }));
            }
            var kept = threads.submit(() -> {
                start.await();
                return within(() -> settled.keep(there.place().journal(), Optional.empty()));
            });
            int done = kept.get() ? 1 : 0;
            for (var answer : answers) {
                assertThat(answer.get()).isInstanceOfAny(Matched.Done.class, Matched.TakenMeanwhile.class);
                done += answer.get() instanceof Matched.Done ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void whatPaidIsNotTakenBackUntilTwoPeopleUndoTheMatch() {
        var file = schedule(260);
        var there = settles(26_000);
        var asked = wishes(file, there);
        match(asked);
        var before = owed();
        assertThat(within(() -> movedOn.of(new ImportId(there.file()), 10)))
                .extracting(MovedOn.Line::how)
                .containsExactly(MovedOn.How.MATCHED);
        assertThat(within(() -> settled.keep(
                        there.place().journal(),
                        Optional.of(List.of(there.place().line())))))
                .isFalse();
        var id = ApprovalId.fresh();
        var finance = person("finance");
        var approver = person("approver");
        within(() -> {
            assertThat(undoing.ask(matches.find(asked.id()).orElseThrow(), id, "Another's", finance))
                    .isTrue();
            return assertThat(approvals.approve(id, approver)).isInstanceOf(Approval.Approved.class);
        });
        assertThat(owed()).as("nothing had been posted for it").isEqualTo(before);
        assertThat(match(wishes(file, there))).isInstanceOf(Matched.Done.class);
    }

    @Test
    void whatIsTakenBackPaysNothingAnyMore() {
        var there = settles(27_000);
        var journal = there.place().journal();
        assertThat(within(() -> settled.keep(journal, Optional.empty()))).isTrue();
        assertThat(within(() -> settled.keep(journal, Optional.empty())))
                .as("asked again")
                .isTrue();
        assertThat(match(wishes(schedule(270), there))).isInstanceOf(Matched.TakenMeanwhile.class);
    }

    @Test
    void somebodyIsOfferedItAndMatchesItOnPages() throws Exception {
        var there = settles(28_100);
        var path = SchedulePages.path(schedule(281), "paypoint");
        assertThat(page(path))
                .contains("A rule has put it onto this account already. The same amount", "SETTLING AGENT");
        assertThat(page(path + "/match?credit=" + there.key())).contains("Difference £0.00", "Match them");
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(mvc.post()
                            .uri(path + "/match")
                            .param("key", key)
                            .param("credit", there.key())
                            .with(SignedInAs.finance())
                            .with(SecurityMockMvcRequestPostProcessors.csrf())
                            .exchange())
                    .hasStatus(303);
        }
        assertThat(page("/office/schedules/matches/" + key)).contains("£281.00", "SETTLING AGENT");
        assertThat(page(SchedulePages.path(schedule(281), "paypoint"))).doesNotContain("A rule has put it");
    }

    @Test
    void whoPaidIsShownOnlyToThoseWhoSeeAllReceipts() throws Exception {
        var there = settles(29_000);
        var wish = wishes(schedule(290), there);
        assertThat(match(wish)).isInstanceOf(Matched.Done.class);
        var path = "/office/schedules/matches/" + wish.id();
        var line = "main a[href=/office/receipts/%s]".formatted(there.key());
        var all = Somebody.who(Limits.NONE, Permission.SEE_IMPORTS, Permission.SEE_RECEIPTS);
        assertThat(seen(path, all).select(line)).hasSize(1);
        var some = Somebody.holding(
                new Held(Set.of(Permission.SEE_IMPORTS), Limits.NONE),
                new Held(Set.of(Permission.SEE_RECEIPTS), Limits.toFunds("11")));
        var others = seen(path, some);
        assertThat(others.select(line)).isEmpty();
        assertThat(others.select("main").text()).doesNotContain("SETTLING AGENT");
    }

    @Test
    void whoMayHavePaidIsShownOnlyToThoseWhoSeeAllReceipts() throws Exception {
        var there = settles(31_000);
        var one = schedule(310);
        var path = SchedulePages.path(one, "paypoint");
        var permissions = new Permission[] {
            Permission.SEE_IMPORTS, Permission.SEE_SUSPENSE, Permission.ALLOCATE_SUSPENSE, Permission.SEE_RECEIPTS
        };
        assertThat(seen(path, Somebody.who(Limits.NONE, permissions))
                        .select("main")
                        .text())
                .contains("£310.00")
                .contains("SETTLING AGENT");
        assertThat(seen(path, Somebody.who(Limits.NONE, Arrays.copyOf(permissions, 3)))
                        .select("main")
                        .text())
                .contains("£310.00")
                .doesNotContain("SETTLING AGENT");
        assertThat(match(wishes(one, there))).isInstanceOf(Matched.Done.class);
    }

    private Document seen(String path, RequestPostProcessor who) throws Exception {
        var reply = mvc.get().uri(path).with(who).exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }
}
