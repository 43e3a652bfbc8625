package localgov.ims.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import localgov.ims.TestCouncil;
import localgov.ims.people.PeopleFixture;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// One person asks, another decides, and it happens once and whole.
class ApprovalsTest {
    static final ApprovalsFixture fixture = new ApprovalsFixture();

    @AfterEach
    void asItWas() {
        fixture.council.setNow(TestCouncil.FRIDAY);
        fixture.carrying = _ -> {};
        fixture.answer = new Carried.Done();
    }

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(fixture.council.brokenLaws()).isEmpty();
        fixture.close();
    }

    private static String subject() {
        return "gift:" + UUID.randomUUID();
    }

    private static Person named(String name) {
        return switch (name) {
            case "ann" -> fixture.ann;
            case "ada" -> fixture.ada;
            case "ben" -> fixture.ben;
            case "bea" -> fixture.bea;
            case "cal" -> fixture.cal;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /// The order of refusals: what is closed is closed for everybody; then one's own; then what one may.
    @ParameterizedTest
    @CsvSource(textBlock = """
            state     | asked by | approver | answer
            ASKED     | ann      | ben      | Approved
            ASKED     | ann      | bea      | Approved
            ASKED     | ben      | bea      | AskerMayNot
            ASKED     | ann      | ann      | SamePerson
            ASKED     | ben      | ben      | SamePerson
            ASKED     | ann      | ada      | NotPermitted
            ASKED     | ann      | cal      | NotPermitted
            APPROVED  | ann      | bea      | TooLate
            APPROVED  | ann      | ann      | TooLate
            APPROVED  | ann      | cal      | TooLate
            DECLINED  | ann      | ben      | TooLate
            WITHDRAWN | ann      | ben      | TooLate
            LAPSED    | ann      | ben      | TooLate
            """, delimiter = '|', useHeadersInDisplayName = true)
    void whoMayApproveWhat(RequestState state, String asker, String approver, String answer) {
        var id = fixture.waiting(subject(), named(asker));
        bring(id, state, named(asker));

        assertThat(fixture.approve(id, named(approver)).getClass().getSimpleName())
                .isEqualTo(answer);
    }

    private static void bring(ApprovalId id, RequestState state, Person asker) {
        fixture.council.within(() -> {
            switch (state) {
                case ASKED -> {}
                case APPROVED -> fixture.approvals.approve(id, fixture.ben);
                case DECLINED -> fixture.approvals.decline(id, fixture.ben, "Not now");
                case WITHDRAWN -> fixture.approvals.withdraw(id, asker);
                case LAPSED, STALE -> fixture.council.setNow(TestCouncil.FRIDAY.plus(Duration.ofDays(6)));
            }
        });
    }

    @Test
    void whatIsApprovedIsDoneOnceAndNoted() {
        var subject = subject();
        var id = fixture.waiting(subject);
        assertThat(fixture.given(subject)).isZero();

        assertThat(fixture.approve(id, fixture.ben)).isEqualTo(new Approval.Approved(id));
        assertThat(fixture.approve(id, fixture.bea))
                .isEqualTo(new Approval.TooLate(RequestState.APPROVED, "Ben", TestCouncil.FRIDAY));

        assertThat(fixture.given(subject)).isOne();
        assertThat(fixture.noted(id, "approvals.asked")).isOne();
        assertThat(fixture.noted(id, "approvals.approved")).isOne();
        var closed = fixture.find(id);
        assertThat(closed.state()).isEqualTo(RequestState.APPROVED);
        assertThat(closed.payload()).isEqualTo("{\"to\": \"%s\"}".formatted(subject));
        assertThat(closed.decision())
                .isNotNull()
                .satisfies(decision -> assertThat(decision.by()).isEqualTo(Authority.who(fixture.ben)));
    }

    @Test
    void whoeverCarriesOutKnowsWhoAskedAndWhoApproved() {
        var id = fixture.waiting(subject());
        fixture.carrying = request -> {
            assertThat(request.asked().signature()).isEqualTo("ann@demo.example");
            assertThat(request.decision())
                    .isNotNull()
                    .satisfies(decision -> assertThat(decision.by().signature()).isEqualTo("ben@demo.example"));
        };
        assertThat(fixture.approve(id, fixture.ben)).isInstanceOf(Approval.Approved.class);
    }

    @Test
    void thePersonCountsAndNotTheSessionTheNameOrTheRole() {
        var subject = subject();
        var id = fixture.waiting(subject);
        var otherSession = PeopleFixture.calledOtherwise(fixture.ann, "another@demo.example");

        assertThat(fixture.approve(id, otherSession)).isEqualTo(new Approval.SamePerson());
        assertThat(fixture.council.within(() -> fixture.approvals.decline(id, otherSession, "No")))
                .isEqualTo(new Approval.SamePerson());
        assertThat(fixture.given(subject)).isZero();
    }

    @Test
    void whoeverAskedCannotApproveAfterTheirRoleChanged() {
        var promoted = PeopleFixture.add(fixture.council, "Pat", Role.INCOME_OFFICER);
        var id = fixture.waiting(subject(), promoted);
        PeopleFixture.change(fixture.council, promoted, Role.INCOME_MANAGER);
        var now = fixture.council.within(
                () -> fixture.people.find("pat@demo.example").orElseThrow());

        assertThat(fixture.approve(id, now)).isEqualTo(new Approval.SamePerson());
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestState.class,
            names = {"APPROVED", "DECLINED", "STALE"})
    void theDatabaseItselfRefusesThatAskerAndApproverAreOne(RequestState state) {
        var id = fixture.waiting(subject());
        assertThatThrownBy(() -> fixture.council.within(() -> fixture.council
                        .db
                        .sql("""
                        update approvals_request
                           set state = :state,
                               decided_by = asked_by,
                               decided_at = asked_at,
                               reason = 'x'
                         where id = :id
                        """)
                        .param("state", state)
                        .param("id", id)
                        .update()))
                .hasStackTraceContaining("nobody_decides_what_they_asked_for");
    }

    @Test
    void theDatabaseItselfRefusesToChangeADecisionOrWhoAsked() {
        var id = fixture.waiting(subject());
        assertThatThrownBy(() -> fixture.council.within(() -> fixture.council
                        .db
                        .sql("""
                        update approvals_request
                           set asked_by = :other
                         where id = :id
                        """)
                        .param("other", fixture.cal.id())
                        .param("id", id)
                        .update()))
                .hasStackTraceContaining("permission denied");
        fixture.approve(id, fixture.ben);
        assertThatThrownBy(() -> fixture.council.within(() -> fixture.council
                        .db
                        .sql("""
                        update approvals_request
                           set decided_by = :other
                         where id = :id
                        """)
                        .param("other", fixture.bea.id())
                        .param("id", id)
                        .update()))
                .hasStackTraceContaining("stays as it was decided");
    }

    @Test
    void aRightThatIsGoneAtTheMomentOfApprovalIsGone() {
        var subject = subject();
        var id = fixture.waiting(subject);
        var former = PeopleFixture.add(fixture.council, "Fay", Role.INCOME_MANAGER);
        PeopleFixture.change(fixture.council, former, Role.CASHIER);
        assertThat(former.may(Permission.APPROVE)).isTrue();
        assertThat(fixture.approve(id, former)).isEqualTo(new Approval.NotPermitted());

        PeopleFixture.change(fixture.council, former, Role.INCOME_MANAGER);
        PeopleFixture.leaves(fixture.council, former);
        assertThat(fixture.approve(id, former)).isEqualTo(new Approval.NotPermitted());
        assertThat(fixture.given(subject)).isZero();
    }

    @Test
    void whatSomebodyAskedForWhoMayNoLongerAskIsDeclinedAndNotApproved() {
        var subject = subject();
        var leaver = PeopleFixture.add(fixture.council, "Lee", Role.INCOME_OFFICER);
        var id = fixture.waiting(subject, leaver);
        PeopleFixture.leaves(fixture.council, leaver);

        assertThat(fixture.approve(id, fixture.ben)).isEqualTo(new Approval.AskerMayNot());
        assertThat(fixture.given(subject)).isZero();
        assertThat(fixture.council.within(() -> fixture.approvals.decline(id, fixture.ben, "Lee has left")))
                .isEqualTo(new Approval.Declined(id));
    }

    @Test
    void aKindMayAskMoreOfAnApproverThanThePermission() {
        var id = fixture.waiting("sweets");
        assertThat(fixture.approve(id, fixture.bea)).isEqualTo(new Approval.NotPermitted());
        assertThat(fixture.approve(id, fixture.ben)).isEqualTo(new Approval.Approved(id));
    }

    @Test
    void whatCanNoLongerBeDoneIsClosedWithItsReasonAndNothingIsHalfDone() {
        var subject = subject();
        var id = fixture.waiting(subject);
        fixture.answer = new Carried.Stale("The gift has been given already.");

        assertThat(fixture.approve(id, fixture.ben)).isEqualTo(new Approval.Stale("The gift has been given already."));

        assertThat(fixture.given(subject)).isZero();
        var closed = fixture.find(id);
        assertThat(closed.state()).isEqualTo(RequestState.STALE);
        assertThat(closed.decision())
                .isNotNull()
                .satisfies(decision -> assertThat(decision.reason()).isEqualTo("The gift has been given already."));
        assertThat(fixture.noted(id, "approvals.stale")).isOne();
        assertThat(fixture.noted(id, "approvals.approved")).isZero();
    }

    @Test
    void aRefusalInsideThatMarkedTheDatabaseTransactionStillClosesTheRequest() {
        var subject = subject();
        var id = fixture.waiting(subject);
        fixture.carrying = _ -> fixture.council.transactions.executeWithoutResult(status -> status.setRollbackOnly());
        fixture.answer = new Carried.Stale("It was refused.");

        assertThat(fixture.approve(id, fixture.ben)).isEqualTo(new Approval.Stale("It was refused."));
        assertThat(fixture.find(id).state()).isEqualTo(RequestState.STALE);
        assertThat(fixture.given(subject)).isZero();
    }

    @Test
    void whenCarryingOutBreaksNothingHappenedAndItCanBeApprovedAgain() {
        var subject = subject();
        var id = fixture.waiting(subject);
        fixture.carrying = _ -> {
            throw new IllegalStateException("the machine goes");
        };
        assertThatThrownBy(() -> fixture.approve(id, fixture.ben)).hasMessage("the machine goes");
        assertThat(fixture.find(id).state()).isEqualTo(RequestState.ASKED);
        assertThat(fixture.given(subject)).isZero();

        fixture.carrying = _ -> {};
        assertThat(fixture.approve(id, fixture.ben)).isEqualTo(new Approval.Approved(id));
        assertThat(fixture.given(subject)).isOne();
    }

    @Test
    void aRefusalHasItsReasonWithoutCardNumbers() {
        var id = fixture.waiting(subject());
        assertThat(fixture.council.within(
                        () -> fixture.approvals.decline(id, fixture.ben, "It names 4111 1111 1111 1111.")))
                .isEqualTo(new Approval.Declined(id));
        assertThat(fixture.find(id).decision())
                .isNotNull()
                .satisfies(decision ->
                        assertThat(decision.reason()).startsWith("It names").doesNotContain("4111 1111 1111 1111"));
        assertThatThrownBy(() -> fixture.council.within(() -> fixture.approvals.decline(id, fixture.ben, " ")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyWhoeverAskedTakesItBack() {
        var id = fixture.waiting(subject());
        assertThat(fixture.council.within(() -> fixture.approvals.withdraw(id, fixture.ben)))
                .isEqualTo(new Approval.NotPermitted());
        assertThat(fixture.council.within(() -> fixture.approvals.withdraw(id, fixture.ann)))
                .isEqualTo(new Approval.Withdrawn(id));
        assertThat(fixture.approve(id, fixture.ben))
                .isEqualTo(new Approval.TooLate(RequestState.WITHDRAWN, "Ann", TestCouncil.FRIDAY));
    }

    @Test
    void whatNobodyDecidesInTimeLapsesWhetherTheJobHasRunOrNot() {
        var id = fixture.waiting(subject());
        var end = TestCouncil.FRIDAY.plus(Duration.ofDays(5));
        fixture.council.setNow(end);

        assertThat(fixture.approve(id, fixture.ben)).isEqualTo(new Approval.TooLate(RequestState.LAPSED, null, end));
        fixture.council.within(fixture.approvals::lapse);
        fixture.council.within(fixture.approvals::lapse);
        assertThat(fixture.find(id).state()).isEqualTo(RequestState.LAPSED);
        assertThat(fixture.noted(id, "approvals.lapsed")).isOne();
        assertThat(fixture.approve(id, fixture.ben)).isEqualTo(new Approval.TooLate(RequestState.LAPSED, null, end));
    }

    /// It was open when it was read, and lapsed before it was written.
    @Test
    void theDatabaseDecidesNothingThatHasLapsed() {
        var id = fixture.waiting(subject());
        var request = fixture.find(id);
        var store = new RequestStore(fixture.council.db);
        var late = Request.Decision.of(Authority.who(fixture.ben), null, request.lapsesAt());
        assertThat(fixture.council.within(() -> store.decide(request.decided(RequestState.APPROVED, late), late)))
                .isFalse();
        var inTime = Request.Decision.of(
                Authority.who(fixture.ben), null, request.lapsesAt().minusSeconds(1));
        assertThat(fixture.council.within(() -> store.decide(request.decided(RequestState.APPROVED, inTime), inTime)))
                .isTrue();
    }

    @Test
    void whatWaitsADayLessThanThatStillWaits() {
        var id = fixture.waiting(subject());
        fixture.council.setNow(TestCouncil.FRIDAY.plus(Duration.ofDays(5)).minusSeconds(1));
        fixture.council.within(fixture.approvals::lapse);
        assertThat(fixture.approve(id, fixture.ben)).isEqualTo(new Approval.Approved(id));
    }

    @Test
    void theSameFormSentTwiceAsksOnce() {
        var ask = fixture.gift(subject(), 1_000_000_00, fixture.ann).as(ApprovalId.fresh());
        assertThat(fixture.ask(ask)).isEqualTo(new Asked.Waiting(ask.id()));
        assertThat(fixture.ask(ask)).isEqualTo(new Asked.Waiting(ask.id()));
        assertThat(fixture.noted(ask.id(), "approvals.asked")).isOne();
        assertThatThrownBy(() -> fixture.ask(
                        fixture.gift(subject(), 1_000_000_00, fixture.ann).as(ask.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void underTheIdOfAColleaguesRequestNobodyAsks() {
        var subject = subject();
        var ask = fixture.gift(subject, 1_000_000_00, fixture.ann).as(ApprovalId.fresh());
        fixture.ask(ask);
        assertThatThrownBy(() -> fixture.ask(
                        fixture.gift(subject, 1_000_000_00, fixture.ben).as(ask.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aProgramIsNoSecondPersonAndNoFirstOne() {
        var program = PeopleFixture.program("loader", Permission.values());
        assertThat(fixture.ask(fixture.gift(subject(), 1_000_000_00, program))).isEqualTo(new Asked.NotAPerson());
    }

    @Test
    void whatNobodyDeclaredCannotBeAskedFor() {
        var ask = Ask.of("tests.unheard-of", "x", "x", "{}", fixture.ann);
        assertThatThrownBy(() -> fixture.ask(ask)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theInboxHoldsWhatOneMayDecideAndNothingElse() {
        var hers = fixture.waiting(subject());
        var sweets = fixture.waiting("sweets");
        var bens = fixture.waiting(subject(), fixture.ben);

        assertThat(waitingFor(fixture.ben)).contains(hers, sweets).doesNotContain(bens);
        assertThat(waitingFor(fixture.bea)).contains(hers, bens).doesNotContain(sweets);
        assertThat(waitingFor(fixture.ann)).isEmpty();
        assertThat(waitingFor(fixture.cal)).isEmpty();
        fixture.approve(hers, fixture.bea);
        assertThat(waitingFor(fixture.ben)).doesNotContain(hers);
    }

    private static java.util.List<ApprovalId> waitingFor(Person person) {
        return fixture.council.within(() -> fixture.inbox().toDecide(person)).stream()
                .map(Request::id)
                .toList();
    }
}
