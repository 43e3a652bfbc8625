package localgov.ims.imports.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The descriptions of files that are in use.
///
/// @param mayMake whether whoever looks may describe a file
/// @param all where those are that were retired, with what happened to each; absent for who may not see settings
public record DescriptionsPage(
        boolean mayMake, List<Row> rows, @Nullable String all) {
    /// @param money where the money of such a file is
    /// @param own whether the council has written it
    public record Row(String href, String name, String code, String money, boolean own) {}
}
