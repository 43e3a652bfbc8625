package localgov.ims.unpaid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.people.People;
import localgov.ims.receipts.Arrival;
import localgov.ims.refunds.Claims;
import localgov.ims.refunds.RefundId;
import localgov.ims.refunds.Refunds;
import localgov.ims.refunds.Wanting;
import localgov.ims.refunds.Wish;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// What a bank returned unpaid leaves its account once, whoever writes it down, and not twice by different ways.
class UnpaidOnceTest extends UnpaidJourney {
    @RepeatedTest(3)
    void ofManyWhoWriteItDownAtOnceOneDoes() throws Exception {
        var journal = cheque();
        var barrier = new CyclicBarrier(6);
        try (var pool = Executors.newFixedThreadPool(6)) {
            var asked = new ArrayList<Future<Returned>>();
            for (int i = 0; i < 6; i++) {
                asked.add(pool.submit(() -> {
                    barrier.await();
                    return write(journal);
                }));
            }
            var answers = new ArrayList<Returned>();
            for (var one : asked) {
                answers.add(one.get());
            }
            assertThat(answers).filteredOn(Returned.Done.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(Returned.SeenBefore.class::isInstance)
                    .hasSize(5);
        }
        assertThat(returned(journal)).hasSize(1);
        assertThat(noted(journal)).hasSize(1);
    }

    @Test
    void theDatabaseItselfKeepsItToOnce() {
        var journal = cheque();
        write(journal);
        var receipt = new UnpaidReceipt(
                journal,
                CHEQUE,
                CHEQUE,
                today(),
                null,
                null,
                List.of(new UnpaidReceipt.Line(1, "23", CY, Money.pounds(120, 0), false)),
                List.of());
        assertThat(within(() -> app.getBean(UnpaidStore.class)
                        .insert(
                                receipt,
                                new localgov.ims.ledger.JournalId(journal),
                                today(),
                                "again",
                                "x",
                                clock.instant())))
                .isFalse();
    }

    private Wanting refund(long journal) {
        var wish = new Wish(
                RefundId.at(Instant.now()),
                journal,
                1,
                List.of(new Wish.Part(1, Money.pounds(20, 0))),
                "Moved away",
                "C Pays");
        return within(() -> app.getBean(Refunds.class)
                .ask(
                        wish,
                        app.getBean(People.class).find("finance@demo.example").orElseThrow()));
    }

    @Test
    void whatIsBeingRefundedIsNotReturnedAsWellNorTheOtherWayRound() {
        var refunded = cheque();
        assertThat(refund(refunded)).isInstanceOf(Wanting.Waiting.class);
        assertThat(write(refunded)).isInstanceOf(Returned.GivenBack.class);
        assertThat(send(refunded, today(), "Refer to drawer", finance)).hasStatus(409);
        assertThat(returned(refunded)).isEmpty();

        var returned = cheque();
        assertThat(write(returned)).isInstanceOf(Returned.Done.class);
        assertThat(refund(returned)).isNotInstanceOf(Wanting.Waiting.class);
    }

    @RepeatedTest(5)
    void ofARefundAndAReturnAtOnceOneHappens() throws Exception {
        var journal = cheque();
        var barrier = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var refunded = pool.submit(() -> {
                barrier.await();
                return refund(journal) instanceof Wanting.Waiting;
            });
            var returned = pool.submit(() -> {
                barrier.await();
                return write(journal) instanceof Returned.Done;
            });
            assertThat(refunded.get()).isNotEqualTo(returned.get());
        }
    }

    @Test
    void whatAPayersBankMayStillTakeIsNotReturned() {
        var journal = cheque();
        var dispute = UUID.randomUUID();
        standing(dispute, journal);
        assertThat(write(journal)).isInstanceOf(Returned.GivenBack.class);
        standing(dispute, null);
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
    }

    private void standing(UUID dispute, @org.jspecify.annotations.Nullable Long journal) {
        within(() -> app.getBean(TransactionTemplate.class).execute(_ -> {
            app.getBean(Claims.class).standsFor(dispute, journal);
            return true;
        }));
    }

    @Test
    void onlyWhatABankCanReturnIsReturned() {
        var line = Arrival.Line.of("23", CY, Money.pounds(7, 0), null);
        var cash = received("cash", AccountName.clearing("cash"), line);
        assertThat(get(path(cash), finance)).hasStatus(404);
        assertThat(page(get("/office/receipts/" + cash + "-1", finance)).select("a[href$=/returned]"))
                .isEmpty();
        assertThat(write(cash)).isInstanceOf(Returned.NoSuchReceipt.class);

        var cheque = cheque();
        write(cheque);
        var itself = within(() ->
                app.getBean(UnpaidReceipts.class).of(cheque, 1).orElseThrow().posted());
        assertThat(write(itself)).as("what was posted for a return").isInstanceOf(Returned.NoSuchReceipt.class);
        assertThat(get("/office/receipts/no-such/returned", finance)).hasStatus(404);
    }
}
