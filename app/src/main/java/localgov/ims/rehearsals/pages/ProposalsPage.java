package localgov.ims.rehearsals.pages;

import java.util.List;
import java.util.Map;

/// Rules that nobody has written, as people placed money.
///
/// @param may whether whoever looks may see them
/// @param action where the form of a rule is, which opens filled in
public record ProposalsPage(List<Row> rows, boolean may, String since, String action) {
    /// @param record how often it would have been right
    /// @param always whether it would always have been
    public record Row(String sentence, String record, boolean always, Map<String, String> carried) {}
}
