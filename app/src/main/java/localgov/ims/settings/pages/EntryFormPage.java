package localgov.ims.settings.pages;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;
import org.jspecify.annotations.Nullable;

/// A form that adds an entry or changes one.
///
/// @param fixed what is said once and stays
/// @param hidden what the form carries unseen
/// @param note what to know before saving; empty when there is nothing
/// @param trying absent where nothing can be tried before it is saved
/// @param rows what belongs to the entry, by its type
public record EntryFormPage(
        String title,
        String action,
        String back,
        List<SummaryRow> fixed,
        List<Input> inputs,
        Map<String, String> hidden,
        String note,
        String save,
        @Nullable Trying trying,
        List<Rows> rows) {

    /// The same form with a place to try it out.
    public EntryFormPage with(@Nullable Trying place) {
        return new EntryFormPage(title, action, back, fixed, inputs, hidden, note, save, place, rows);
    }

    /// The same form with what belongs to the entry.
    public EntryFormPage with(List<Rows> belonging) {
        return new EntryFormPage(title, action, back, fixed, inputs, hidden, note, save, trying, belonging);
    }

    /// @param count the name of what says how many rows there are
    /// @param more where the form is sent for one more row
    public record Rows(String type, String title, String count, List<OneRow> rows, String moreWords, String more) {}

    /// @param retire the name of the box that takes it out of use; empty for a new row
    public record OneRow(
            String id,
            String legend,
            List<Input> inputs,
            Map<String, String> hidden,
            String retire,
            boolean retiring) {}

    /// @param action where the form is sent to be tried
    /// @param result what would come of it; absent while the answers do not hold together
    public record Trying(
            String action,
            String label,
            String hint,
            @Nullable Content result) {}

    public enum Shape {
        TEXT,
        LONG_TEXT,
        DATE,
        RADIOS,
        SELECT,
        SECRET
    }

    /// @param hint empty when there is none
    /// @param before what stands before the box, such as the pound sign; empty when nothing does
    /// @param after what stands after it
    public record Input(
            String name,
            String label,
            String hint,
            Shape shape,
            String width,
            String type,
            String inputmode,
            String before,
            String after,
            List<Option> options,
            List<Choice> choices) {

        /// The same with something before its name, as in a row.
        public Input within(String prefix) {
            return new Input(
                    prefix + name, label, hint, shape, width, type, inputmode, before, after, options, choices);
        }
    }
}
