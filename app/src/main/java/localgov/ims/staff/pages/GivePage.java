package localgov.ims.staff.pages;

import java.util.List;
import localgov.ims.govuk.Choice;

/// Asking for a role for somebody.
public record GivePage(String self, String back, String name, List<Choice> roles, LimitChoices limits) {}
