package localgov.ims.settings.pages;

import java.util.List;
import localgov.ims.govuk.Option;
import org.jspecify.annotations.Nullable;

/// The entries of one type.
///
/// @param found how many there are, in words
/// @param notInWelsh what of all of them is written in English alone; absent when nothing is
/// @param waiting what waits for a second person, additions among it
/// @param only what they were narrowed to by a link, in words; absent when they were not
/// @param all the list without that
/// @param onlyValue what the search form carries of it
/// @param dated whether one may ask what holds on a day
/// @param add where a new one is made; absent for those who may not
/// @param unwritten where each of those that may be and are not yet is made; none for most types
/// @param upload where a file is brought in; absent for those who may not
public record EntriesPage(
        String title,
        String self,
        String found,
        @Nullable NotInWelsh notInWelsh,
        List<EntryPage.Waiting> waiting,
        @Nullable String only,
        String all,
        @Nullable String onlyValue,
        boolean filtered,
        boolean dated,
        List<Option> shows,
        String show,
        List<Heading> headings,
        List<Row> rows,
        @Nullable String add,
        List<Unwritten> unwritten,
        String download,
        @Nullable String upload,
        @Nullable String previous,
        @Nullable String next) {

    /// @param sort how the list is sorted by this column now: `ascending`, `descending` or `none`
    public record Heading(String label, String href, String sort, boolean figure) {}

    /// @param href the entries it is about; absent when those are what is shown
    public record NotInWelsh(String words, @Nullable String href) {}

    /// @param usual what holds until it is written down; empty when nothing does
    public record Unwritten(String name, String href, String usual) {}

    /// @param mark what is odd about it; empty when nothing is
    public record Row(String href, List<Value> values, boolean retired, String mark) {
        /// The same with something odd about it.
        public Row marked(String what) {
            return new Row(href, values, retired, what);
        }
    }

    /// @param more what is read after it where the text alone does not name the entry
    public record Value(String text, String more, boolean figure) {}
}
