package localgov.ims.staff.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys of programs.
public record KeysPage(
        List<Row> rows,
        List<PeoplePage.Link> places,
        @Nullable String add) {
    public record Row(String href, String name, String made, String until, String state, String colour) {}
}
