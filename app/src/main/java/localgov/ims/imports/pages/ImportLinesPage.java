package localgov.ims.imports.pages;

import java.util.List;
import localgov.ims.platform.words.Written;
import org.jspecify.annotations.Nullable;

/// The lines of a file.
///
/// @param filters each outcome that may be looked at alone, the chosen one without a link
/// @param next where the following lines are; absent at the end
public record ImportLinesPage(
        String fileName,
        String file,
        List<Filter> filters,
        List<Row> rows,
        @Nullable String next,
        @Nullable String first) {

    public record Filter(String words, @Nullable String href) {}

    public record Row(
            String line,
            String href,
            String day,
            String payer,
            String said,
            String where,
            ImportsPage.Tag outcome,
            Written why,
            String in,
            String out) {}
}
