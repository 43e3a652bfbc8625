package localgov.ims.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import localgov.ims.kernel.Money;
import localgov.ims.refunds.RefundDriver;
import localgov.ims.refunds.RefundState;
import org.junit.jupiter.api.Test;

/// Which bill loses what a payer's bank took, and what no bill loses.
class DisputedBillsTest extends DisputeJourney {
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
}
