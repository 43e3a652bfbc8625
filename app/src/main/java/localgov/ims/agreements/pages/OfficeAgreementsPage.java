package localgov.ims.agreements.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Agreements, as one of the lists shows them to colleagues.
///
/// @param empty what would be here
/// @param next where the next page is; absent on the last one
/// @param first where the first page is; absent there
public record OfficeAgreementsPage(
        List<TabLink> tabs,
        String heading,
        List<Row> rows,
        String empty,
        @Nullable String next,
        @Nullable String first) {
    public OfficeAgreementsPage {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }

    /// @param count how many need a person; absent where it is not counted
    public record TabLink(
            String label,
            String href,
            boolean current,
            @Nullable String count) {}

    /// @param next when the next payment is due, or a dash
    /// @param colour of the state's tag
    public record Row(
            String href,
            String reference,
            String fund,
            String account,
            String terms,
            String next,
            String state,
            String colour) {}
}
