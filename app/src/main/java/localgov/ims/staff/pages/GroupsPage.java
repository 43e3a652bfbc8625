package localgov.ims.staff.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which group of the council's directory has which role.
///
/// @param add where a colleague is asked for another; nothing for whoever may not
public record GroupsPage(
        List<Row> rows,
        List<PersonPage.Waiting> waiting,
        List<PeoplePage.Link> places,
        @Nullable String add) {
    /// @param memberOf the group as the directory says it
    /// @param end where it is ended; nothing for whoever may not
    public record Row(
            String name,
            String memberOf,
            String role,
            String limits,
            String decided,
            @Nullable String end) {}
}
