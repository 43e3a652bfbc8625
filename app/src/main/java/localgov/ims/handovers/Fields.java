package localgov.ims.handovers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a calling system sent, by names whose capital letters do not count: some send them, some do not.
final class Fields {
    private static final int LONGEST = 2_000;
    private final JsonNode node;

    Fields(JsonNode node) {
        this.node = node;
    }

    /// The text, a number as text; empty when it is not there.
    String text(String name) {
        return value(name)
                .filter(value -> value.isString() || value.isNumber())
                .map(JsonNode::asString)
                .filter(text -> text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl))
                .map(String::strip)
                .orElse("");
    }

    List<Fields> list(String name) {
        return value(name)
                .map(value -> value.values().stream().map(Fields::new).toList())
                .orElse(List.of());
    }

    Optional<Fields> inside(String name) {
        return value(name).filter(JsonNode::isObject).map(Fields::new);
    }

    private Optional<JsonNode> value(String name) {
        return node.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Pounds with at most two decimals; nothing when it is none, or not more than nothing.
    static Optional<Money> amount(String written) {
        if (!written.matches("\\d{1,9}(\\.\\d{1,4})?")) {
            return Optional.empty();
        }
        return Money.exactly(new BigDecimal(written)).filter(Money::isPositive);
    }

    static @Nullable String orNothing(String text) {
        return text.isEmpty() ? null : text;
    }
}
