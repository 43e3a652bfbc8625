package localgov.ims.settings.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every type of reference data, in the parts in which a council would set them up.
///
/// @param notInWelsh how many texts of all types are not in Welsh, in words; absent when all are
public record SettingsPage(List<Group> groups, @Nullable String notInWelsh) {

    public record Group(String name, List<Row> rows) {}

    /// @param used how many are in use
    /// @param notInWelsh what of it is written in English alone, in words and where; absent when nothing is
    /// @param retired how many are not, as words; empty when none is
    public record Row(
            String name,
            String href,
            String used,
            String retired,
            @Nullable Link notInWelsh) {}

    public record Link(String words, String href) {}
}
