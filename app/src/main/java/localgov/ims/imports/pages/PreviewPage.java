package localgov.ims.imports.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would become of a file.
///
/// @param standing how far it is, and what reading the file would come to, as a sentence
/// @param waiting whether it is still being worked out
/// @param ask where it can be worked out anew; absent when whoever looks may not
/// @param totals by outcome and fund
/// @param rows the lines of this page
/// @param next where the following lines are; absent at the end
public record PreviewPage(
        String fileName,
        String file,
        String standing,
        boolean waiting,
        @Nullable String ask,
        List<Total> totals,
        List<ImportLinesPage.Row> rows,
        @Nullable String next,
        @Nullable String first) {
    public PreviewPage {
        totals = List.copyOf(totals);
        rows = List.copyOf(rows);
    }

    public record Total(ImportsPage.Tag outcome, String fund, String amounts, String pence) {}
}
