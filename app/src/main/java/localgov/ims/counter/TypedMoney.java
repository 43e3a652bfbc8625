package localgov.ims.counter;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import localgov.ims.kernel.Money;

/// An amount as people type it: `12.5`, `£1,234.50`, `1234`. Nothing when it could mean something else.
final class TypedMoney {
    private static final Pattern POUNDS = Pattern.compile("(\\d{1,9}|\\d{1,3}(,\\d{3}){1,2})(\\.\\d{1,2})?");

    private TypedMoney() {}

    static Optional<Money> read(String typed) {
        var text = typed.replaceAll("[\\s\\u00a0\\u202f£]", "");
        return POUNDS.matcher(text).matches()
                ? Money.exactly(new BigDecimal(text.replace(",", ""))).filter(Money::isPositive)
                : Optional.empty();
    }
}
