package localgov.ims.suspense;

import java.util.List;
import java.util.UUID;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A decision about an item of suspense, as somebody asks for it.
///
/// @param id the same id is the same decision, however often it is sent
/// @param remainingSeen what remained on the item when the person decided; when it has changed since, nothing is
///   done. Nothing given means that any amount that still fits is right
public record Allocation(
        UUID id, long item, List<Line> lines, @Nullable Money remainingSeen) {

    public Allocation {
        lines = List.copyOf(lines);
    }

    /// One part of the money, as it was typed: whose it is.
    public record Line(
            String fund,
            String account,
            Money amount,
            @Nullable String narrative) {}
}
