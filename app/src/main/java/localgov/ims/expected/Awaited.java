package localgov.ims.expected;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The file of one day, and how it stands.
///
/// @param due when it ought to be there
/// @param files that are about the day, in the order in which they came
/// @param reason why it will not come, where somebody wrote that down
record Awaited(
        ExpectedFile expected, LocalDate day, State state, Instant due, List<Came> files, Optional<Reason> reason) {
    enum State {
        /// Its time has not come.
        DUE(false),
        /// It ought to be there, and may still come within its days of grace.
        OVERDUE(true),
        MISSING(true),
        /// It is there and is being read.
        READING(false),
        CAME(false),
        CAME_LATE(false),
        /// It is there, and waits for a person.
        HELD(true),
        /// It is there, and could not be read.
        REFUSED(true),
        /// Somebody wrote down why it will not come.
        EXPLAINED(false),
        /// It came, and nobody expects a file of such a day.
        UNEXPECTED(false);

        private final boolean needsSomebody;

        State(boolean needsSomebody) {
            this.needsSomebody = needsSomebody;
        }

        boolean needsSomebody() {
            return needsSomebody;
        }
    }

    /// Who wrote down why it will not come, and when.
    record Reason(String expected, LocalDate day, String reason, String writtenBy, Instant writtenAt) {}

    /// When it counts as missing, if it does not come.
    Instant missingFrom() {
        return due.plus(Duration.ofDays(expected.grace()));
    }

    boolean isMissing() {
        return state == State.MISSING || state == State.OVERDUE;
    }

    /// Whether several files in the book are about the day.
    boolean isOfSeveral() {
        return files.stream().filter(Came::isPosted).count() > 1;
    }
}
