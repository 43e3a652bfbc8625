package localgov.ims.access.pages;

import java.util.List;

/// One's own passkeys.
public record PasskeysPage(List<Row> rows) {
    /// @param used when it was last used, in words
    public record Row(String id, String name, String added, String used) {}
}
