package localgov.ims.reporting.pages;

import java.util.List;
import java.util.Map;
import localgov.ims.govuk.Option;
import org.jspecify.annotations.Nullable;

/// A page of receipts that were found.
///
/// @param understood how what was typed was understood, as a sentence
/// @param otherwise where the same text is looked for as words; absent when it was
/// @param count how many there are, as a sentence
/// @param accounts account numbers of which a part was typed, to narrow it down
/// @param kept what else was asked for, which choosing one of these keeps
/// @param groups of funds; none where the council has none
/// @param narrowed whether any of the fields below the box were filled in
/// @param next where older ones are; absent on the last page
/// @param first where the newest are; absent on the first page
public record ReceiptsPage(
        @Nullable String understood,
        @Nullable String otherwise,
        String count,
        List<String> accounts,
        Map<String, String> kept,
        List<Row> rows,
        List<Option> funds,
        List<Option> groups,
        boolean narrowed,
        @Nullable String next,
        @Nullable String first) {

    /// @param state a word for a tag, such as "in suspense"; absent for money that is where it belongs
    /// @param colour of the method; empty when it has none
    public record Row(
            String day,
            String href,
            String account,
            @Nullable String state,
            String fund,
            String payer,
            String narrative,
            String method,
            String colour,
            String amount) {}
}
