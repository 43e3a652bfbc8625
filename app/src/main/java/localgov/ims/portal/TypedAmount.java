package localgov.ims.portal;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import localgov.ims.kernel.Money;

/// An amount as people type it: `12.5`, `£1,234.50`, `1234`, `50p`. Anything that could mean two things is asked
/// for again.
sealed interface TypedAmount {
    record Is(Money amount) implements TypedAmount {}

    /// @param key the words that tell what is wrong
    record Isnt(String key) implements TypedAmount {}

    Pattern POUNDS = Pattern.compile("-?(\\d{1,9}|\\d{1,3}(,\\d{3}){1,2})?(\\.\\d*)?");
    Pattern PENCE = Pattern.compile("\\d{1,6}p");
    Pattern COMMA_FOR_POINT = Pattern.compile("-?\\d+,\\d{1,2}");

    static TypedAmount read(String typed) {
        var text =
                typed.replaceAll("[\\s\\u00a0\\u202f£]", "").replace('−', '-').replaceFirst("(?i)(gbp|pounds?)$", "");
        if (text.isEmpty()) {
            return new Isnt("portal.amount.blank");
        }
        if (PENCE.matcher(text).matches()) {
            return positive(Money.pence(Long.parseLong(text.substring(0, text.length() - 1))));
        }
        if (COMMA_FOR_POINT.matcher(text).matches()) {
            return new Isnt("portal.amount.comma");
        }
        if (!POUNDS.matcher(text).matches() || text.chars().noneMatch(Character::isDigit)) {
            return new Isnt("portal.amount.not-money");
        }
        var plain = text.replace(",", "");
        return Money.exactly(new BigDecimal(plain.endsWith(".") ? plain + "0" : plain))
                .map(TypedAmount::positive)
                .orElseGet(() -> new Isnt("portal.amount.parts-of-a-penny"));
    }

    private static TypedAmount positive(Money amount) {
        return amount.isPositive() ? new Is(amount) : new Isnt("portal.amount.not-positive");
    }
}
