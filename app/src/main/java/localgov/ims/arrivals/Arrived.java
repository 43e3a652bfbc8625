package localgov.ims.arrivals;

import java.time.Instant;
import localgov.ims.imports.ImportId;
import org.jspecify.annotations.Nullable;

/// A file that was seen at a place, and what became of it.
///
/// @param why it is or was in quarantine; nothing when it never was
/// @param about the file in it that is the matter; empty when it is the whole
/// @param original where its bytes are kept while it is in quarantine; nothing when they are not
/// @param reason that somebody gave when they dismissed it
record Arrived(
        long id,
        String place,
        String name,
        long bytes,
        Instant modifiedAt,
        Instant seenAt,
        State state,
        @Nullable Instant takenAt,
        @Nullable Why why,
        String about,
        @Nullable ImportId original,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {

    /// What became of it.
    enum State {
        /// It is there and has not been taken yet.
        SEEN,
        /// It was taken; what it brought are imports.
        TAKEN,
        /// It could not be taken and waits for a person.
        QUARANTINED,
        /// A person said that it is not to be taken.
        DISMISSED
    }
}
