package localgov.ims.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.payments.Payment;
import localgov.ims.refunds.Refund;
import localgov.ims.refunds.RefundDriver;
import localgov.ims.refunds.RefundState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A payment is disputed, refunded and taken back by its provider in every order, and we learn of each
/// step at once or of all of them at the end. What is left in the pot of card payments is each time
/// exactly what the provider has for us.
class DisputesInEveryOrderTest extends DisputeJourney {
    private static final long PAID = 8_000;
    private static final long FEE = 1_500;
    private static final long REFUND = 3_500;

    /// `D` the bank asks, `L` it decides for the payer, `W` for the council, `R` a refund of the fine,
    /// `T` the provider could not collect the payment.
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "DL", "DW", "DLW", "DWL", "DLWL", "L", "W", "LW", "R", "RDL", "DRL", "DLR", "RDW", "DRW", "DWR", "RDLW",
                "DRLW", "DLRW", "DLWR", "RDWL", "DWRL", "DWLR", "DT", "DTL", "DLT", "DTW", "DWT", "DLTW", "DLWT",
                "DTLW", "LT", "LTW"
            })
    void theBooksAreWhatTheProviderHas(String order) {
        played(order, true);
        played(order, false);
    }

    private void played(String order, boolean atOnce) {
        long before = -court.in("clearing:card");
        var payment = refunds.paid(pay, RefundDriver.FINE, RefundDriver.GARDEN);
        pay.advance("2m");
        Optional<Refund> refund = Optional.empty();
        for (char step : order.toCharArray()) {
            switch (step) {
                case 'D' -> Court.bank(pay, payment, "needs_response");
                case 'L' -> Court.bank(pay, payment, "lost");
                case 'W' -> Court.bank(pay, payment, "won");
                case 'T' -> pay.outcome(payment.providerReference().orElseThrow(), "error");
                default -> refund = given(payment);
            }
            if (atOnce) {
                learn(payment);
            }
        }
        learn(payment);
        learn(payment);
        refund.filter(one -> refunds.state(one) == RefundState.FAILED).ifPresent(refunds::giveUp);
        learn(payment);
        var context = order + (atOnce ? ", each at once" : ", all at the end");
        assertThat(-court.in("clearing:card") - before).as(context).isEqualTo(theProviderHas(payment));
        var lost = court.all(payment).stream()
                .filter(dispute -> dispute.state() == DisputeState.LOST)
                .toList();
        boolean refunded =
                refund.filter(one -> refunds.state(one) == RefundState.SENT).isPresent();
        lost.forEach(dispute ->
                assertThat(dispute.booked().unplaced().pence()).as(context).isEqualTo(refunded ? REFUND : 0));
    }

    /// Somebody asks for a refund, another approves it, and it goes to the provider.
    private Optional<Refund> given(Payment payment) {
        var refund = refunds.approved(payment, REFUND, 0);
        refunds.round();
        pay.advance("2m");
        return refund;
    }

    private void learn(Payment payment) {
        court.settled(payment);
        court.watch();
        refunds.later(Duration.ofHours(7));
        refunds.round();
    }

    private long theProviderHas(Payment payment) {
        var id = payment.providerReference().orElseThrow();
        var seen = pay.get("/v1/payments/" + id).json();
        if (!seen.path("state").path("status").asString().equals("success")) {
            return 0;
        }
        long has = PAID;
        for (var refund : values("/v1/payments/" + id + "/refunds")) {
            has -= refund.equals("success") ? REFUND : 0;
        }
        for (var dispute : pay.get("/v1/disputes").json().path("results").values()) {
            has -= dispute.path("payment_id").asString().equals(id)
                            && dispute.path("status").asString().equals("lost")
                    ? PAID + FEE
                    : 0;
        }
        return has;
    }

    private List<String> values(String path) {
        var all = new ArrayList<String>();
        for (var one : pay.get(path).json().path("_embedded").path("refunds").values()) {
            all.add(one.path("status").asString());
        }
        return all;
    }
}
