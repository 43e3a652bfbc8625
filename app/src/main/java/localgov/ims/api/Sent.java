package localgov.ims.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON object that was sent, read field by field. Whatever is wrong with it is noted under the field's full
/// name, so that a caller hears of everything at once; a field that nobody asked for is wrong too, because it may
/// have meant something.
final class Sent {
    private static final int LONGEST_TEXT = 2_000;

    private final JsonNode object;
    private final String path;
    private final List<Problem.Field> errors;
    private final Set<String> asked = new HashSet<>();
    private final List<Sent> inside = new ArrayList<>();

    private Sent(JsonNode object, String path, List<Problem.Field> errors) {
        this.object = object;
        this.path = path;
        this.errors = errors;
    }

    static Sent of(JsonNode object) {
        return new Sent(object, "", new ArrayList<>());
    }

    /// What is wrong, with the fields that nobody asked for. Ask when everything else has been asked.
    List<Problem.Field> errors() {
        refuseOthers();
        return errors;
    }

    void note(String name, String code, String detail) {
        errors.add(Problem.Field.of(path + name, code, detail));
    }

    /// The text, or nothing when it is not there. Wrong when it is something else or longer than `most` characters.
    @Nullable
    String text(String name, int most) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            note(name, "not_text", "This must be a text.");
            return null;
        }
        var text = value.stringValue();
        if (text.length() > most) {
            note(name, "too_long", "This must have %d characters at most.".formatted(most));
            return null;
        }
        if (text.chars().anyMatch(c -> c == 0)) {
            note(name, "not_text", "This holds a character that no text has.");
            return null;
        }
        return text;
    }

    /// The text that must be there; an empty one when it is not, which is then noted.
    String needed(String name, int most) {
        int before = errors.size();
        var text = text(name, most);
        if ((text == null || text.isBlank()) && errors.size() == before) {
            note(name, "missing", "This is needed.");
        }
        return text == null ? "" : text;
    }

    String needed(String name) {
        return needed(name, LONGEST_TEXT);
    }

    @Nullable
    String text(String name) {
        return text(name, LONGEST_TEXT);
    }

    /// Somebody, as a name or as an object with `name` and `email`.
    Somebody textOrObject(String name, int most) {
        var value = object.get(name);
        if (value == null || !value.isObject()) {
            return new Somebody(text(name, most), null);
        }
        asked.add(name);
        var inner = new Sent(value, path + name + ".", errors);
        inside.add(inner);
        return new Somebody(inner.text("name", most), inner);
    }

    record Somebody(@Nullable String name, @Nullable Sent details) {
        @Nullable
        String email(int most) {
            return details == null ? null : details.text("email", most);
        }
    }

    /// An amount in whole pence that must be there; nothing when it is not, which is then noted.
    Money pence(String name) {
        int before = errors.size();
        var amount = optionalPence(name);
        if (amount == null && errors.size() == before) {
            note(name, "missing", "This is needed: an amount in whole pence.");
        }
        return amount == null ? Money.ZERO : amount;
    }

    /// An amount in whole pence, or nothing when it is not there.
    @Nullable
    Money optionalPence(String name) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            note(name, "not_whole_pence", "This must be a whole number of pence, such as 3500 for £35.00.");
            return null;
        }
        return Money.pence(value.longValue());
    }

    /// The objects of a list that must be there and hold something.
    List<Sent> list(String name) {
        var value = value(name);
        if (value == null) {
            note(name, "missing", "This is needed.");
            return List.of();
        }
        if (!value.isArray()) {
            note(name, "not_a_list", "This must be a list.");
            return List.of();
        }
        if (value.isEmpty()) {
            note(name, "none", "This needs at least one entry.");
        }
        var found = new ArrayList<Sent>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isObject()) {
                found.add(new Sent(value.get(i), "%s%s[%d].".formatted(path, name, i), errors));
            } else {
                note("%s[%d]".formatted(name, i), "not_an_object", "This must be an object.");
            }
        }
        inside.addAll(found);
        return found;
    }

    private @Nullable JsonNode value(String name) {
        asked.add(name);
        var value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private void refuseOthers() {
        object.propertyNames().stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .forEach(name -> {
                    asked.add(name);
                    note(
                            name.length() > 60 ? name.substring(0, 60) + "…" : name,
                            "unknown_field",
                            "There is no such field here.");
                });
        inside.forEach(Sent::refuseOthers);
    }
}
