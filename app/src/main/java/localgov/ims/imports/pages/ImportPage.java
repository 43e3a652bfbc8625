package localgov.ims.imports.pages;

import java.util.List;
import java.util.stream.Stream;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.platform.words.Written;
import org.jspecify.annotations.Nullable;

/// One file and what became of it.
///
/// @param about what the state means and what to do now, as a sentence
/// @param live how far the reading has come; absent when it is not being read
/// @param download where the file is as it came
/// @param lines where all its lines are; absent when there are none
/// @param told where what its report told is; absent for a file of lines
/// @param again where it can be read again; absent when it cannot, or when the reader of the page may not
/// @param readBy how it can be read otherwise; absent when it cannot, or when the reader of the page may not
/// @param hold what people decided about it, and may decide now
/// @param moreProblems how many problems are not shown, as a sentence; absent when all are
public record ImportPage(
        String path,
        String fileName,
        ImportsPage.Tag state,
        String about,
        @Nullable Live live,
        List<SummaryRow> facts,
        List<OutcomeRow> outcomes,
        OutcomeRow total,
        List<LeftOutRow> leftOut,
        List<CheckRow> checks,
        List<ProblemRow> problems,
        @Nullable String moreProblems,
        String download,
        @Nullable String lines,
        @Nullable String told,
        @Nullable String again,
        @Nullable ReadBy readBy,
        Hold hold) {

    /// @param release where it may be asked that a held file be posted; absent when it may not
    /// @param refuse where it may be ended; absent when it may not
    /// @param reverse where it may be asked that a posted file be taken back; absent when it may not
    /// @param preview where what would become of it can be worked out; absent when it cannot
    /// @param seePreview where that was worked out; absent when it was not
    /// @param lookFirst whether it waits only because somebody wanted to see that first
    public record Hold(
            List<Note> notes,
            @Nullable String preview,
            @Nullable String seePreview,
            boolean lookFirst,
            @Nullable String release,
            @Nullable String refuse,
            @Nullable String reverse) {}

    /// @param href where what it speaks of is; absent when there is nothing to see
    public record Note(String words, @Nullable String href) {}

    /// The same with more facts about the file.
    public ImportPage with(List<SummaryRow> more) {
        return new ImportPage(
                path,
                fileName,
                state,
                about,
                live,
                Stream.concat(facts.stream(), more.stream()).toList(),
                outcomes,
                total,
                leftOut,
                checks,
                problems,
                moreProblems,
                download,
                lines,
                told,
                again,
                readBy,
                hold);
    }

    /// The choice of a description to read the file by.
    ///
    /// @param path where the choice is sent
    /// @param choices the descriptions in use, those that fit first
    /// @param describe where it can be described anew
    public record ReadBy(String path, List<Option> choices, String describe) {}

    /// The numbers that change while the file is being read, in words.
    public record Live(
            boolean open, int percent, String lines, String posted, String suspense, String rate, String left) {}

    /// @param href where lines with this outcome are; absent when there are none
    public record OutcomeRow(
            String outcome,
            String count,
            String amount,
            @Nullable String href) {}

    /// @param language the `lang` of both figures when words stand among them
    public record CheckRow(
            String check,
            String expected,
            String actual,
            @Nullable String language,
            ImportsPage.Tag result) {}

    /// @param rows how many, in words, and `reason` why, as the description says
    public record LeftOutRow(String rows, String reason) {}

    /// One thing that is wrong, in the language it was written down in.
    public record ProblemRow(String where, String value, Written problem) {}
}
