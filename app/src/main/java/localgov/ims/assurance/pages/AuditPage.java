package localgov.ims.assurance.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import org.jspecify.annotations.Nullable;

/// What was done, as far as it was looked for.
///
/// @param narrowed whether not everything is looked for
/// @param person the name of the one person it is narrowed to by their id; absent when it is not
/// @param export where all of it is to be had as a file
/// @param next where the next page is; absent on the last one
/// @param first where the first page is; absent there
public record AuditPage(
        List<Row> rows,
        List<Option> deeds,
        boolean narrowed,
        @Nullable String person,
        String export,
        @Nullable String next,
        @Nullable String first) {

    /// @param changes how many things it changed, as a word; empty when none
    public record Row(
            String href,
            String day,
            String time,
            String who,
            String did,
            String subject,
            String detail,
            String changes) {}
}
