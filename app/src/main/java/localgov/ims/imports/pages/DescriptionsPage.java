package localgov.ims.imports.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The descriptions of files that are in use.
///
/// @param mayMake whether whoever looks may describe a file
/// @param unreadable the council's own that this release does not understand; they read no files
/// @param all where those are that were retired, with what happened to each; absent for who may not see settings
public record DescriptionsPage(
        boolean mayMake,
        List<Row> rows,
        List<Row> unreadable,
        @Nullable String all) {
    /// @param money where the money of such a file is
    /// @param own whether the council has written it
    public record Row(String href, String name, String code, String money, boolean own) {}
}
