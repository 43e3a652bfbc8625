package localgov.ims.payouts.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Payouts of card providers.
///
/// @param open those that nobody has explained, the oldest first
/// @param all of them, the newest first
/// @param next where older ones are; absent when there are none
public record PayoutsPage(
        List<Row> open, List<Row> all, @Nullable String next) {
    public PayoutsPage {
        open = List.copyOf(open);
        all = List.copyOf(all);
    }

    /// @param state how it stands with the bank, with the classes of its tag
    public record Row(
            String day, String href, String provider, String payments, String state, String classes, String net) {}
}
