package localgov.ims.refunds;

import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.people.PersonId;
import org.jspecify.annotations.Nullable;

/// How a refund stands: all of it that changes.
///
/// @param asked who asked for it; absent while it is a proposal
/// @param approved who approved it; absent before that, and where the council's limit lets it go without
/// @param reason why the money is given back
/// @param payee to whom; absent where that is whoever paid
/// @param posted how often the money left
/// @param failure why it failed, in one word: see [Failure]
/// @param words what a provider or a person said of it
/// @param version counts the changes, so that a change made to what we read is noticed
record Standing(
        RefundState state,
        @Nullable Said asked,
        @Nullable Said approved,
        String reason,
        @Nullable String payee,
        int posted,
        @Nullable LocalDate sentOn,
        @Nullable Failure failure,
        @Nullable String words,
        @Nullable Instant nextLookAt,
        int version) {

    /// Who said something, and when.
    ///
    /// @param who how the audit and the book name them
    /// @param person absent for a program, and for the council's own limit
    record Said(String who, @Nullable PersonId person, Instant at) {}

    static Standing proposed(String reason, @Nullable String payee) {
        return new Standing(RefundState.PROPOSED, null, null, reason, payee, 0, null, null, null, null, 0);
    }

    Standing askedBy(Said who) {
        return new Standing(
                next(RefundState.ASKED),
                who,
                approved,
                reason,
                payee,
                posted,
                sentOn,
                null,
                words,
                nextLookAt,
                version);
    }

    /// Written down as asked for from the beginning.
    static Standing asked(Said who, String why, @Nullable String whom) {
        return new Standing(RefundState.ASKED, who, null, why, whom, 0, null, null, null, null, 0);
    }

    /// @param who absent where it had been approved before
    Standing approvedBy(@Nullable Said who, @Nullable Instant look) {
        return new Standing(
                next(RefundState.APPROVED),
                asked,
                who == null ? approved : who,
                reason,
                payee,
                posted,
                null,
                null,
                words,
                look,
                version);
    }

    /// On its way, or at an end that moves no money.
    Standing to(RefundState state, @Nullable String said, @Nullable Instant look) {
        return new Standing(next(state), asked, approved, reason, payee, posted, null, null, said, look, version);
    }

    Standing sent(LocalDate day, @Nullable String said, @Nullable Instant look) {
        return new Standing(
                next(RefundState.SENT), asked, approved, reason, payee, posted + 1, day, null, said, look, version);
    }

    Standing failed(Failure why, @Nullable String said, @Nullable Instant look) {
        return new Standing(
                next(RefundState.FAILED), asked, approved, reason, payee, posted, null, why, said, look, version);
    }

    /// Another goes by bank in its place; why it failed stays known.
    Standing replaced() {
        return new Standing(
                next(RefundState.REPLACED),
                asked,
                approved,
                reason,
                payee,
                posted,
                null,
                failure,
                words,
                nextLookAt,
                version);
    }

    /// The other does not go after all: it has failed as it had before.
    Standing failedAsBefore() {
        return new Standing(
                next(RefundState.FAILED),
                asked,
                approved,
                reason,
                payee,
                posted,
                null,
                failure,
                words,
                nextLookAt,
                version);
    }

    /// The same, looked at again at another time.
    Standing lookingAgainAt(@Nullable Instant look, @Nullable String said) {
        return new Standing(state, asked, approved, reason, payee, posted, sentOn, failure, said, look, version);
    }

    Standing nextVersion() {
        return new Standing(
                state, asked, approved, reason, payee, posted, sentOn, failure, words, nextLookAt, version + 1);
    }

    private RefundState next(RefundState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("A refund does not go from %s to %s".formatted(state, next));
        }
        return next;
    }
}
