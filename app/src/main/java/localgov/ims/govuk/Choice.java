package localgov.ims.govuk;

import gg.jte.Content;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One radio button or checkbox, or the divider ("or") between them.
///
/// @param checked   decided here, or left to the group's own value when absent
/// @param revealing what is shown only while this is chosen
/// @param exclusive for a checkbox: choosing it unticks the others ("None of these")
public record Choice(
        @Nullable String value,
        Label label,
        @Nullable Content hint,
        @Nullable Boolean checked,
        boolean disabled,
        @Nullable Content revealing,
        @Nullable String divider,
        boolean exclusive,
        @Nullable String id,
        @Nullable String name,
        @Nullable String hintClasses,
        Attributes attributes) {

    public static Choice of(String value, String text) {
        return of(value, Label.of(text));
    }

    public static Choice of(String value, Label label) {
        return new Choice(value, label, null, null, false, null, null, false, null, null, null, Attributes.NONE);
    }

    /// A word between the choices, usually "or".
    public static Choice divider(String word) {
        return new Choice(
                null, Label.of(word), null, null, false, null, word, false, null, null, null, Attributes.NONE);
    }

    public Choice hint(String text) {
        return hint(Html.text(text));
    }

    public Choice hint(Content content) {
        return new Choice(
                value,
                label,
                content,
                checked,
                disabled,
                revealing,
                divider,
                exclusive,
                id,
                name,
                hintClasses,
                attributes);
    }

    public Choice checked(@Nullable Boolean nowChecked) {
        return new Choice(
                value,
                label,
                hint,
                nowChecked,
                disabled,
                revealing,
                divider,
                exclusive,
                id,
                name,
                hintClasses,
                attributes);
    }

    public Choice barred() {
        return new Choice(
                value, label, hint, checked, true, revealing, divider, exclusive, id, name, hintClasses, attributes);
    }

    public Choice revealing(Content content) {
        return new Choice(
                value, label, hint, checked, disabled, content, divider, exclusive, id, name, hintClasses, attributes);
    }

    public Choice exclusively() {
        return new Choice(
                value, label, hint, checked, disabled, revealing, divider, true, id, name, hintClasses, attributes);
    }

    public Choice id(String newId) {
        return new Choice(
                value,
                label,
                hint,
                checked,
                disabled,
                revealing,
                divider,
                exclusive,
                newId,
                name,
                hintClasses,
                attributes);
    }

    public Choice name(String newName) {
        return new Choice(
                value,
                label,
                hint,
                checked,
                disabled,
                revealing,
                divider,
                exclusive,
                id,
                newName,
                hintClasses,
                attributes);
    }

    public Choice attributes(Attributes more) {
        return new Choice(
                value, label, hint, checked, disabled, revealing, divider, exclusive, id, name, hintClasses, more);
    }

    /// Whether the group shows this one chosen, given the values of the group.
    public boolean isChecked(@Nullable Collection<String> chosen) {
        return checked != null ? checked : chosen != null && value != null && chosen.contains(value);
    }

    /// Whether the group shows this one chosen, given the one value of the group.
    public boolean isChecked(@Nullable String chosen) {
        return isChecked(chosen == null || chosen.isEmpty() ? List.of() : List.of(chosen));
    }

    /// The first choice carries the group's own id, so that an error summary can lead to it.
    public String idIn(String idPrefix, int index) {
        if (id != null) {
            return id;
        }
        return index == 1 ? idPrefix : idPrefix + "-" + index;
    }
}
