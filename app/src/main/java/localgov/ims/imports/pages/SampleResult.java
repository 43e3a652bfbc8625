package localgov.ims.imports.pages;

import java.util.List;

/// What a description reads of a sample.
///
/// @param summary how many entries and problems, as a sentence
/// @param problems with line and column
/// @param left rows that are no money, as sentences
/// @param checks totals and balances that do not hold, as sentences
public record SampleResult(
        String summary, List<Row> rows, List<ImportPage.ProblemRow> problems, List<String> left, List<String> checks) {
    /// One entry as it would be read.
    public record Row(
            String line,
            String day,
            String payer,
            String reference,
            String said,
            String account,
            String in,
            String out) {}
}
