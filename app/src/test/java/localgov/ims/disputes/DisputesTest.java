package localgov.ims.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Payment;
import localgov.ims.refunds.Received;
import localgov.ims.refunds.RefundDriver;
import localgov.ims.refunds.RefundState;
import localgov.ims.refunds.Wanting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Payers go to their banks, and the books follow.
class DisputesTest extends DisputeJourney {
    @Autowired
    JdbcClient db;

    private static final int TIMES = 5;
    private static final String NEEDS_RESPONSE = "needs_response";

    /// A fine of £35, without VAT, and a garden bin of £45, with.
    private Payment paid() {
        var payment = refunds.paid(pay, RefundDriver.FINE, RefundDriver.GARDEN);
        pay.advance("2m");
        return payment;
    }

    private Dispute watched(Payment payment) {
        court.watch();
        return court.of(payment);
    }

    @Test
    void aDisputeIsFoundByAskingOnceAndKeepsWhatIsLeft() {
        var payment = paid();
        Court.bank(pay, payment, NEEDS_RESPONSE, ", \"reason\": \"duplicate\"");
        court.watch();
        var dispute = watched(payment);
        assertThat(court.all(payment)).hasSize(1);
        assertThat(dispute.state()).isEqualTo(DisputeState.NEEDS_EVIDENCE);
        assertThat(dispute.amount()).isEqualTo(Money.pence(8_000));
        assertThat(dispute.told().reason()).isEqualTo("duplicate");
        assertThat(dispute.due()).isPresent();
        assertThat(dispute.lines())
                .extracting(Dispute.Line::claimed)
                .containsExactly(Money.pence(3_500), Money.pence(4_500));
        assertThat(court.posted(dispute)).isEmpty();
        assertThat(court.steps(dispute)).containsExactly("NEEDS_EVIDENCE");

        var receipt = refunds.receipt(payment);
        assertThat(receipt.whyNot()).isEqualTo(Received.WhyNot.DISPUTED);
        assertThat(receipt.left()).isEqualTo(Money.ZERO);
        assertThat(refunds.ask(payment, 100, 0)).isEqualTo(new Wanting.NotPossible(Received.WhyNot.DISPUTED));
    }

    @Test
    void whatIsLostLeavesTheBillsOnceWithItsVatAndItsFee() {
        var permit = new Basket.Line("PM", "PP1234567", Money.pence(4_500), null);
        var payment = refunds.paid(pay, RefundDriver.FINE, permit);
        Court.bank(pay, payment, NEEDS_RESPONSE);
        court.watch();
        Court.bank(pay, payment, "lost");
        court.watch();
        var dispute = watched(payment);
        assertThat(dispute.state()).isEqualTo(DisputeState.LOST);
        assertThat(court.posted(dispute))
                .containsExactly(
                        "fund:11 clearing:card 3500 0", "fund:PM clearing:card 4500 750", "fees clearing:card 1500 0");
        assertThat(court.steps(dispute)).containsExactly("NEEDS_EVIDENCE", "LOST", "TAKEN", "FEE");
        assertThat(refunds.receipt(payment).left()).isEqualTo(Money.ZERO);
        Court.bank(pay, payment, "won");
        assertThat(court.posted(watched(payment))).contains("clearing:card fund:PM 4500 750");
    }

    @Test
    void wonAfterAllEverythingIsPutBackAndCanBeRefunded() {
        var payment = paid();
        var before = court.in("clearing:card");
        Court.bank(pay, payment, "lost");
        court.watch();
        Court.bank(pay, payment, "won");
        var won = watched(payment);
        assertThat(won.state()).isEqualTo(DisputeState.WON);
        assertThat(court.posted(won)).hasSize(6);
        assertThat(court.in("clearing:card")).isEqualTo(before);
        assertThat(court.steps(won)).containsExactly("LOST", "TAKEN", "FEE", "WON", "RETURNED");
        assertThat(refunds.receipt(payment).left()).isEqualTo(Money.pence(8_000));

        Court.bank(pay, payment, "lost");
        assertThat(court.posted(watched(payment))).as("lost a second time").hasSize(9);
    }

    @Test
    void aDisputeThatIsWonFreesWhatItKept() {
        var payment = paid();
        Court.bank(pay, payment, "under_review");
        court.watch();
        Court.bank(pay, payment, "won");
        assertThat(court.posted(watched(payment))).isEmpty();
        assertThat(refunds.approved(payment, 3_500, 4_500)).isPresent();
    }

