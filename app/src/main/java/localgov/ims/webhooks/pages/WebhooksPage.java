package localgov.ims.webhooks.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every webhook and how it stands.
///
/// @param back the settings; nothing for those who do not see them
/// @param add where one is added; nothing for those who may not
public record WebhooksPage(@Nullable String back, @Nullable String add, List<Row> rows) {
    /// @param state in words, in a tag of this colour
    public record Row(
            String href, String name, String address, String state, String colour, String waiting, String dead) {}
}
