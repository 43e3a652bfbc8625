package localgov.ims.suspense;

import static localgov.ims.suspense.SuspenseFixture.ANN;
import static localgov.ims.suspense.SuspenseFixture.CY;
import static localgov.ims.suspense.SuspenseFixture.line;
import static localgov.ims.suspense.SuspenseFixture.toCy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.PersonId;
import localgov.ims.people.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspenseTest {
    static final SuspenseFixture fixture = new SuspenseFixture();

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(fixture.council.brokenLaws()).isEmpty();
        fixture.close();
    }

    /// Whoever may place money of parking fines alone, however they learned which item it is.
    @Test
    void anItemOutsideOfOnesLimitsIsNotPlacedNotEvenWithinThem() {
        long item = fixture.arrives(12_000);
        var parking = List.of(new Held(Set.of(Permission.ALLOCATE_SUSPENSE), Limits.toFunds("11")));
        var cal = new Person(new PersonId(UUID.randomUUID()), "cal@demo.example", "Cal", parking);
        var fine = new Allocation(UUID.randomUUID(), item, List.of(line("11", "BJ99518409", 12_000)), null);
        assertThat(fixture.council.within(() -> fixture.suspense.allocate(fine, cal)))
                .isEqualTo(new Allocated.NoSuchItem());
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(12_000));
        assertThat(fixture.allocate(fine)).as("by somebody without limits").isInstanceOf(Allocated.Done.class);
    }

    record Posted(
            String fromAccount,
            String toAccount,
            long pence,
            String accountNumber,
            String payer,
            String narrative,
            String enteredBy) {}

    static List<Posted> posted(UUID allocation) {
        return fixture.council.within(() -> fixture.council
                .db
                .sql("""
                select from_account, to_account, pence, account_number, payer, narrative, entered_by
                  from ledger_postings
                 where source_kind = 'allocation'
                   and source_id = :id
                 order by line
                """)
                .param("id", allocation.toString())
                .query(Posted.class)
                .list());
    }

    @Test
    void anItemGoesWhollyToOneAccount() {
        long item = fixture.arrives(12_000, "C PAYS", "CTAX 77495262");
        var asked = toCy(item, 12_000);

        assertThat(fixture.allocate(asked))
                .isInstanceOfSatisfying(
                        Allocated.Done.class,
                        done -> assertThat(done.remaining()).isEqualTo(Money.ZERO));
        assertThat(posted(asked.id()))
                .containsExactly(new Posted("suspense", "fund:23", 12_000, CY, "C PAYS", "CTAX 77495262", ANN));
        assertThat(fixture.council.within(() -> fixture.suspense
                        .item(item, Scope.EVERYTHING)
                        .orElseThrow()
                        .isOpen()))
                .isFalse();
    }

    @Test
    void anItemGoesInPartsToSeveralAccountsAndTheRestStaysOpen() {
        long item = fixture.arrives(20_000);
        var asked = new Allocation(
                UUID.randomUUID(),
                item,
                List.of(
                        line("23", CY, 12_000),
                        new Allocation.Line("GW", "gw 123-456", Money.pence(3_000), "Two bins")),
                null);

        assertThat(fixture.allocate(asked)).isInstanceOf(Allocated.Done.class);
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(5_000));
        assertThat(posted(asked.id()))
                .extracting(Posted::toAccount, Posted::accountNumber, Posted::narrative)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("fund:23", CY, "FASTER PAYMENT RECEIPT"),
                        org.assertj.core.groups.Tuple.tuple("fund:GW", "GW123456", "Two bins"));

        assertThat(fixture.allocate(toCy(item, 5_000))).isInstanceOf(Allocated.Done.class);
        assertThat(fixture.remaining(item)).isEqualTo(Money.ZERO);
    }

    @Test
    void theSameDecisionIsMadeOnce() {
        long item = fixture.arrives(9_000);
        var asked = toCy(item, 4_000);
        var done = (Allocated.Done) fixture.allocate(asked);

        assertThat(fixture.allocate(asked))
                .isEqualTo(new Allocated.SeenBefore(asked.id(), done.journal(), Money.pence(5_000)));
        var spaced = new Allocation(asked.id(), item, List.of(line("23", "77 495 2620", 4_000)), null);
        assertThat(fixture.allocate(spaced)).isInstanceOf(Allocated.SeenBefore.class);
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(5_000));
    }

    @Test
    void aDecisionIsNotMadeAnewUnderAnOldId() {
        long item = fixture.arrives(9_000);
        var asked = toCy(item, 4_000);
        fixture.allocate(asked);

        assertThat(fixture.allocate(new Allocation(asked.id(), item, List.of(line("23", CY, 4_001)), null)))
                .isEqualTo(new Allocated.SeenDifferently(asked.id()));
        assertThat(fixture.allocate(new Allocation(asked.id(), fixture.arrives(9_000), asked.lines(), null)))
                .isEqualTo(new Allocated.SeenDifferently(asked.id()));
        assertThat(fixture.allocate(new Allocation(asked.id(), item, List.of(line("GW", "GW123456", 4_000)), null)))
                .isEqualTo(new Allocated.SeenDifferently(asked.id()));
    }

    /// The very first allocation of an item has no row to be counted in yet.
    @Test
    void whatIsTakenFirstIsNoMoreThanCameInWhoeverLookedBefore() {
        var item = fixture.council.within(() ->
                fixture.suspense.item(fixture.arrives(1_000), Scope.EVERYTHING).orElseThrow());
        var store = new SuspenseStore(fixture.council.db);
        assertThat(fixture.council.within(() -> store.take(item, Money.pence(1_001), null)))
                .isEmpty();
        assertThat(fixture.remaining(item.id())).isEqualTo(Money.pence(1_000));
    }

    @Test
    void neverMoreThanRemains() {
        long item = fixture.arrives(1_000);
        assertThat(fixture.allocate(toCy(item, 1_001))).isEqualTo(new Allocated.MoreThanRemains(Money.pence(1_000)));
        assertThat(fixture.allocate(toCy(item, 600))).isInstanceOf(Allocated.Done.class);
        assertThat(fixture.allocate(toCy(item, 401))).isEqualTo(new Allocated.MoreThanRemains(Money.pence(400)));
        assertThat(fixture.allocate(new Allocation(
                        UUID.randomUUID(),
                        item,
                        List.of(line("23", CY, Long.MAX_VALUE), line("23", CY, Long.MAX_VALUE)),
                        null)))
                .isEqualTo(new Allocated.MoreThanRemains(Money.pence(400)));
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(400));
    }

    @Test
    void whoSawSomethingElseIsToldThatSomebodyWasQuicker() {
        long item = fixture.arrives(1_000);
        var seenWhole = new Allocation(UUID.randomUUID(), item, List.of(line("23", CY, 300)), Money.pence(1_000));
        var alsoSeenWhole = new Allocation(UUID.randomUUID(), item, List.of(line("23", CY, 300)), Money.pence(1_000));

        assertThat(fixture.allocate(seenWhole)).isInstanceOf(Allocated.Done.class);
        assertThat(fixture.allocate(alsoSeenWhole)).isEqualTo(new Allocated.ChangedByAnother(Money.pence(700)));
        var seenRest = new Allocation(UUID.randomUUID(), item, List.of(line("23", CY, 700)), Money.pence(700));
        assertThat(fixture.allocate(seenRest)).isInstanceOf(Allocated.Done.class);
        assertThat(fixture.allocate(toCy(item, 1))).isEqualTo(new Allocated.ChangedByAnother(Money.ZERO));
    }

    @Test
    void anItemThatIsNotThereCannotBeAllocated() {
        assertThat(fixture.allocate(toCy(987_654_321, 5))).isEqualTo(new Allocated.NoSuchItem());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            fund | account        | amount | note | field     | code
            23   | 774952620      | 0      |      | amount    | not-positive
            23   | 774952620      | -1     |      | amount    | not-positive
            ZZ   | 774952620      | 5      |      | fund      | unknown-fund
            ''   | 774952620      | 5      |      | fund      | blank
            1    | X              | 5      |      | fund      | unknown-fund
            23   | 774952621      | 5      |      | account   | check-digit
            23   | 123            | 5      |      | account   | length
            23   | ''             | 5      |      | account   | blank
            11   | BJ99518408     | 5      |      | account   | check-digit
            5    | 61100500000    | 5      |      | account   | unknown-account
            23   | 774952620      | 5      | long | narrative | too-long
            """, delimiter = '|', useHeadersInDisplayName = true)
    void aLineThatCannotBeIsRefusedWithItsField(
            String fund, String account, long pence, String note, String field, String code) {
        long item = fixture.arrives(1_000);
        if (code.equals("unknown-account")) {
            account = unknown("5");
        }
        var bad = new Allocation.Line(fund, account, Money.pence(pence), note == null ? null : "x".repeat(101));
        var answer = fixture.allocate(new Allocation(UUID.randomUUID(), item, List.of(line("23", CY, 5), bad), null));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Allocated.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Allocated.Problem::line, Allocated.Problem::field, Allocated.Problem::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, field, code)));
        assertThat(fixture.remaining(item)).isEqualTo(Money.pence(1_000));
    }

    /// A reference of the fund's form that nobody has.
    private static String unknown(String fund) {
        var format = fixture.demo.catalogue;
        return fixture.council.within(() -> java.util.stream.LongStream.range(6_110_051_000L, 6_110_052_000L)
                .boxed()
                .flatMap(stem -> java.util.stream.IntStream.range(0, 10).mapToObj(digit -> stem.toString() + digit))
                .filter(number ->
                        format.now().fund(fund).orElseThrow().check(number).fits())
                .filter(number -> !fixture.accounts.index().exists(fund, number))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void nothingAndTooManyLinesAreRefused() {
        long item = fixture.arrives(1_000);
        assertThat(fixture.allocate(new Allocation(UUID.randomUUID(), item, List.of(), null)))
                .isInstanceOfSatisfying(
                        Allocated.Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().code()).isEqualTo("none"));
        assertThat(fixture.allocate(
                        new Allocation(UUID.randomUUID(), item, Collections.nCopies(101, line("23", CY, 1)), null)))
                .isInstanceOfSatisfying(
                        Allocated.Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().code()).isEqualTo("too-many"));
    }

    @Test
    void moneyThatIsHereMayBePlacedWhereNoMorePaymentsAreTaken() {
        var stopped = fixture.council.within(
                () -> fixture.council.db.sql("""
                select number
                  from accounts_accounts
                 where fund = '23'
                 limit 1
                """).query(String.class).single());
        fixture.council
                .owner()
                .sql("update council_aldermere.accounts_account set stopped = true where number = :number")
                .param("number", stopped)
                .update();
        long item = fixture.arrives(5_000_000_00L);

        assertThat(fixture.allocate(
                        new Allocation(UUID.randomUUID(), item, List.of(line("23", stopped, 5_000_000_00L)), null)))
                .isInstanceOf(Allocated.Done.class);
    }

    @Test
    void aCardNumberInANoteIsMasked() {
        var asked = new Allocation(
                UUID.randomUUID(),
                fixture.arrives(500),
                List.of(new Allocation.Line("GW", "GW123456", Money.pence(500), "card 4111 1111 1111 1111")),
                null);
        fixture.allocate(asked);

        assertThat(posted(asked.id()).getFirst().narrative()).isEqualTo("card **** **** **** 1111");
        assertThat(fixture.allocate(asked)).isInstanceOf(Allocated.SeenBefore.class);
    }

    @Test
    void whoDecidedIsInTheBookAndInTheAudit() {
        long item = fixture.arrives(500);
        fixture.allocate(toCy(item, 200));
        var noted = fixture.council.within(() -> fixture.council
                .db
                .sql("""
                select who || ' ' || did || ' ' || detail
                  from audit_events
                 where subject = :subject
                """)
                .param("subject", "suspense:" + item)
                .query(String.class)
                .single());

        assertThat(noted).matches("ann@demo.example suspense.allocated £2.00 in 1 part, journal \\d+; £3.00 remains");
    }

    @Test
    void allocationsNeverTouchTheBank() {
        var bank = balance(AccountName.bank("main"));
        var suspense = balance(AccountName.SUSPENSE);
        long item = fixture.arrives(700);
        fixture.allocate(toCy(item, 700));

        assertThat(balance(AccountName.bank("main"))).isEqualTo(bank.plus(Money.pence(700)));
        assertThat(balance(AccountName.SUSPENSE)).isEqualTo(suspense);
    }

    private static Money balance(AccountName account) {
        return fixture.council.within(() -> fixture.council
                .db
                .sql("""
                select coalesce(sum(balance), 0)::bigint as pence
                  from ledger_balances
                 where account = :account
                """)
                .param("account", account)
                .query(Money.class)
                .single());
    }
}
