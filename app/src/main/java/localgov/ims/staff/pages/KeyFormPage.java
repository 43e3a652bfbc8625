package localgov.ims.staff.pages;

import java.util.List;

/// Making a key for a program.
public record KeyFormPage(
        String self, String back, List<RoleFormPage.Area> areas, List<String> chosen, LimitChoices limits) {}
