package localgov.ims.arrivals.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One file that came by itself.
///
/// @param why it is in quarantine; absent when it is not
/// @param decide where a person says what becomes of it: `/again` and `/dismiss` behind it; absent when that is decided
/// or not theirs to say
/// @param kept whether it can be tried again, because its bytes are kept or are fetched again
/// @param fetched whether they are fetched again
/// @param download where the bytes that are kept are; absent when none are
public record ArrivedFilePage(
        String name,
        String back,
        String state,
        String classes,
        @Nullable String why,
        List<SummaryRow> facts,
        List<ArrivalPlacePage.Link> imports,
        @Nullable String decide,
        boolean kept,
        boolean fetched,
        @Nullable String download) {
    public ArrivedFilePage {
        facts = List.copyOf(facts);
        imports = List.copyOf(imports);
    }
}
