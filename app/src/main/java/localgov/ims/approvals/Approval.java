package localgov.ims.approvals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of deciding about a request. Asked in this order: is there such a request, is it still open, is it
/// somebody else's, may this person decide, may the asker still ask, can it still be done.
public sealed interface Approval {
    /// Done: what was asked for has been carried out.
    record Approved(ApprovalId id) implements Approval {}

    record Declined(ApprovalId id) implements Approval {}

    record Withdrawn(ApprovalId id) implements Approval {}

    record NoSuchRequest() implements Approval {}

    /// It is open no more.
    ///
    /// @param by whoever decided; absent when it lapsed
    record TooLate(RequestState state, @Nullable String by, Instant at) implements Approval {}

    /// Nobody approves or declines what they asked for themselves.
    record SamePerson() implements Approval {}

    /// Whoever stands in for somebody does not decide about what that somebody asked for.
    record ForWhoAsked(String name) implements Approval {}

    record NotPermitted() implements Approval {}

    /// Whoever asked has no access any more, or may no longer ask for this.
    record AskerMayNot() implements Approval {}

    /// It could no longer be done as it was asked for; nothing was done, and the request is closed.
    ///
    /// @param inWelsh the same in Welsh; absent where there is none
    record Stale(String words, @Nullable String inWelsh) implements Approval {
        public Stale(String words) {
            this(words, null);
        }
    }
}
