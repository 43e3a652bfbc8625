package localgov.ims.suspense;

import static localgov.ims.suspense.SuspenseFixture.toCy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Approving;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import localgov.ims.people.PeopleFixture;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Role;
import localgov.ims.platform.TypedJdbc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Above the council's limit, money leaves suspense when a second person approves it, once, or not at all.
class ALimitOnSuspenseTest {
    static final SuspenseFixture fixture = new SuspenseFixture();
    static final Person ann = PeopleFixture.add(fixture.council, "Ann", Role.INCOME_OFFICER);
    static final Person ben = PeopleFixture.add(fixture.council, "Ben", Role.INCOME_MANAGER);
    static final Approvals approvals =
            Approving.on(fixture.council.dataSource, fixture.council.clock(), () -> List.of(fixture.kind()));

    @BeforeAll
    static void aHundredPoundsAWeek() {
        fixture.council.within(
                () -> Approving.limit(fixture.council.dataSource, AllocationKind.NAME, Money.pence(100_00), 7));
    }

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(fixture.council.brokenLaws()).isEmpty();
        fixture.close();
    }

    private static Allocated place(Allocation asked, Caller by) {
        return fixture.council.within(() -> fixture.suspense.allocate(asked, by));
    }

    private static Approval approve(Allocation asked, Person by) {
        return fixture.council.within(() -> approvals.approve(new ApprovalId(asked.id()), by));
    }

    private static Person somebody(String name) {
        return PeopleFixture.add(fixture.council, name, Role.INCOME_OFFICER);
    }

    @Test
    void moreThanTheLimitMovesWhenASecondPersonApproves() {
        long item = fixture.arrives(300_00);
        var asked = toCy(item, 300_00);

        assertThat(place(asked, ann)).isEqualTo(new Allocated.NeedsApproval(new ApprovalId(asked.id())));
        assertThat(place(asked, ann)).isEqualTo(new Allocated.NeedsApproval(new ApprovalId(asked.id())));
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(300_00));
        assertThat(approve(asked, ann)).isEqualTo(new Approval.SamePerson());

        assertThat(approve(asked, ben)).isInstanceOf(Approval.Approved.class);
        assertThat(fixture.remaining(item)).isEqualTo(Money.ZERO);
        assertThat(signed(asked)).isEqualTo("ann@demo.example ben@demo.example");
        assertThat(place(asked, ann)).isInstanceOf(Allocated.SeenBefore.class);
    }

    /// Who entered the journal of an allocation and who approved it.
    private static String signed(Allocation asked) {
        return fixture.council.within(() -> fixture.council
                .db
                .sql("""
                select entered_by || ' ' || approved_by as signed
                  from ledger_journals
                 where source_kind = 'allocation'
                   and source_id = :id
                """)
                .param("id", asked.id().toString())
                .query(String.class)
                .single());
    }

    @Test
    void whatIsWithinTheLimitMovesAtOnceUntilItAddsUp() {
        var by = somebody("Una");
        long item = fixture.arrives(1_000_00);
        assertThat(place(toCy(item, 60_00), by)).isInstanceOf(Allocated.Done.class);
        assertThat(place(toCy(item, 60_00), by)).isInstanceOf(Allocated.NeedsApproval.class);
        assertThat(place(toCy(item, 40_00), by)).isInstanceOf(Allocated.Done.class);
        assertThat(place(toCy(fixture.arrives(1_00), 1_00), by)).isInstanceOf(Allocated.NeedsApproval.class);
        assertThat(place(toCy(item, 1_00), somebody("Uri"))).isInstanceOf(Allocated.NeedsApproval.class);
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(900_00));
    }

    @Test
    void whatIsRefusedIsNotCounted() {
        var by = somebody("Val");
        long item = fixture.arrives(90_00);
        assertThat(place(toCy(item, 95_00), by)).isInstanceOf(Allocated.MoreThanRemains.class);
        assertThat(place(toCy(item, 90_00), by)).isInstanceOf(Allocated.Done.class);
    }

    @Test
    void whatHasBeenPlacedInBetweenIsNotPlacedAgain() {
        long item = fixture.arrives(300_00);
        var first = toCy(item, 200_00);
        var second = toCy(item, 200_00);
        place(first, ann);
        place(second, ann);
        assertThat(approve(first, ben)).isInstanceOf(Approval.Approved.class);
        assertThat(approve(second, ben))
                .isEqualTo(new Approval.Stale(
                        "Only £100.00 remains on the item.", "Dim ond £100.00 sy’n weddill ar yr eitem."));
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(100_00));
    }

    @Test
    void whoeverAskedAndMayNoLongerPlaceMoneyThereHasNotPlacedIt() {
        var by = somebody("Wyn");
        long item = fixture.arrives(300_00);
        var asked = toCy(item, 300_00);
        assertThat(place(asked, by)).isInstanceOf(Allocated.NeedsApproval.class);
        try (var pool = fixture.council.ownerPool()) {
            TypedJdbc.client(pool)
                    .sql("update council_aldermere.people_grant set funds = '{11}' where person = :person")
                    .param("person", by.id())
                    .update();
        }
        assertThat(approve(asked, ben)).isInstanceOf(Approval.Stale.class);
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(300_00));
    }

    @Test
    void aProgramStopsAtTheLimit() {
        var program = PeopleFixture.program("loader", Permission.ALLOCATE_SUSPENSE);
        long item = fixture.arrives(300_00);
        assertThat(place(toCy(item, 101_00), program)).isEqualTo(new Allocated.NeedsAPerson());
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(300_00));
        assertThat(place(toCy(item, 99_00), program)).isInstanceOf(Allocated.Done.class);
    }
}
