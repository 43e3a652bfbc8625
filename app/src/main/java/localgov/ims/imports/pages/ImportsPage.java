package localgov.ims.imports.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import org.jspecify.annotations.Nullable;

/// The files that arrived, and the form for handing in another.
///
/// @param mayHandIn whether the form is there
/// @param sources where a file may come from, after the choice to tell by its name; none when none are declared
/// @param older where older files are; absent on the last page
public record ImportsPage(
        boolean mayHandIn,
        List<Option> sources,
        List<Row> rows,
        @Nullable String older) {

    public record Row(
            String received,
            String href,
            String fileName,
            String format,
            Tag state,
            String lines,
            String placed,
            String suspense) {}

    /// A state and the colour that goes with its word.
    public record Tag(String words, String classes) {}
}
