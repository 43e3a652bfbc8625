package localgov.ims.formats.reading;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An amount as a file writes it, or what is wrong with it.
///
/// @param value zero when there is a fault
/// @param fault the beginning of a sentence, or null when the amount can be used
public record Amount(BigDecimal value, @Nullable String fault) {

    private static final int LONGEST = 40;
    /// The most decimals that ISO 20022 allows; for a currency that we do not know.
    private static final int MOST_DECIMALS = 5;

    /// Of every currency that there is. What a file calls a currency is not kept: it may call everything one.
    private static final Map<String, Integer> DECIMALS = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    /// Digits with a decimal point, as in XML.
    public static Amount plain(String text, String currency) {
        return text.indexOf(',') >= 0 ? wrong("This amount has a comma where only a point may be") : of(text, currency);
    }

    /// Digits with a decimal point or comma. Where both stand in the amount, the last is the decimal sign and the
    /// other separates thousands; one that stands more than once separates thousands.
    public static Amount of(String text, String currency) {
        if (text.startsWith("-")) {
            return wrong("This amount is negative, although the file says the direction elsewhere");
        }
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        int mark = Math.max(comma, point);
        if (mark >= 0 && text.indexOf(text.charAt(mark)) != mark) {
            mark = text.length();
        }
        var digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (i == mark) {
                digits.append('.');
            } else if ((c != ',' && c != '.') || i > mark || !groupFollows(text, i)) {
                return wrong("This is not an amount");
            }
        }
        if (digits.isEmpty() || digits.length() > LONGEST || digits.charAt(0) == '.') {
            return wrong("This is not an amount");
        }
        var value = new BigDecimal(digits.toString());
        return value.stripTrailingZeros().scale() > decimals(currency)
                ? wrong("This amount has more decimals than its currency")
                : new Amount(value, null);
    }

    private static boolean groupFollows(String text, int separator) {
        int end = separator + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - separator == 4 && separator > 0;
    }

    /// How many decimals a currency has.
    public static int decimals(String currency) {
        return DECIMALS.getOrDefault(currency, MOST_DECIMALS);
    }

    private static Amount wrong(String fault) {
        return new Amount(BigDecimal.ZERO, fault);
    }
}
