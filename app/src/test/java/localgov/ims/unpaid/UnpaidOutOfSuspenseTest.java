package localgov.ims.unpaid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.people.People;
import localgov.ims.people.Scope;
import localgov.ims.receipts.Arrival;
import localgov.ims.suspense.Allocated;
import localgov.ims.suspense.Allocation;
import localgov.ims.suspense.Suspense;
import localgov.ims.suspense.SuspenseGivenBack;
import localgov.ims.suspense.SuspenseItem;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// What a bank returned unpaid of money in suspense goes straight out of there, once.
class UnpaidOutOfSuspenseTest extends UnpaidJourney {
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
        return allocate(new Allocation(UUID.randomUUID(), item(journal).id(), List.of(line), null));
    }

    private Allocated allocate(Allocation wanted) {
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
    void whatWasPlacedSinceGoesOffTheBillsOnWhichItIsAndTheRestOutOfSuspense() {
        var journal = unplaced();
        assertThat(place(journal, 2)).isInstanceOf(Allocated.Done.class);
        var second = ((Allocated.Done) place(journal, 1)).journal().value();
        assertThat(page(get(path(journal), finance)).select("main").text())
                .contains("In suspense £4.00", CY + ", placed there from suspense £2.00", "All 3 parts");
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
        assertThat(returned(journal))
                .containsExactly(
                        "suspense > clearing:cheque 400 0 cheque-unpaid " + today(),
                        "fund:23 > clearing:cheque 200 0 cheque-unpaid " + today(),
                        "fund:23 > clearing:cheque 100 0 cheque-unpaid " + today());
        assertThat(item(journal).remaining()).isEqualTo(Money.ZERO);
        assertThat(onTheBill()).isEqualTo(Money.ZERO);
        assertThat(write(journal)).isInstanceOf(Returned.SeenBefore.class);
        assertThat(returned(journal)).hasSize(3);

        var story = page(get("/office/receipts/" + second + "-1", finance));
        assertThat(story.select("main").text()).as("the bill it was placed on").contains("The bank returned it on");
        var back = within(() ->
                app.getBean(UnpaidReceipts.class).of(second, 1).orElseThrow().posted());
        assertThat(page(get("/office/receipts/" + back + "-3", finance))
                        .select("main a[href=/office/receipts/%d-1]".formatted(journal)))
                .as("what went out leads to the receipt")
                .hasSize(1);
    }

    @Test
    void whatWasPlacedWhollyLeavesNothingInSuspenseAndTakesItsVatAlong() {
        var journal = received(
                CHEQUE, AccountName.bank("main"), Arrival.Line.unplaced(Money.pounds(12, 0), "Unreadable.", null));
        var line = new Allocation.Line("PM", "PP1234567", Money.pounds(12, 0), null);
        var wanted = new Allocation(UUID.randomUUID(), item(journal).id(), List.of(line), null);
        assertThat(allocate(wanted)).isInstanceOf(Allocated.Done.class);
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
        assertThat(returned(journal)).containsExactly("fund:PM > suspense:paid-out 1200 200 cheque-unpaid " + today());
    }

    @Test
    void whatIsGivenBackOutOfSuspenseIsNotReturnedAsWell() {
        var journal = unplaced();
        assertThat(within(() -> app.getBean(SuspenseGivenBack.class).reserve(journal, 1, Money.pounds(3, 0))))
                .isTrue();
        assertThat(write(journal)).isEqualTo(new Returned.NotPossible(UnpaidReceipt.WhyNot.GIVEN_BACK));
        assertThat(page(get(path(journal), finance)).select(".govuk-inset-text").text())
                .contains("given back from there");
        assertThat(returned(journal)).isEmpty();
        within(() -> {
            app.getBean(SuspenseGivenBack.class).release(journal, 1, Money.pounds(3, 0));
            return true;
        });
    }

    private Money onTheBill() {
        return within(() -> db.sql("""
                select coalesce(sum(case when to_account = 'fund:23' then pence else -pence end), 0)::bigint as pence
                  from ledger_postings
                 where fund = '23'
                   and account_number = :account
                """).param("account", CY).query(Money.class).single());
    }

    /// Whoever is first: it comes off the bill if it got there, and is never on it afterwards.
    @RepeatedTest(5)
    void ofOneWhoPlacesItAndOneWhoReturnsItAtOnceNothingIsLeftOnTheBill() throws Exception {
        var journal = unplaced();
        var barrier = new CyclicBarrier(3);
        try (var pool = Executors.newFixedThreadPool(3)) {
            var placed = List.of(4, 3).stream()
                    .map(pounds -> pool.submit(() -> {
                        barrier.await();
                        return place(journal, pounds);
                    }))
                    .toList();
            var returned = pool.submit(() -> {
                barrier.await();
                return write(journal);
            });
            assertThat(returned.get()).isInstanceOf(Returned.Done.class);
            for (var one : placed) {
                one.get();
            }
        }
        assertThat(onTheBill()).isEqualTo(Money.ZERO);
        assertThat(item(journal).remaining()).isEqualTo(Money.ZERO);
        assertThat(place(journal, 1)).isNotInstanceOf(Allocated.Done.class);
    }

    /// Whoever looked before it was placed finds in the item's own row that it was.
    @Test
    void whoeverLookedBeforeItWasPlacedTakesNothing() {
        var journal = unplaced();
        assertThat(place(journal, 7)).isInstanceOf(Allocated.Done.class);
        boolean taken = within(() -> app.getBean(SuspenseGivenBack.class).reserve(journal, 1, Money.pounds(7, 0)));
        assertThat(taken).isFalse();
    }
}
