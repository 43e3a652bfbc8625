package localgov.ims.imports.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import org.jspecify.annotations.Nullable;

/// The files that arrived, and the form for handing in another.
///
/// @param mayHandIn whether the form is there
/// @param sources where a file may come from, after the choice to tell by its name; none when none are declared
/// @param expected what is expected today
/// @param late how many of those are late, as a sentence; empty when none is
/// @param older where older files are; absent on the last page
public record ImportsPage(
        boolean mayHandIn,
        List<Option> sources,
        List<Expected> expected,
        String late,
        List<Row> rows,
        @Nullable String older) {

    /// A file that is expected today.
    ///
    /// @param dueBy by when; empty when any time will do
    /// @param href the file, once it is there
    /// @param came when it came; empty when it is not there
    /// @param contact who to ask; empty unless it is late
    public record Expected(
            String source,
            String dueBy,
            Tag state,
            @Nullable String href,
            String came,
            String contact) {}

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
