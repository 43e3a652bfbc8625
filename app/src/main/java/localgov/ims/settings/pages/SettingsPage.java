package localgov.ims.settings.pages;

import java.util.List;

/// Every type of reference data, in the parts in which a council would set them up.
public record SettingsPage(List<Group> groups) {

    public record Group(String name, List<Row> rows) {}

    /// @param used how many are in use
    /// @param retired how many are not, as words; empty when none is
    public record Row(String name, String href, String used, String retired) {}
}
