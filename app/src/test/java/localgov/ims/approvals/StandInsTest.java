package localgov.ims.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import localgov.ims.TestCouncil;
import localgov.ims.approvals.StandIns.Named;
import localgov.ims.people.PeopleFixture;
import localgov.ims.people.Person;
import localgov.ims.people.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// While Ben is away Cal decides in his place: about what Ben could decide, and never about what Ben or Cal asked
/// for.
class StandInsTest {
    static final ApprovalsFixture fixture = new ApprovalsFixture();
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @AfterEach
    void nobodyStandsIn() {
        fixture.council.setNow(TestCouncil.FRIDAY);
        fixture.council.within(() -> {
            for (var approver : java.util.List.of(fixture.ben, fixture.bea)) {
                fixture.standIns.namedBy(approver).forEach(one -> fixture.standIns.end(one.id(), approver));
            }
        });
    }

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(fixture.council.brokenLaws()).isEmpty();
        fixture.close();
    }

    private static String subject() {
        return "gift:" + UUID.randomUUID();
    }

    private static Named name(Person approver, String email, LocalDate from, LocalDate to) {
        return fixture.council.within(() -> fixture.standIns.name(UUID.randomUUID(), approver, email, from, to));
    }

    private static StandIn stands(Person approver, Person standIn) {
        return name(approver, standIn.email(), FRIDAY, FRIDAY.plusDays(7)) instanceof Named.Done(var one)
                ? one
                : fail();
    }

    private static StandIn fail() {
        throw new AssertionError("Nobody was named");
    }

    @Test
    void aStandInApprovesInTheirPlaceAndBothAreKept() {
        var id = fixture.waiting(subject());
        assertThat(fixture.approve(id, fixture.cal)).isEqualTo(new Approval.NotPermitted());
        stands(fixture.ben, fixture.cal);
        assertThat(fixture.council.within(() -> fixture.inbox().toDecide(fixture.cal)))
                .extracting(Request::id)
                .contains(id);

        assertThat(fixture.approve(id, fixture.cal)).isEqualTo(new Approval.Approved(id));
        var decision = fixture.find(id).decision();
        assertThat(decision).isNotNull();
        assertThat(decision.by()).isEqualTo(Authority.who(fixture.cal));
        assertThat(decision.insteadOf()).isEqualTo(Authority.who(fixture.ben));
    }

    @Test
    void aStandInDoesNotApproveWhatTheyAskedForThemselves() {
        var person = PeopleFixture.add(fixture.council, "Fin", Role.INCOME_OFFICER);
        stands(fixture.ben, person);
        var id = fixture.waiting(subject(), person);
        assertThat(fixture.approve(id, person)).isEqualTo(new Approval.SamePerson());
    }

    @Test
    void aStandInDoesNotApproveWhatTheOneWhoNamedThemAskedFor() {
        stands(fixture.ben, fixture.cal);
        var id = fixture.waiting(subject(), fixture.ben);
        assertThat(fixture.approve(id, fixture.cal)).isEqualTo(new Approval.ForWhoAsked("Ben"));
        assertThat(fixture.council.within(() -> fixture.inbox().toDecide(fixture.cal)))
                .extracting(Request::id)
                .doesNotContain(id);
    }

    @Test
    void notEvenWhenTheyMayApproveInTheirOwnRight() {
        var id = fixture.waiting(subject(), fixture.ben);
        stands(fixture.ben, fixture.bea);
        assertThat(fixture.council.within(() -> fixture.approvals.decline(id, fixture.bea, "No")))
                .isEqualTo(new Approval.ForWhoAsked("Ben"));
    }

    @Test
    void theDatabaseItselfRefusesAStandInForWhoeverAsked() {
        var id = fixture.waiting(subject(), fixture.ann);
        assertThatThrownBy(() -> fixture.council.within(() -> fixture.council
                        .db
                        .sql("""
                        update approvals_request
                           set state = 'APPROVED',
                               decided_by = :cal,
                               decided_at = asked_at,
                               instead_of = asked_by
                         where id = :id
                        """)
                        .param("cal", fixture.cal.id())
                        .param("id", id)
                        .update()))
                .hasStackTraceContaining("nobody_stands_in_for_who_asked");
    }

    /// The days are days in London, both included.
    @ParameterizedTest
    @CsvSource(textBlock = """
            at                   | answer
            2026-11-19T23:59:59Z | NotPermitted
            2026-11-20T00:00:00Z | Approved
            2026-11-22T23:59:59Z | Approved
            2026-11-23T00:00:00Z | NotPermitted
            """, delimiter = '|', useHeadersInDisplayName = true)
    void aStandInStandsInFromTheFirstDayToTheLast(java.time.Instant at, String answer) {
        fixture.council.setNow(TestCouncil.FRIDAY.minus(Duration.ofDays(1)));
        name(fixture.ben, fixture.cal.email(), FRIDAY, FRIDAY.plusDays(2));
        var id = fixture.waiting(subject());
        fixture.council.setNow(at);
        assertThat(fixture.approve(id, fixture.cal).getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void whoeverIsEndedStandsInNoMore() {
        var one = stands(fixture.ben, fixture.cal);
        var id = fixture.waiting(subject());
        assertThat(fixture.council.within(() -> fixture.standIns.end(one.id(), fixture.bea)))
                .isFalse();
        assertThat(fixture.council.within(() -> fixture.standIns.end(one.id(), fixture.ben)))
                .isTrue();
        assertThat(fixture.council.within(() -> fixture.standIns.end(one.id(), fixture.ben)))
                .isFalse();
        assertThat(fixture.approve(id, fixture.cal)).isEqualTo(new Approval.NotPermitted());
    }

    @Test
    void aStandInHasNoMoreThanWhoeverNamedThemHasNow() {
        var former = PeopleFixture.add(fixture.council, "Flo", Role.INCOME_MANAGER);
        stands(former, fixture.cal);
        var id = fixture.waiting(subject());
        PeopleFixture.change(fixture.council, former, Role.CASHIER);
        assertThat(fixture.approve(id, fixture.cal)).isEqualTo(new Approval.NotPermitted());
        PeopleFixture.change(fixture.council, former, Role.INCOME_MANAGER);
        PeopleFixture.leaves(fixture.council, former);
        assertThat(fixture.approve(id, fixture.cal)).isEqualTo(new Approval.NotPermitted());
    }

    @Test
    void whatAKindRefusesTheOneItRefusesTheOther() {
        stands(fixture.bea, fixture.cal);
        var id = fixture.waiting("sweets");
        assertThat(fixture.approve(id, fixture.cal)).isEqualTo(new Approval.NotPermitted());
    }

    @Test
    void aStandInDoesNotNameAnother() {
        stands(fixture.ben, fixture.cal);
        assertThat(name(fixture.cal, fixture.ada.email(), FRIDAY, FRIDAY)).isEqualTo(new Named.NotAnApprover());
        assertThat(name(fixture.bea, fixture.ada.email(), FRIDAY, FRIDAY)).isInstanceOf(Named.Done.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            by  | email                | from       | to         | answer
            ann | cal@demo.example     | 2026-11-20 | 2026-11-20 | NotAnApprover
            ben | nobody@demo.example  | 2026-11-20 | 2026-11-20 | NoSuchPerson
            ben | ben@demo.example     | 2026-11-20 | 2026-11-20 | Themselves
            ben | cal@demo.example     | 2026-11-19 | 2026-11-20 | InThePast
            ben | cal@demo.example     | 2026-11-21 | 2026-11-20 | EndsBeforeItBegins
            ben | cal@demo.example     | 2026-11-20 | 2027-02-21 | TooLong
            ben | cal@demo.example     | 2026-11-20 | 2027-02-20 | Done
            """, delimiter = '|', useHeadersInDisplayName = true)
    void whoCanBeNamed(String by, String email, LocalDate from, LocalDate to, String answer) {
        var approver = by.equals("ann") ? fixture.ann : fixture.ben;
        assertThat(name(approver, email, from, to).getClass().getSimpleName()).isEqualTo(answer);
    }
}
