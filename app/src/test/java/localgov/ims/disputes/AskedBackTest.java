package localgov.ims.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import localgov.ims.approvals.Approval;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.By;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Payment;
import localgov.ims.providers.Dispute.State;
import localgov.ims.receipts.TakingBack;
import localgov.ims.refunds.Acted;
import localgov.ims.refunds.Received.WhyNot;
import localgov.ims.refunds.Refund;
import localgov.ims.refunds.RefundState;
import localgov.ims.refunds.Wanting;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// What a payer's bank may still take goes back no other way, whatever refunds held or were promised before.
class AskedBackTest extends DisputeJourney {
    /// All of it was to go back to the card, which did not take it, so that nothing is left for a dispute to keep.
    private Refund failed(Payment payment) {
        return refunds.failed(pay, payment, 3_500, 4_500);
    }

    private Refund askedByBank(Refund failed) {
        return ((Wanting.Waiting) refunds.byBank(failed)).refund();
    }

    private Dispute disputed(Payment payment) {
        Court.bank(pay, payment, "needs_response");
        court.watch();
        return court.of(payment);
    }

    private void decided(Payment payment, String how) {
        Court.bank(pay, payment, how);
        court.watch();
    }

    private static void assertHeld(Acted answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Acted.NotPossible.class, no -> assertThat(no.why()).isEqualTo(WhyNot.DISPUTED));
    }

    @Test
    void whatFailedToTheCardGoesNeitherByBankNorToTheCardUntilItIsDecided() {
        var payment = paid();
        var failed = failed(payment);
        assertThat(disputed(payment).lines()).extracting(Dispute.Line::claimed).containsOnly(Money.ZERO);

        assertThat(refunds.receipt(payment).whyNot()).isEqualTo(WhyNot.DISPUTED);
        assertThat(refunds.byBank(failed)).isEqualTo(new Wanting.NotPossible(WhyNot.DISPUTED));
        assertHeld(refunds.tryAgain(failed));
        assertThat(refunds.state(failed)).isEqualTo(RefundState.FAILED);

        decided(payment, "won");
        assertThat(refunds.byBank(failed)).isInstanceOf(Wanting.Waiting.class);
    }

    @Test
    void whatWasAskedForByBankBeforeIsNotApproved() {
        var payment = paid();
        var failed = failed(payment);
        var bank = askedByBank(failed);
        disputed(payment);
        assertThat(refunds.approve(bank))
                .isInstanceOfSatisfying(
                        Approval.Stale.class,
                        stale -> assertThat(stale.words()).contains("disputes it with their bank"));
        assertThat(refunds.state(bank)).isEqualTo(RefundState.LAPSED);
        assertThat(refunds.state(failed)).isEqualTo(RefundState.FAILED);
    }

    @Test
    void whatWasApprovedByBankBeforeIsNotPaid() {
        var payment = paid();
        var failed = failed(payment);
        var bank = askedByBank(failed);
        refunds.approve(bank);
        disputed(payment);
        assertHeld(refunds.paid(bank));
        assertThat(refunds.state(bank)).isEqualTo(RefundState.APPROVED);

        refunds.giveUp(bank);
        refunds.giveUp(failed);
        decided(payment, "lost");
        assertThat(court.of(payment).lines())
                .extracting(Dispute.Line::lost)
                .containsExactly(Money.pence(3_500), Money.pence(4_500));
    }

    @Test
    void whatFinanceHadPaidBeforeItKnewIsInTheBookAndTheBankTakesItFromTheCouncil() {
        var payment = paid();
        var bank = askedByBank(failed(payment));
        refunds.approve(bank);
        disputed(payment);
        assertThat(refunds.paidAllTheSame(bank)).isInstanceOf(Acted.Done.class);
        decided(payment, "lost");
        var dispute = court.of(payment);
        assertThat(court.posted(dispute)).contains("disputes clearing:card 8000 0");
        assertThat(refunds.state(bank)).isEqualTo(RefundState.SENT);
    }

    /// The dispute is written down and not yet committed when finance says that the bank has paid.
    @Test
    void ofAPaymentByBankAndADisputeAtTheSameMomentOneComesFirst() throws Exception {
        var payment = paid();
        var bank = askedByBank(failed(payment));
        refunds.approve(bank);
        var told = told(payment, "by-hand-" + payment.id());
        var written = new CountDownLatch(1);
        var paying = new CountDownLatch(1);
        var slow = new Court(app, () -> {
            written.countDown();
            await(paying);
        });
        var following =
                CompletableFuture.runAsync(() -> Court.within(() -> slow.following.follow(told, State.NEEDS_RESPONSE)));
        await(written);
        var answer = CompletableFuture.supplyAsync(() -> refunds.paid(bank));
        Thread.sleep(500);
        assertThat(answer).as("it waits for the dispute").isNotDone();
        paying.countDown();
        following.get(60, TimeUnit.SECONDS);
        assertHeld(answer.get(60, TimeUnit.SECONDS));
    }

    private static Dispute.Told told(Payment payment, String number) {
        return new Dispute.Told(
                payment.provider().orElseThrow(),
                number,
                payment.providerReference().orElseThrow(),
                Money.pence(8_000),
                Money.ZERO,
                null,
                null,
                null,
                null);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatARefundLetGoOfIsNotAskedForBeforeTheDisputeKeepsIt() {
        var payment = paid();
        var failed = failed(payment);
        disputed(payment);
        refunds.giveUp(failed);
        assertThat(refunds.receipt(payment).left()).isEqualTo(Money.pence(8_000));
        assertThat(refunds.ask(payment, 3_500, 0)).isEqualTo(new Wanting.NotPossible(WhyNot.DISPUTED));
        assertThat(takenBack(payment)).as("nor is it taken back whole").isEmpty();
        court.watch();
        assertThat(court.of(payment).lines())
                .extracting(Dispute.Line::claimed)
                .containsExactly(Money.pence(3_500), Money.pence(4_500));
    }

    @Test
    void whatIsDisputedIsNotTakenBackWhole() {
        var payment = paid();
        disputed(payment);
        assertThat(takenBack(payment)).isEmpty();
        decided(payment, "won");
        assertThat(takenBack(payment)).isPresent();
    }

    /// As at the counter. What is taken back here is put back, so that the payment and its receipt agree.
    private Optional<JournalId> takenBack(Payment payment) {
        return Court.within(() ->
                Objects.requireNonNull(app.getBean(TransactionTemplate.class).execute(status -> {
                    status.setRollbackOnly();
                    return app.getBean(TakingBack.class)
                            .takeBackUnlessGiven(
                                    new Source("payment", payment.id().toString()),
                                    new Source("counter-reversal", payment.id().toString()),
                                    By.person("cal@demo.example"),
                                    London.dayOf(java.time.Instant.now()),
                                    "A mistake");
                })));
    }

    @Test
    void ofTwoDisputesAboutOnePaymentTheLastFreesIt() {
        var payment = paid();
        var failed = failed(payment);
        disputed(payment);
        var other = told(payment, "another-" + payment.id());
        Court.within(() -> court.following.follow(other, State.UNDER_REVIEW));
        decided(payment, "won");
        assertThat(refunds.byBank(failed)).isEqualTo(new Wanting.NotPossible(WhyNot.DISPUTED));
        Court.within(() -> court.following.follow(other, State.WON));
        assertThat(refunds.byBank(failed)).isInstanceOf(Wanting.Waiting.class);
    }

    @Test
    void whatTheDisputeDoesNotTouchGoesByBankOnceItIsLost() {
        var payment = paid();
        var failed = refunds.failed(pay, payment, 3_500);
        Court.bank(pay, payment, "lost", ", \"amount\": 4500");
        court.watch();
        assertThat(court.of(payment).booked().unplaced()).isEqualTo(Money.ZERO);
        var bank = askedByBank(failed);
        refunds.approve(bank);
        assertThat(refunds.paid(bank)).isInstanceOf(Acted.Done.class);
    }

    @Test
    void whatItsProviderDidNotCollectDoesNotGoByBankAtAnyStep() {
        for (var step : List.of("ask", "approve", "pay")) {
            var payment = paid();
            var failed = failed(payment);
            var bank = step.equals("ask") ? failed : askedByBank(failed);
            if (step.equals("pay")) {
                refunds.approve(bank);
            }
            pay.outcome(payment.providerReference().orElseThrow(), "error");
            court.settled(payment);
            switch (step) {
                case "ask" -> assertThat(refunds.byBank(failed)).isNotInstanceOf(Wanting.Waiting.class);
                case "approve" -> assertThat(refunds.approve(bank)).isInstanceOf(Approval.Stale.class);
                default -> assertThat(refunds.paid(bank)).isInstanceOf(Acted.NotPossible.class);
            }
        }
    }
}
