package localgov.ims.staff.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The roles of the council.
///
/// @param waiting roles that are to be made or changed once a second person agrees
/// @param add where to go for another; absent for those who may not
public record RolesPage(
        List<Row> rows,
        List<PersonPage.Waiting> waiting,
        List<PeoplePage.Link> places,
        @Nullable String add) {
    /// @param state a word for a role of the council's own or one out of use
    public record Row(
            String href,
            String name,
            String sentence,
            String people,
            @Nullable String state,
            String colour) {}
}