    @Test
    void whatWasRefundedBeforeIsTheCouncilsOwnLoss() {
        var payment = paid();
        var refund = refunds.approved(payment, 3_500, 0).orElseThrow();
        refunds.round();
        pay.advance("2m");
        refunds.later(Duration.ofHours(1));
        refunds.round();
        assertThat(refunds.state(refund)).isEqualTo(RefundState.SENT);
        Court.bank(pay, payment, "lost");
        var dispute = watched(payment);
        assertThat(court.posted(dispute))
                .contains("disputes clearing:card 3500 0")
                .anyMatch(posting -> posting.startsWith("fund:GW clearing:card 4500"));
        assertThat(dispute.booked().unplaced()).isEqualTo(Money.pence(3_500));
        assertThat(dispute.canBeCharged()).isFalse();
    }

    @Test
    void whatARefundHeldIsLostFromItsBillOnceTheRefundIsGivenUp() {
        var payment = paid();
        var refund = refunds.approved(payment, 3_500, 0).orElseThrow();
        Court.bank(pay, payment, "lost");
        refunds.round();
        assertThat(refunds.state(refund)).isEqualTo(RefundState.FAILED);
        assertThat(watched(payment).booked().unplaced()).isEqualTo(Money.pence(3_500));
        refunds.giveUp(refund);
        var dispute = watched(payment);
        assertThat(dispute.booked().unplaced()).isEqualTo(Money.ZERO);
        assertThat(court.posted(dispute)).contains("fund:11 disputes 3500 0");
    }

    @Test
    void aPartThatMayBeSeveralBillsWaitsForAPerson() {
        var payment = paid();
        Court.bank(pay, payment, "lost", ", \"amount\": 5000");
        var dispute = watched(payment);
        assertThat(court.posted(dispute)).containsExactly("disputes clearing:card 5000 0", "fees clearing:card 1500 0");
        assertThat(dispute.canBeCharged()).isTrue();
        var ann = refunds.ann();
        assertThat(court.charge(dispute, Map.of(1, Money.pence(3_501)), ann)).isInstanceOf(Charging.MoreThanLeft.class);
        assertThat(court.charge(dispute, Map.of(1, Money.pence(3_500), 2, Money.pence(1_501)), ann))
                .isInstanceOf(Charging.MoreThanLost.class);
        assertThat(court.charge(dispute, Map.of(1, Money.pence(3_500), 2, Money.pence(1_500)), ann))
                .isInstanceOf(Charging.Charged.class);
        assertThat(court.charge(dispute, Map.of(2, Money.pence(1)), ann)).isInstanceOf(Charging.NothingToPlace.class);
        var after = court.of(payment);
        assertThat(court.posted(after))
                .contains("fund:11 disputes 3500 0")
                .anyMatch(posting -> posting.startsWith("fund:GW disputes 1500"));
        assertThat(after.booked().unplaced()).isEqualTo(Money.ZERO);
        assertThat(refunds.receipt(payment).left()).as("what nobody disputed").isEqualTo(Money.pence(3_000));

        Court.bank(pay, payment, "won");
        assertThat(court.posted(watched(payment))).hasSize(8);
    }

