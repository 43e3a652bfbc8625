package localgov.ims.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
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
    TEXT("text", "text", "testun"),
    LONG_TEXT("text", "text", "testun"),
    NUMBER("bigint", "a whole number, like 25", "rhif cyfan, fel 25"),
    /// Kept as pence.
    MONEY("bigint", "an amount of money, like 99.50", "swm o arian, fel 99.50"),
    /// Kept as basis points: 17.5 % is 1750.
    PERCENT("integer", "a percentage, like 17.5", "canran, fel 17.5"),
    YES_NO("boolean", "yes or no", "yes neu no"),
    DATE("date", "a real date, like 2026-04-01", "dyddiad go iawn, fel 2026-04-01"),
    TIME("time", "a time of day, like 09:30", "amser o’r dydd, fel 09:30"),
    EMAIL("text", "an email address, like name@example.org", "cyfeiriad e-bost, fel name@example.org"),
    WEB_ADDRESS("text", "a web address that begins with https://", "cyfeiriad gwe sy’n dechrau â https://"),
    /// Dark enough that white words can be read on it.
    COLOUR("text", "a colour, like #124f5c", "lliw, fel #124f5c"),
    /// Any colour: what stands on it is judged together with it, by a rule.
    ANY_COLOUR("text", "a colour, like #124f5c", "lliw, fel #124f5c"),
    /// Kept encrypted and never shown again: what is shown is only that there is one.
    SECRET("text", "text", "testun"),
    CHOICE("text", "one of the choices", "un o’r dewisiadau");

    /// The plain form of a secret that is there.
    public static final String KEPT = "(kept)";

    private static final DateTimeFormatter BY_HAND =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT);

    private final String sqlType;
    private final Phrase example;

    Kind(String sqlType, String example, String welsh) {
        this.sqlType = sqlType;
        this.example = Phrase.both(example, welsh);
    }

    String sqlType() {
        return sqlType;
    }

    /// As in "Maximum must be an amount of money, like 99.50".
    Phrase example() {
        return example;
    }

    /// The value of an answer that is not blank, or empty when it is not of this kind.
    Optional<Object> read(String answer) {
        try {
            return switch (this) {
                case TEXT, CHOICE, SECRET -> Optional.of(answer);
                case LONG_TEXT -> Optional.of(answer.replace("\r\n", "\n").replace('\r', '\n'));
                case NUMBER -> Optional.of(Long.valueOf(answer.replace(",", "")));
                case MONEY ->
                    Money.exactly(new BigDecimal(answer.replaceAll("[£, ]", "")))
                            .filter(money -> money.pence() >= 0)
                            .map(Money::pence);
                case PERCENT -> Optional.of(basisPoints(answer));
                case YES_NO -> yesNo(answer);
                case DATE -> Optional.of(day(answer));
                case TIME -> Optional.of(LocalTime.parse(answer.replace('.', ':'), CLOCK));
                case EMAIL -> Optional.of(answer).filter(Kind::isEmail).map(Object.class::cast);
                case WEB_ADDRESS ->
                    Optional.of(answer).filter(Kind::isWebAddress).map(Object.class::cast);
                case COLOUR, ANY_COLOUR -> Contrast.colour(answer).map(Object.class::cast);
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
        var day = answer.contains("/") ? LocalDate.parse(answer, BY_HAND) : LocalDate.parse(answer);
        if (day.getYear() < 1000 || day.getYear() > 9999) {
            throw new ArithmeticException("A year has four digits");
        }
        return day;
    }

    private static boolean isEmail(String answer) {
        return answer.matches("[^\\s@<>,;:\"]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    }

    private static boolean isWebAddress(String answer) {
        try {
            var address = URI.create(answer);
            return "https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// What a blank answer is kept as: empty text, `no`, or nothing.
    @Nullable
    Object blank() {
        return switch (this) {
            case TEXT, LONG_TEXT, EMAIL, WEB_ADDRESS, COLOUR, ANY_COLOUR, SECRET -> "";
            case YES_NO -> false;
            case NUMBER, MONEY, PERCENT, DATE, TIME, CHOICE -> null;
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
        return switch (this) {
            case DATE -> show(row.getObject(column, LocalDate.class));
            case TIME -> show(row.getObject(column, LocalTime.class));
            case SECRET -> show(row.getString(column)).isEmpty() ? "" : KEPT;
            default -> show(row.getObject(column));
        };
    }
}
