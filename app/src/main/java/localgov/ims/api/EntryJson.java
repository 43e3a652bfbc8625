package localgov.ims.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Field;
import localgov.ims.settings.Kind;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Settings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An entry of reference data as JSON, both ways: money in pence, percentages in basis points, yes and no as
/// booleans, everything else as text; null where nothing is said. A secret is taken but never given.
final class EntryJson {
    private static final int SCALE = 2;

    private final ReferenceData data;

    EntryJson(ReferenceData data) {
        this.data = data;
    }

    /// @param settings knows what of an answer whoever asks may see
    Map<String, @Nullable Object> values(Entry entry, Settings settings) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        data.open().forEach(field -> values.put(field.column(), value(field.kind(), settings.seen(field, entry))));
        return values;
    }

    static @Nullable Object value(Kind kind, String plain) {
        if (plain.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case NUMBER -> Long.valueOf(plain);
            case MONEY, PERCENT -> new BigDecimal(plain).movePointRight(SCALE).longValueExact();
            case YES_NO -> plain.equals("yes");
            default -> plain;
        };
    }

    /// The answers of a body, by column in their plain form; whatever is not in it is blank, but a custom
    /// field that is not in it stays as it is.
    ///
    /// @param key the answers that the address gives
    /// @param errors where everything that is wrong is noted
    Map<String, String> answers(JsonNode body, Map<String, String> key, List<Problem.Field> errors) {
        var answers = new LinkedHashMap<>(key);
        for (var property : body.properties()) {
            var field = data.column(property.getKey());
            var value = property.getValue();
            if (field.isEmpty()) {
                var name = property.getKey();
                errors.add(Problem.Field.of(
                        name.length() > 60 ? name.substring(0, 60) + "…" : name,
                        "unknown_field",
                        "There is no such field here."));
            } else if (value.isNull() && field.get().isCustom()) {
                answers.put(field.get().column(), "");
            } else if (!value.isNull()) {
                plain(field.get(), value)
                        .ifPresentOrElse(
                                plain -> answer(answers, key, field.get(), plain, errors),
                                () -> errors.add(Problem.Field.of(
                                        field.get().column(), "wrong_type", "This must be " + form(field.get()))));
            }
        }
        return answers;
    }

    private static void answer(
            Map<String, String> answers,
            Map<String, String> key,
            Field field,
            String plain,
            List<Problem.Field> errors) {
        var given = key.get(field.column());
        if (given != null && !given.equals(plain)) {
            errors.add(Problem.Field.of(
                    field.column(), "key_differs", "This must be %s, as the address says.".formatted(given)));
        }
        answers.put(field.column(), plain);
    }

    private static Optional<String> plain(Field field, JsonNode value) {
        return switch (field.kind()) {
            case NUMBER -> whole(value).map(BigDecimal::toPlainString);
            case MONEY, PERCENT ->
                whole(value).map(number -> number.movePointLeft(SCALE).toPlainString());
            case YES_NO ->
                Optional.of(value)
                        .filter(JsonNode::isBoolean)
                        .map(JsonNode::booleanValue)
                        .map(yes -> yes ? "yes" : "no");
            default -> Optional.of(value).filter(JsonNode::isString).map(JsonNode::stringValue);
        };
    }

    private static Optional<BigDecimal> whole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong()
                ? Optional.of(BigDecimal.valueOf(value.longValue()))
                : Optional.empty();
    }

    private static String form(Field field) {
        return switch (field.kind()) {
            case NUMBER -> "a whole number.";
            case MONEY -> "a whole number of pence, such as 3500 for £35.00.";
            case PERCENT -> "a whole number of basis points, such as 2000 for 20%.";
            case YES_NO -> "true or false.";
            default -> "a text.";
        };
    }

    /// What programs are told of a field.
    static String type(Kind kind) {
        return switch (kind) {
            case NUMBER -> "number";
            case MONEY -> "pence";
            case PERCENT -> "basis_points";
            case YES_NO -> "boolean";
            case DATE -> "date";
            case TIME -> "time";
            case CHOICE -> "choice";
            case SECRET -> "secret";
            case EMAIL -> "email";
            case WEB_ADDRESS -> "web_address";
            case COLOUR, ANY_COLOUR -> "colour";
            case TEXT, LONG_TEXT -> "text";
        };
    }

    /// Problems of the engine as problems of the API.
    static List<Problem.Field> errors(List<localgov.ims.settings.Problem> problems) {
        var errors = new ArrayList<Problem.Field>();
        problems.forEach(problem -> errors.add(Problem.Field.of(
                problem.column(), problem.code(), problem.words().english())));
        return errors;
    }
}