    @Test
    void ofTwoWhoSayWhichBillLosesItOneIsHeard() throws Exception {
        var payment = paid();
        Court.bank(pay, payment, "lost", ", \"amount\": 3000");
        var dispute = watched(payment);
        var ann = refunds.ann();
        var answers = atOnce(2, who -> new Court(app).charge(dispute, Map.of(who + 1, Money.pence(3_000)), ann));
        assertThat(answers).filteredOn(Charging.Charged.class::isInstance).hasSize(1);
        assertThat(court.of(payment).booked().unplaced()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatTheProviderAddedIsLostWithTheRest() {
        var payment = court.paid(pay, 250, RefundDriver.FINE);
        Court.bank(pay, payment, "lost");
        var dispute = watched(payment);
        assertThat(dispute.amount()).isEqualTo(Money.pence(3_750));
        assertThat(court.posted(dispute))
                .containsExactly(
                        "fund:11 clearing:card 3500 0", "surcharges clearing:card 250 0", "fees clearing:card 1500 0");
    }

    @Test
    void aPaymentThatWasNotCollectedDoesNotGoOutTwice() {
        var payment = paid();
        Court.bank(pay, payment, "lost");
        court.watch();
        pay.outcome(payment.providerReference().orElseThrow(), "error");
        court.settled(payment);
        var dispute = watched(payment);
        assertThat(dispute.booked().lost()).isEqualTo(Money.ZERO);
        assertThat(court.posted(dispute)).hasSize(6);
        assertThat(court.steps(dispute)).endsWith("RETURNED");
    }

    @Test
    void aDisputeAboutAPaymentThatWasNotCollectedPostsNothing() {
        var payment = paid();
        Court.bank(pay, payment, NEEDS_RESPONSE);
        court.watch();
        pay.outcome(payment.providerReference().orElseThrow(), "error");
        court.settled(payment);
        Court.bank(pay, payment, "lost");
        assertThat(court.posted(watched(payment))).isEmpty();
    }

    @Test
    void whatIsNoPaymentOfOursIsListedAndNotPosted() {
        var other = pay.paid(2_000, "another-system");
        pay.control("/payments/" + other + "/dispute", "{\"status\": \"lost\"}");
        court.watch();
        var dispute = Court.within(() -> court.lists
                .list(new DisputeLists.Shown(List.of(), null, 1), localgov.ims.people.Scope.EVERYTHING)
                .getFirst());
        assertThat(dispute.told().providerReference()).isEqualTo(other);
        assertThat(dispute.payment()).isNull();
        assertThat(court.posted(dispute)).isEmpty();
    }

    @Test
    void anAccountThatDoesNotAnswerChangesNothingAndIsAskedAgain() {
        var payment = paid();
        Court.bank(pay, payment, NEEDS_RESPONSE);
        pay.control("/faults", "{\"fault\": \"error_500\", \"times\": 100, \"on\": \"search\"}");
        court.watch();
        assertThat(court.all(payment)).isEmpty();
        pay.control("/faults", "{\"fault\": \"error_500\", \"times\": 0, \"on\": \"search\"}");
        assertThat(watched(payment).state()).isEqualTo(DisputeState.NEEDS_EVIDENCE);
    }

    @Test
    void thoseWhoLookAfterDisputesAreToldOnceOfEachChange() {
        var payment = paid();
        Court.bank(pay, payment, NEEDS_RESPONSE);
        long before = court.mails();
        court.watch();
        court.watch();
        long people = court.mails() - before;
        assertThat(court.blanksThatMailsLeaveOpen()).isEmpty();
        assertThat(people).isPositive();
        Court.bank(pay, payment, "lost");
        court.watch();
        court.watch();
        assertThat(court.mails() - before).isEqualTo(2 * people);
    }

    @Test
    void whoeverHasNotAnsweredIsRemindedOnce() {
        var payment = paid();
        Court.bank(pay, payment, NEEDS_RESPONSE);
        court.watch();
        court.later(Duration.ofDays(5));
        court.watch();
        court.watch();
        assertThat(court.steps(court.of(payment))).containsExactly("NEEDS_EVIDENCE", "REMINDED");
    }

    @Test
    void manyWhoSeeTheSameLossPostItOnce() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            manySee(paid());
        }
    }

    private void manySee(Payment payment) throws Exception {
        Court.bank(pay, payment, "lost");
        atOnce(4, _ -> {
            new Court(app).watch();
            return true;
        });
        assertThat(court.all(payment)).hasSize(1);
        assertThat(court.posted(court.of(payment))).hasSize(3);
        assertThat(court.steps(court.of(payment))).containsExactly("LOST", "TAKEN", "FEE");
    }

