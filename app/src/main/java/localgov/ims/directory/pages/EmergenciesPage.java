package localgov.ims.directory.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who came in without the directory.
public record EmergenciesPage(List<Row> rows) {
    /// @param seen who has seen it, and when; nothing while nobody has
    /// @param action where it is marked as seen; nothing for whoever it is about
    public record Row(
            String email,
            String how,
            String when,
            @Nullable String seen,
            @Nullable String action) {}
}
