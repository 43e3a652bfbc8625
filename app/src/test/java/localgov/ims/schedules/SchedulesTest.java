package localgov.ims.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.MovedOn;
import localgov.ims.kernel.Money;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.words.Language;
import localgov.ims.suspense.Allocated;
import localgov.ims.suspense.Allocation;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

/// One credit of the bank pays a schedule of many bills, whichever comes first; once, to the penny, and undone whole.
class SchedulesTest extends SchedulesJourney {
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
                .containsExactlyElementsOf(all.stream().map(SchedulesTest::key).toList())
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
}
