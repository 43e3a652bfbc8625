package localgov.ims.staff.pages;

import java.util.List;
import localgov.ims.govuk.Option;

/// Which address opens to whom.
///
/// @param roles the names of the columns
/// @param counts how many routes there are, in words
public record MatrixPage(
        List<Row> rows, List<String> roles, List<Option> choices, String counts, List<PeoplePage.Link> places) {
    /// @param opens for each role, in the order of the columns
    public record Row(String method, String path, String who, List<Boolean> opens) {}
}
