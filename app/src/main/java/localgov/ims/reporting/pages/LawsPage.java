package localgov.ims.reporting.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The laws of the books as they were found last.
public record LawsPage(TodayPage.Proof proof, String sealed, List<Row> rows) {
    /// @param language the `lang` of the law when it is not the page’s
    public record Row(String law, @Nullable String language, String result, String classes, String violations) {}
}
