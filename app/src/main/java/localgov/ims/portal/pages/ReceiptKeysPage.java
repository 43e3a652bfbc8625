package localgov.ims.portal.pages;

import java.util.List;

/// The keys that receipts are signed with, the newest first.
///
/// @param mayChange whether whoever looks may replace and withdraw them
public record ReceiptKeysPage(List<Row> rows, boolean mayChange) {
    public ReceiptKeysPage {
        rows = List.copyOf(rows);
    }

    /// @param withdrawn when it was withdrawn, in words; empty when its receipts are genuine
    public record Row(String id, String made, boolean signs, String withdrawn) {}
}
