package localgov.ims.schedules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A credit of the bank that one of the council's rules posted straight to the account on which schedules wait. It was
/// never in suspense, and pays its schedules without a further entry.
///
/// @param journal the journal that brought it, and `line` its place in there
public record Settled(
        long journal,
        int line,
        Money amount,
        LocalDate happenedOn,
        @Nullable String payer,
        @Nullable String narrative) {
    /// Where it stands in the book.
    public record Place(long journal, int line) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::journal).thenComparingInt(Place::line);
        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

        /// As a form says it; nothing for what is none.
        static Optional<Place> read(String text) {
            return Optional.of(WRITTEN.matcher(text))
                    .filter(found -> found.matches())
                    .map(found -> new Place(Long.parseLong(found.group(1)), Integer.parseInt(found.group(2))));
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return journal + "-" + line;
        }
    }

    public Place place() {
        return new Place(journal, line);
    }

    /// Leaves out who paid.
    @Override
    public String toString() {
        return "Settled[%s: %s]".formatted(place(), amount);
    }
}
