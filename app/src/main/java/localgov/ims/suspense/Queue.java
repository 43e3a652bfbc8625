package localgov.ims.suspense;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Which open items to show, and in which order.
///
/// @param text words that the payer's name or the bank's text must contain, as typed; nothing for any
/// @param reason the code of the reason; nothing for any
/// @param amount what remains, exactly; nothing for any
/// @param after the item after which the page begins; nothing for the first page
public record Queue(
        Order order,
        @Nullable String text,
        @Nullable String reason,
        @Nullable Money amount,
        @Nullable Place after,
        int limit) {

    private static final int MOST = 1_000;

    public Queue {
        limit = Math.clamp(limit, 1, MOST);
    }

    public enum Order {
        OLDEST,
        LARGEST
    }

    /// Where an item stands in the queue.
    public record Place(LocalDate happenedOn, Money remaining, long id) {
        static Place of(SuspenseItem item) {
            return new Place(item.happenedOn(), item.remaining(), item.id());
        }

        /// Reads what `toString` writes; empty for anything else.
        static Optional<Place> read(String shown) {
            var parts = shown.split("\\.", -1);
            if (parts.length != 3) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Place(
                        LocalDate.parse(parts[0]), Money.pence(Long.parseLong(parts[1])), Long.parseLong(parts[2])));
            } catch (DateTimeParseException | NumberFormatException notOurs) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return happenedOn + "." + remaining.pence() + "." + id;
        }
    }

    public static Queue first(Order order, int limit) {
        return new Queue(order, null, null, null, null, limit);
    }

    /// The same queue from after this item on.
    public Queue after(SuspenseItem item, int howMany) {
        return new Queue(order, text, reason, amount, Place.of(item), howMany);
    }
}
