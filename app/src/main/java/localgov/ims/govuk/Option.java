package localgov.ims.govuk;

import org.jspecify.annotations.Nullable;

/// One choice of a drop-down list.
///
/// @param value    what is sent; absent: the text itself
/// @param selected decided here, or left to the list's own value when absent
public record Option(
        @Nullable String value, String text, @Nullable Boolean selected, boolean disabled, Attributes attributes) {

    public static Option of(String value, String text) {
        return new Option(value, text, null, false, Attributes.NONE);
    }

    boolean isSelected(@Nullable String chosen) {
        if (selected != null) {
            return selected;
        }
        return chosen != null && !chosen.isEmpty() && chosen.equals(value == null ? text : value);
    }

    /// Whether the list shows this one chosen, given the list's value.
    public static boolean selected(Option option, @Nullable String chosen) {
        return option.isSelected(chosen);
    }
}
