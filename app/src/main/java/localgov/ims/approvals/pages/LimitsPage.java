package localgov.ims.approvals.pages;

import java.util.List;

/// How much goes without a second person, for each kind that is about money.
public record LimitsPage(List<Row> rows) {
    /// @param waiting how many changes of it wait for approval; 0 when none does
    public record Row(String href, String kind, String each, String byOne, String forOne, String days, int waiting) {}
}
