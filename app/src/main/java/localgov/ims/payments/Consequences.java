package localgov.ims.payments;

import java.time.Instant;
import java.util.Objects;
import localgov.ims.kernel.Money;
import localgov.ims.providers.Seen;

/// What follows for a payment from what its provider says. Rules only: nothing is asked and nothing is written
/// here.
final class Consequences {
    private Consequences() {}

    static Standing of(Payment payment, Seen seen, Instant now) {
        var after = switch (seen) {
            case Seen.Known known
            when !known.reference().equals(payment.reference().value()) ->
                payment.standing()
                        .open(PaymentState.UNKNOWN)
                        .noted("The provider shows another payment under this payment’s number.");
            case Seen.Known known when isAnotherAttempt(payment, known) -> anotherAttempt(payment, known);
            case Seen.Known known -> known(payment, known, now);
            case Seen.NotFound _ -> notFound(payment, now);
            case Seen.NoAnswer _ ->
                payment.state() == PaymentState.CREATED
                        ? payment.standing()
                        : payment.standing().open(PaymentState.UNKNOWN);
        };
        return after.lookingAgainAt(Looking.next(after, now));
    }

    /// The same for a payment at an account for tests, of a council that takes real money: that it was
    /// paid ends it, and nothing follows.
    static Standing ofPretended(Payment payment, Seen seen, Instant now) {
        var after = of(payment, seen, now);
        return after.state() == PaymentState.PAID && payment.state() != PaymentState.PAID
                ? payment.standing()
                        .knownAs(Objects.requireNonNull(after.providerReference()))
                        .ended(PaymentState.FAILED, "error", now)
                        .noted("It was paid at an account for tests: no money moved, and nothing is posted.")
                        .lookingAgainAt(null)
                : after;
    }

    private static boolean isAnotherAttempt(Payment payment, Seen.Known known) {
        return payment.providerReference()
                .filter(ours -> !ours.equals(known.providerReference()))
                .isPresent();
    }

    /// An attempt whose answer was lost, after which another was made. No payer was sent to it; were it paid all
    /// the same, a person has to know.
    private static Standing anotherAttempt(Payment payment, Seen.Known known) {
        return known.state().paid() ? payment.standing().noted(paidAsWell(known)) : payment.standing();
    }

    static String paidAsWell(Seen.Known known) {
        return "%s was paid as well, as %s at the provider: it is in suspense."
                .formatted(known.amount(), known.providerReference());
    }

    private static Standing known(Payment payment, Seen.Known known, Instant now) {
        var standing = payment.standing().knownAs(known.providerReference());
        return switch (known.state()) {
            case SUCCESS -> paid(payment, standing, known, now);
            case CREATED, STARTED, SUBMITTED, CAPTURABLE -> standing.open(PaymentState.STARTED);
            case UNKNOWN -> standing.open(PaymentState.UNKNOWN);
            case DECLINED -> notPaid(standing, PaymentState.FAILED, "declined", now);
            case FAILED, ERROR -> notPaid(standing, PaymentState.FAILED, "error", now);
            case EXPIRED -> notPaid(standing, PaymentState.EXPIRED, "time", now);
            case CANCELLED_BY_PAYER -> notPaid(standing, PaymentState.CANCELLED, "payer", now);
            case CANCELLED -> notPaid(standing, PaymentState.CANCELLED, "council", now);
        };
    }

    private static Standing paid(Payment payment, Standing standing, Seen.Known known, Instant now) {
        if (standing.paid() != null) {
            return stillPaid(standing, standing.paid(), known);
        }
        if (!known.amount().isPositive()) {
            return standing.open(PaymentState.UNKNOWN).noted("The provider says paid, and that nothing was paid.");
        }
        var at = known.paidAt() == null ? now : known.paidAt();
        var surcharge = surcharge(payment, known);
        var paid = standing.paid(known.amount(), surcharge, at, now).capturedOn(known.capturedOn());
        if (standing.isTakenBack()) {
            paid = paid.noted("The provider says once more that it was paid: it is posted again.");
        } else if (!payment.state().open()) {
            paid = paid.noted("It was paid after it had counted as %s.".formatted(inWords(payment.state())));
        }
        return Difference.between(payment.amount(), known.amount().minus(surcharge))
                .map(Difference::words)
                .map(paid::noted)
                .orElse(paid);
    }

    /// What the provider added of its own to exactly what we asked for. Anything else that differs is not explained.
    private static Money surcharge(Payment payment, Seen.Known known) {
        return known.requested().equals(payment.amount()) && known.surcharge().isPositive()
                ? known.surcharge()
                : Money.ZERO;
    }

    private static Standing stillPaid(Standing standing, Money posted, Seen.Known known) {
        var captured = standing.capturedOn(known.capturedOn());
        return known.amount().equals(posted)
                ? captured
                : captured.noted("%s is posted, and the provider now says %s.".formatted(posted, known.amount()));
    }

    /// A success is not the end at the provider: money that it cannot collect in the end it does not pay out.
    private static Standing notPaid(Standing standing, PaymentState end, String why, Instant now) {
        return standing.state() == PaymentState.PAID
                ? standing.takenBack(now)
                        .noted(
                                "The provider said paid, and then that it could not collect the money: it is taken back.")
                : standing.ended(end, why, now);
    }

    /// A provider that does not know a payment it gave us a number for has been asked with another account's key:
    /// no end. One that finds none with our reference may need a while, and is believed when none can come to exist
    /// any more.
    private static Standing notFound(Payment payment, Instant now) {
        if (payment.providerReference().isPresent()) {
            return payment.standing()
                    .open(PaymentState.UNKNOWN)
                    .noted("The provider does not know this payment in the account it was started with.");
        }
        return now.isBefore(payment.standing().expiresAt())
                ? payment.standing()
                : payment.standing().ended(PaymentState.EXPIRED, "time", now);
    }

    private static String inWords(PaymentState state) {
        return switch (state) {
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            case EXPIRED -> "expired";
            case CREATED, STARTED, UNKNOWN, PAID -> "open";
        };
    }
}