    @Test
    void whatIsRefundedAndDisputedAtTheSameMomentGoesOnce() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            refundedAndDisputed(paid());
        }
    }

    private void refundedAndDisputed(Payment payment) throws Exception {
        Court.bank(pay, payment, "lost");
        atOnce(4, who -> {
            if (who % 2 == 0) {
                new RefundDriver(app).ask(payment, 3_500, 4_500);
            } else {
                new Court(app).watch();
            }
            return true;
        });
        court.watch();
        var dispute = court.of(payment);
        assertThat(dispute.booked().lost()).isEqualTo(Money.pence(8_000));
        var reserved = Court.within(() -> db.sql("""
                select sum(reserved)::bigint
                  from refunds_receipt
                 where journal = :journal
                """)
                .param("journal", dispute.booked().journal())
                .query(Long.class)
                .single());
        assertThat(reserved).isEqualTo(8_000);
    }

    @Test
    void theDatabaseRefusesToLoseMoreThanIsKept() {
        var payment = paid();
        Court.bank(pay, payment, "lost");
        var journal = watched(payment).booked().journal();
        assertThatThrownBy(() ->
                        Court.within(() -> db.sql("""
                        update refunds_receipt
                           set lost = lost + 1
                         where journal = :journal
                        """).param("journal", journal).update()))
                .hasMessageContaining("only_what_is_claimed_is_lost");
    }

    @Test
    void anotherAttemptThatWasPaidAsWellIsDisputedApart() {
        var payment = paid();
        var there = court.paidAsWell(pay, payment, Money.pence(8_000));
        pay.control("/payments/" + there + "/dispute", "{\"status\": \"lost\"}");
        court.watch();
        assertThat(court.all(payment)).isEmpty();
        var dispute = court.all(there).getFirst();
        assertThat(dispute.payment()).isEqualTo(new Dispute.Paid(payment.id(), payment.reference(), true));
        assertThat(court.posted(dispute)).containsExactly("suspense clearing:card 8000 0", "fees clearing:card 1500 0");
        court.watch();
        assertThat(court.posted(dispute)).hasSize(2);
        assertThat(Court.within(() -> court.lists.of(dispute.booked().journal(), localgov.ims.people.Scope.EVERYTHING)))
                .extracting(Dispute::id)
                .containsExactly(dispute.id());
        assertThat(refunds.receipt(payment).left()).as("of the first").isEqualTo(Money.pence(8_000));
    }

    @Test
    void aFeeThatIsChangedIsPostedByItsDifference() {
        var payment = paid();
        Court.bank(pay, payment, "lost");
        var told = watched(payment).told();
        assertThat(fees(told, 2_000, 500, 500, 0, 100))
                .containsExactly(
                        "fees clearing:card 1500 0",
                        "fees clearing:card 500 0",
                        "clearing:card fees 1500 0",
                        "clearing:card fees 500 0",
                        "fees clearing:card 100 0");
        assertThat(court.steps(court.of(payment)))
                .endsWith("FEE", "FEE_CHANGED", "FEE_CHANGED", "FEE_CHANGED", "FEE_CHANGED");
        long before = court.in("fees");
        Court.bank(pay, payment, "won");
        watched(payment);
        assertThat(court.in("fees") - before).isEqualTo(100);
    }

    /// The provider says one fee after the other, and this is what the book has of them.
    private List<String> fees(Dispute.Told told, long... pence) {
        DisputeId id = null;
        for (long fee : pence) {
            var now = new Dispute.Told(
                    told.provider(),
                    told.number(),
                    told.providerReference(),
                    told.amount(),
                    Money.pence(fee),
                    told.reason(),
                    told.beganAt(),
                    told.evidenceDue(),
                    told.settledOn());
            id = Court.within(() -> court.following.follow(now, localgov.ims.providers.Dispute.State.LOST))
                    .id();
        }
        var followed = id;
        return court.posted(Court.within(() -> court.store.get(followed))).stream()
                .filter(posting -> posting.contains("fees"))
                .toList();
    }

    @Test
    void whoChargesBillsOfAPaymentThatHasChangedSinceIsShownWhatItIsNow() {
        var payment = paid();
        Court.bank(pay, payment, "lost", ", \"amount\": 5000");
        var dispute = watched(payment);
        court.takenBackAndPaidAfterAll(pay, payment);
        var answer = court.charge(dispute, Map.of(1, Money.pence(3_500)), refunds.ann());
        assertThat(answer).isInstanceOf(Charging.ChangedSince.class);
        var now = court.of(payment);
        assertThat(now.booked().journal()).isNotEqualTo(dispute.booked().journal());
        assertThat(now.booked().unplaced()).isEqualTo(Money.pence(5_000));
        assertThat(court.charge(now, Map.of(1, Money.pence(3_500), 2, Money.pence(1_500)), refunds.ann()))
                .isInstanceOf(Charging.Charged.class);
        assertThat(court.of(payment).booked().unplaced()).isEqualTo(Money.ZERO);
    }

    private interface Doing<T> {
        T by(int who);
    }

    private static <T> List<T> atOnce(int callers, Doing<T> doing) throws Exception {
        var start = new CyclicBarrier(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = threads.invokeAll(IntStream.range(0, callers)
                    .mapToObj(who -> (Callable<T>) () -> {
                        start.await();
                        return doing.by(who);
                    })
                    .toList());
            var answers = new java.util.ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
