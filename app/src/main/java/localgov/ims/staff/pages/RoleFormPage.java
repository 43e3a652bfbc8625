package localgov.ims.staff.pages;

import java.util.List;
import localgov.ims.govuk.Choice;

/// Describing a role, new or changed.
///
/// @param seen the version that was looked at; nothing for a new one
public record RoleFormPage(
        String self, String back, String title, boolean fresh, String seen, List<Area> areas, List<String> chosen) {
    public record Area(String id, String name, List<Choice> permissions) {}
}
