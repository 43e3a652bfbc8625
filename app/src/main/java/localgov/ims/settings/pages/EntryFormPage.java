package localgov.ims.settings.pages;

import java.util.List;
import java.util.Map;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;

/// A form that adds an entry or changes one.
///
/// @param fixed what is said once and stays
/// @param hidden what the form carries unseen
/// @param note what to know before saving; empty when there is nothing
public record EntryFormPage(
        String title,
        String action,
        String back,
        List<SummaryRow> fixed,
        List<Input> inputs,
        Map<String, String> hidden,
        String note,
        String save) {

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
            List<Choice> choices) {}
}
