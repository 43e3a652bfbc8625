package localgov.ims.staff.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import org.jspecify.annotations.Nullable;

/// The list of colleagues.
///
/// @param filtered whether something narrows it down
/// @param next where it goes on, `first` where it began
public record PeoplePage(
        List<Row> rows,
        List<Option> states,
        List<Option> roles,
        boolean filtered,
        List<Link> places,
        @Nullable String first,
        @Nullable String next) {

    /// @param state a word for somebody who has left
    public record Row(
            String href,
            String name,
            String email,
            String roles,
            @Nullable String state) {}

    public record Link(String text, String href) {}
}
