package localgov.ims.unpaid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import localgov.ims.kernel.Money;
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
        var wanted = new Allocation(UUID.randomUUID(), item(journal).id(), List.of(line), null);
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
    void whatWasPlacedOutOfSuspenseSinceIsNotReturnedHere() {
        var journal = unplaced();
        assertThat(place(journal, 2)).isInstanceOf(Allocated.Done.class);
        assertThat(write(journal)).isEqualTo(new Returned.NotPossible(UnpaidReceipt.WhyNot.PLACED));
        assertThat(page(get(path(journal), finance)).select(".govuk-inset-text").text())
                .contains("placed or given back since");
        assertThat(returned(journal)).isEmpty();
        assertThat(item(journal).remaining()).isEqualTo(Money.pounds(5, 0));
    }

    @RepeatedTest(5)
    void ofOneWhoPlacesItAndOneWhoReturnsItAtOnceOneDoes() throws Exception {
        var journal = unplaced();
        var barrier = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var placed = pool.submit(() -> {
                barrier.await();
                return place(journal, 7) instanceof Allocated.Done;
            });
            var returned = pool.submit(() -> {
                barrier.await();
                return write(journal) instanceof Returned.Done;
            });
            assertThat(placed.get()).isNotEqualTo(returned.get());
        }
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
