package localgov.ims.settings;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What sort of answer a field takes. Every answer has one plain form (`1234.50`, `17.5`, `yes`,
/// `2026-04-01`), which is what pages show, files hold and changes record; the database holds it in its own
/// type.
public enum Kind {
    TEXT("text", "text"),
    LONG_TEXT("text", "text"),
    NUMBER("bigint", "a whole number, like 25"),
    /// Kept as pence.
    MONEY("bigint", "an amount of money, like 99.50"),
    /// Kept as basis points: 17.5 % is 1750.
    PERCENT("integer", "a percentage, like 17.5"),
    YES_NO("boolean", "yes or no"),
    DATE("date", "a real date, like 2026-04-01"),
    CHOICE("text", "one of the choices");

    private static final DateTimeFormatter BY_HAND =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final String sqlType;
    private final String example;

    Kind(String sqlType, String example) {
        this.sqlType = sqlType;
        this.example = example;
    }

    String sqlType() {
        return sqlType;
    }

    /// As in "Maximum must be an amount of money, like 99.50".
    String example() {
        return example;
    }

    /// The value of an answer that is not blank, or empty when it is not of this kind.
    Optional<Object> read(String answer) {
        try {
            return switch (this) {
                case TEXT, LONG_TEXT, CHOICE -> Optional.of(answer);
                case NUMBER -> Optional.of(Long.valueOf(answer.replace(",", "")));
                case MONEY ->
                    Money.exactly(new BigDecimal(answer.replaceAll("[£, ]", "")))
                            .filter(money -> money.pence() >= 0)
                            .map(Money::pence);
                case PERCENT -> Optional.of(basisPoints(answer));
                case YES_NO -> yesNo(answer);
                case DATE -> Optional.of(day(answer));
            };
        } catch (NumberFormatException | ArithmeticException | DateTimeParseException notOfThisKind) {
            return Optional.empty();
        }
    }

    private static Integer basisPoints(String answer) {
        int points =
                new BigDecimal(answer.replaceAll("[% ]", "")).movePointRight(2).intValueExact();
        if (points < 0 || points > 10_000) {
            throw new ArithmeticException("A percentage is between 0 and 100");
        }
        return points;
    }

    private static Optional<Object> yesNo(String answer) {
        return switch (answer.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1" -> Optional.of(true);
            case "no", "n", "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static LocalDate day(String answer) {
        return answer.contains("/") ? LocalDate.parse(answer, BY_HAND) : LocalDate.parse(answer);
    }

    /// What a blank answer is kept as: empty text, `no`, or nothing.
    @Nullable
    Object blank() {
        return switch (this) {
            case TEXT, LONG_TEXT -> "";
            case YES_NO -> false;
            case NUMBER, MONEY, PERCENT, DATE, CHOICE -> null;
        };
    }

    /// The plain form of a value.
    String show(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "yes" : "no";
            case Number number
            when this == MONEY -> BigDecimal.valueOf(number.longValue(), 2).toPlainString();
            case Number number when this == PERCENT -> percent(number.longValue());
            default -> value.toString();
        };
    }

    private static String percent(long basisPoints) {
        return basisPoints == 0
                ? "0"
                : BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    String shown(ResultSet row, String column) throws SQLException {
        return show(this == DATE ? row.getObject(column, LocalDate.class) : row.getObject(column));
    }
}
