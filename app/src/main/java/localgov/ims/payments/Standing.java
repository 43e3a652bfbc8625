package localgov.ims.payments;

import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// How a payment stands: all of it that changes.
///
/// @param provider the council's name for the provider account it was started with
/// @param providerReference the provider's own name for it, once we know that
/// @param paid what the provider says was paid, once it does
/// @param reason why it was not paid, in one word: `declined`, `error`, `refused`, `payer`, `council`, `time`
/// @param note what a person should know about it, in sentences
/// @param askedAt when a provider was last asked to take it
/// @param paidAt when the provider took it for collection
/// @param closedAt when it came to its present end
/// @param capturedOn the day on which the provider had the money for certain
/// @param expiresAt when an attempt that the provider does not know can no longer come to exist there
/// @param nextLookAt when the poller looks again, or never
/// @param version counts the changes, so that a change made to what we read is noticed
record Standing(
        PaymentState state,
        @Nullable String provider,
        @Nullable String providerReference,
        @Nullable Money paid,
        @Nullable String reason,
        @Nullable String note,
        @Nullable Instant askedAt,
        @Nullable Instant paidAt,
        @Nullable Instant closedAt,
        @Nullable LocalDate capturedOn,
        Instant expiresAt,
        @Nullable Instant nextLookAt,
        int version) {

    static Standing created(Instant now) {
        var expires = now.plus(Payment.TO_START);
        return new Standing(
                PaymentState.CREATED, null, null, null, null, null, null, null, null, null, expires, expires, 0);
    }

    /// Paid before we heard of it.
    static Standing taken(Money amount, Instant now) {
        return created(now).paid(amount, now, now).lookingAgainAt(null);
    }

    /// Whether a provider has been asked to take it, whatever came of that.
    boolean isAsked() {
        return askedAt != null;
    }

    /// Written down before the provider is asked, so that a question whose answer is lost is known to have been
    /// put.
    Standing asking(String code, Instant now) {
        var expires = now.plus(Payment.TO_PAY);
        return new Standing(
                PaymentState.UNKNOWN,
                code,
                providerReference,
                paid,
                reason,
                note,
                now,
                paidAt,
                closedAt,
                capturedOn,
                expires,
                Looking.after(now, now),
                version);
    }

    Standing knownAs(String reference) {
        return new Standing(
                state,
                provider,
                reference,
                paid,
                reason,
                note,
                askedAt,
                paidAt,
                closedAt,
                capturedOn,
                expiresAt,
                nextLookAt,
                version);
    }

    /// An open state; one that cannot come next is not taken.
    Standing open(PaymentState next) {
        if (!state.mayBecome(next)) {
            return this;
        }
        return new Standing(
                next,
                provider,
                providerReference,
                paid,
                null,
                note,
                askedAt,
                paidAt,
                null,
                capturedOn,
                expiresAt,
                nextLookAt,
                version);
    }

    /// An end without money; one that cannot come next is not taken.
    Standing ended(PaymentState next, String why, Instant now) {
        if (!state.mayBecome(next)) {
            return this;
        }
        return new Standing(
                next,
                provider,
                providerReference,
                paid,
                why,
                note,
                askedAt,
                paidAt,
                now,
                capturedOn,
                expiresAt,
                nextLookAt,
                version);
    }

    Standing paid(Money amount, Instant at, Instant now) {
        return new Standing(
                PaymentState.PAID,
                provider,
                providerReference,
                amount,
                null,
                note,
                askedAt,
                at,
                now,
                capturedOn,
                expiresAt,
                nextLookAt,
                version);
    }

    Standing capturedOn(@Nullable LocalDate day) {
        return new Standing(
                state,
                provider,
                providerReference,
                paid,
                reason,
                note,
                askedAt,
                paidAt,
                closedAt,
                capturedOn == null ? day : capturedOn,
                expiresAt,
                nextLookAt,
                version);
    }

    /// Adds a sentence that is not there yet.
    Standing noted(String sentence) {
        var all = note == null ? sentence : note.contains(sentence) ? note : note + "\n" + sentence;
        return new Standing(
                state,
                provider,
                providerReference,
                paid,
                reason,
                all,
                askedAt,
                paidAt,
                closedAt,
                capturedOn,
                expiresAt,
                nextLookAt,
                version);
    }

    Standing lookingAgainAt(@Nullable Instant instant) {
        return new Standing(
                state,
                provider,
                providerReference,
                paid,
                reason,
                note,
                askedAt,
                paidAt,
                closedAt,
                capturedOn,
                expiresAt,
                instant,
                version);
    }

    Standing nextVersion() {
        return new Standing(
                state,
                provider,
                providerReference,
                paid,
                reason,
                note,
                askedAt,
                paidAt,
                closedAt,
                capturedOn,
                expiresAt,
                nextLookAt,
                version + 1);
    }
}
