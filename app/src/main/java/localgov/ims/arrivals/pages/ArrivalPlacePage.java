package localgov.ims.arrivals.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One place where files arrive, and what came there.
///
/// @param trouble why it could not be looked at and since when; absent when it could
/// @param look where somebody asks to have it looked at now; absent for those who may not, or when it is not looked at
/// @param attempt where the connection is tried; absent for those who may not
/// @param older where older files are; absent on the last page
public record ArrivalPlacePage(
        String name,
        String back,
        String state,
        String classes,
        @Nullable String trouble,
        List<SummaryRow> facts,
        @Nullable String look,
        @Nullable String attempt,
        List<Row> files,
        @Nullable String older) {
    public ArrivalPlacePage {
        facts = List.copyOf(facts);
        files = List.copyOf(files);
    }

    /// @param imports what it brought
    public record Row(String name, String href, String seen, String state, String classes, List<Link> imports) {
        public Row {
            imports = List.copyOf(imports);
        }
    }

    /// An import.
    public record Link(String words, String href) {}
}
