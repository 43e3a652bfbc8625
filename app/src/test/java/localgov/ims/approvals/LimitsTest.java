package localgov.ims.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import localgov.ims.people.PeopleFixture;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many small amounts are no way round a limit, one after the other or all at once.
class LimitsTest {
    static final ApprovalsFixture fixture = new ApprovalsFixture();

    /// £100 at once, £250 a week by one person, £400 a week for one subject.
    private static final Limit LIMIT = new Limit(Money.pence(100_00), Money.pence(250_00), Money.pence(400_00), 7);

    @BeforeEach
    void aLimit() {
        fixture.limit(LIMIT);
    }

    @AfterEach
    void asItWas() {
        fixture.council.setNow(TestCouncil.FRIDAY);
    }

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(fixture.council.brokenLaws()).isEmpty();
        fixture.close();
    }

    private static String subject() {
        return "gift:" + UUID.randomUUID();
    }

    /// Somebody who has given nothing yet.
    private static Person somebody() {
        return PeopleFixture.add(fixture.council, "P" + UUID.randomUUID(), Role.INCOME_OFFICER);
    }

    private static boolean goes(String subject, long pence, Caller by) {
        return fixture.ask(fixture.gift(subject, pence, by)) instanceof Asked.Allowed;
    }

    @Test
    void aPennyOverTheLimitNeedsASecondPerson() {
        assertThat(goes(subject(), 100_00, somebody())).isTrue();
        assertThat(goes(subject(), 100_01, somebody())).isFalse();
    }

    @Test
    void theDatabaseCountsNothingThatIsOverTheLimit() {
        var store = new LimitStore(fixture.council.db);
        var ask = fixture.gift(subject(), 100_01, somebody());
        assertThat(fixture.council.within(() -> store.count(
                        ask,
                        Money.pence(100_01),
                        "person:nobody",
                        LIMIT,
                        TestCouncil.FRIDAY.minusSeconds(1),
                        TestCouncil.FRIDAY)))
                .isFalse();
    }

    @Test
    void whatHasNoAmountOrNoneAboveNothingNeedsASecondPerson() {
        var by = somebody();
        assertThat(goes(subject(), 0, by)).isFalse();
        assertThat(goes(subject(), -5_00, by)).isFalse();
        assertThat(fixture.ask(Ask.of(ApprovalsFixture.GIFT, "x", "x", "{}", by)))
                .isInstanceOf(Asked.Waiting.class);
    }

    @Test
    void smallAmountsOfOnePersonAddUpToThePenny() {
        var by = somebody();
        assertThat(goes(subject(), 100_00, by)).isTrue();
        assertThat(goes(subject(), 100_00, by)).isTrue();
        assertThat(goes(subject(), 50_01, by)).isFalse();
        assertThat(goes(subject(), 50_00, by)).isTrue();
        assertThat(goes(subject(), 1, by)).isFalse();
    }

    @Test
    void colleaguesTogetherComeNoFurtherForOneSubject() {
        var subject = subject();
        for (int i = 0; i < 4; i++) {
            assertThat(goes(subject, 100_00, somebody())).isTrue();
        }
        assertThat(goes(subject, 1, somebody())).isFalse();
        assertThat(goes(subject(), 1, somebody())).isTrue();
    }

    @Test
    void whatWentIsForgottenWhenItsDaysAreOverAndNotBefore() {
        var by = somebody();
        assertThat(goes(subject(), 100_00, by)).isTrue();
        assertThat(goes(subject(), 100_00, by)).isTrue();
        fixture.council.setNow(TestCouncil.FRIDAY.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(goes(subject(), 60_00, by)).isFalse();
        fixture.council.setNow(TestCouncil.FRIDAY.plus(Duration.ofDays(7)));
        assertThat(goes(subject(), 60_00, by)).isTrue();
    }

    @Test
    void whatASecondPersonApprovedIsNotCounted() {
        var by = somebody();
        var id = fixture.waiting(subject(), by);
        assertThat(fixture.approve(id, fixture.ben)).isInstanceOf(Approval.Approved.class);
        assertThat(goes(subject(), 100_00, by)).isTrue();
    }

    @Test
    void whatIsNotDoneInTheEndIsNotCounted() {
        var by = somebody();
        for (int i = 0; i < 5; i++) {
            fixture.council.within(() -> fixture.council.transactions.executeWithoutResult(status -> {
                assertThat(fixture.approvals.ask(fixture.gift(subject(), 100_00, by)))
                        .isInstanceOf(Asked.Allowed.class);
                status.setRollbackOnly();
            }));
        }
        assertThat(goes(subject(), 100_00, by)).isTrue();
    }

    @Test
    void aProgramIsCountedAsOneAndStopsAtTheLimit() {
        var program = PeopleFixture.program("till-" + UUID.randomUUID(), Permission.MOVE_MONEY);
        assertThat(goes(subject(), 100_00, program)).isTrue();
        assertThat(goes(subject(), 100_00, program)).isTrue();
        assertThat(fixture.ask(fixture.gift(subject(), 100_00, program))).isEqualTo(new Asked.NotAPerson());
    }

    @Test
    void ofManyAtOnceByOnePersonOnlySoManyGoAsFit() throws Exception {
        var by = somebody();
        var went = atOnce(IntStream.range(0, 24)
                .<Callable<Boolean>>mapToObj(_ -> () -> goes(subject(), 60_00, by))
                .toList());
        assertThat(went).filteredOn(one -> one).hasSize(4);
    }

    @Test
    void ofManyAtOnceForOneSubjectOnlySoManyGoAsFit() throws Exception {
        var subject = subject();
        var askers = IntStream.range(0, 24).mapToObj(_ -> somebody()).toList();
        var went = atOnce(askers.stream()
                .<Callable<Boolean>>map(by -> () -> goes(subject, 90_00, by))
                .toList());
        assertThat(went).filteredOn(one -> one).hasSize(4);
    }

    /// However a sum over the limit is cut up and mixed, some part of it needs a second person.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noWayOfSplittingASumGoesWholly(long seed) throws Exception {
        var random = new Random(seed);
        var by = somebody();
        List<Callable<Long>> parts = new ArrayList<>();
        for (long left = 250_01; left > 0; ) {
            long part = Math.min(left, 1 + random.nextLong(100_00));
            parts.add(() -> goes(subject(), part, by) ? part : 0L);
            left -= part;
        }
        assertThat(atOnce(parts).stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(250_00);
    }

    @Test
    void twoWhoWaitForTheSameCountersInEitherOrderNeverWaitForEachOther() throws Exception {
        var one = somebody();
        var other = somebody();
        var subjects = List.of(subject(), subject());
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            var subject = subjects.get(i % 2);
            var by = i % 4 < 2 ? one : other;
            calls.add(() -> goes(subject, 1, by));
        }
        assertThat(atOnce(calls)).hasSize(40).containsOnly(true);
    }

    @Test
    void withoutALimitOfTheCouncilsTheKindsOwnHolds() {
        try (var fresh = new ApprovalsFixture()) {
            assertThat(fresh.ask(fresh.gift("x", 1, fresh.ann))).isInstanceOf(Asked.Waiting.class);
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var callers = Executors.newFixedThreadPool(10)) {
            return callers.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
