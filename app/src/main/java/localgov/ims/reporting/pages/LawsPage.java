package localgov.ims.reporting.pages;

import java.util.List;

/// The laws of the books as they were found last.
public record LawsPage(TodayPage.Proof proof, String sealed, List<Row> rows) {
    public record Row(String law, String result, String classes, String violations) {}
}
