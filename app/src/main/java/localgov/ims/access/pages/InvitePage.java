package localgov.ims.access.pages;

import java.util.List;
import localgov.ims.govuk.Choice;

/// Asking somebody to join.
///
/// @param roles what may be proposed for them
/// @param open those who were asked and have not come yet
public record InvitePage(List<Choice> roles, List<Row> open) {
    public record Row(String id, String name, String email, String roles, String asked, String until) {}
}
