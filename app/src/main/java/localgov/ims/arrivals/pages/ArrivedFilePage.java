package localgov.ims.arrivals.pages;

import java.util.List;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// One file that came by itself.
///
/// @param why it is in quarantine; absent when it is not
/// @param decide where a person says what becomes of it: `/again` and `/dismiss` behind it; absent when that is decided
/// or not theirs to say
/// @param kept whether it can be tried again, because its bytes are kept
public record ArrivedFilePage(
        String name,
        String back,
        String state,
        String classes,
        @Nullable String why,
        List<SummaryRow> facts,
        List<ArrivalPlacePage.Link> imports,
        @Nullable String decide,
        boolean kept) {
    public ArrivedFilePage {
        facts = List.copyOf(facts);
        imports = List.copyOf(imports);
    }
}
