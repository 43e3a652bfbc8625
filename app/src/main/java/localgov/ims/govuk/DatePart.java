package localgov.ims.govuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the boxes in which a date is typed.
public record DatePart(
        String name,
        String label,
        @Nullable String classes,
        @Nullable String value,
        @Nullable String id,
        @Nullable String inputmode,
        @Nullable String autocomplete,
        @Nullable String pattern,
        Attributes attributes) {

    /// Day, month and year with the words of the page's language and what was typed before.
    public static List<DatePart> dayMonthYear(
            String dayWord,
            String monthWord,
            String yearWord,
            @Nullable String day,
            @Nullable String month,
            @Nullable String year,
            boolean wrong) {
        return List.of(
                part("day", dayWord, "govuk-input--width-2", day, wrong),
                part("month", monthWord, "govuk-input--width-2", month, wrong),
                part("year", yearWord, "govuk-input--width-4", year, wrong));
    }

    private static DatePart part(String name, String label, String width, @Nullable String value, boolean wrong) {
        var classes = wrong ? width + " govuk-input--error" : width;
        return new DatePart(name, label, classes, value, null, null, null, null, Attributes.NONE);
    }
}
