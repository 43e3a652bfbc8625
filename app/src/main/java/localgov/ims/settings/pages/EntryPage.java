package localgov.ims.settings.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry: what it says, what refers to it, what happened to it.
///
/// @param type what it is: "Fund"
/// @param retired since when it is out of use, in words; absent while it is in use
/// @param says what its answers come to, as sentences
/// @param change where it is changed; absent for those who may not
/// @param turn where it is retired or restored; absent for those who may not
public record EntryPage(
        String type,
        String title,
        String back,
        @Nullable String retired,
        List<String> says,
        List<Fact> facts,
        List<Inside> inside,
        List<Used> uses,
        List<Waiting> waiting,
        List<Happened> history,
        @Nullable String change,
        @Nullable String turn) {

    /// @param href where what was chosen is; absent when it is nowhere
    /// @param notInWelsh whether it is blank while the same is there in English
    /// @param colour the colour to show a patch of; absent when it is none
    public record Fact(
            String label,
            String text,
            @Nullable String href,
            @Nullable String colour,
            boolean notInWelsh) {}

    /// Entries that belong to this one.
    public record Inside(
            String title,
            List<EntriesPage.Heading> headings,
            List<EntriesPage.Row> rows,
            @Nullable String add,
            String addWords) {}

    /// A change that a second person has not decided about.
    ///
    /// @param lang the language of the sentence where it is another than the page's
    public record Waiting(String sentence, @Nullable String lang, String href, String since) {}

    /// @param then what happens to these when the entry is retired; empty when nothing does
    public record Used(String words, String many, @Nullable String href, boolean holds, String then) {}

    public record Happened(String what, String when, List<Changed> changed) {}

    public record Changed(String label, String before, String after) {}
}
