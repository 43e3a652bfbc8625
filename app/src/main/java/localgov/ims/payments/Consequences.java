package localgov.ims.payments;

import java.time.Instant;
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

    private static boolean isAnotherAttempt(Payment payment, Seen.Known known) {
        return payment.providerReference()
                .filter(ours -> !ours.equals(known.providerReference()))
                .isPresent();
    }

    /// An attempt whose answer was lost, after which another was made. No payer was sent to it; were it paid all
    /// the same, a person has to know.
    private static Standing anotherAttempt(Payment payment, Seen.Known known) {
        return known.state().paid()
                ? payment.standing()
                        .noted("%s was paid as well, as %s at the provider."
                                .formatted(known.amount(), known.providerReference()))
                : payment.standing();
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
        var paid = standing.paid(known.amount(), at, now).capturedOn(known.capturedOn());
        if (!payment.state().open()) {
            paid = paid.noted("It was paid after it had counted as %s.".formatted(inWords(payment.state())));
        }
        return Difference.between(payment.amount(), known.amount())
                .map(Difference::words)
                .map(paid::noted)
                .orElse(paid);
    }

    private static Standing stillPaid(Standing standing, Money posted, Seen.Known known) {
        var captured = standing.capturedOn(known.capturedOn());
        return known.amount().equals(posted)
                ? captured
                : captured.noted("%s is posted, and the provider now says %s.".formatted(posted, known.amount()));
    }

    private static Standing notPaid(Standing standing, PaymentState end, String why, Instant now) {
        return standing.state() == PaymentState.PAID
                ? standing.noted("The provider said paid, and now says that it could not collect the money.")
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
