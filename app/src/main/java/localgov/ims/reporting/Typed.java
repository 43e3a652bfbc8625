package localgov.ims.reporting;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import localgov.ims.kernel.Money;

/// What somebody typed into the one search box, judged by its shape alone.
final class Typed {
    /// How much of a text is looked at; nobody types more.
    private static final int LONGEST = 200;

    private static final int MOST_WORDS = 8;
    private static final Pattern AMOUNT = Pattern.compile("(£\\s*)?(\\d{1,3}(?:,\\d{3})+|\\d{1,11})(\\.\\d{2})?");
    private static final Pattern BETWEEN = Pattern.compile("(.+?)\\s*(?:–|\\.\\.|\\bto\\b|\\s-\\s)\\s*(.+)");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/ .-]{1,38}[A-Za-z0-9]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir");
    private static final List<DateTimeFormatter> DAYS = Stream.of(
                    "uuuu-MM-dd",
                    "d/M/uuuu",
                    "d.M.uuuu",
                    "d-M-uuuu",
                    "d/M/uu",
                    "d MMMM uuuu",
                    "d MMM uuuu",
                    "EEEE d MMMM uuuu")
            .map(form -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(form)
                    .toFormatter(Locale.UK)
                    .withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private final String text;

    private Typed(String text) {
        this.text = text;
    }

    static Typed of(String typed) {
        var text = typed.strip().replaceAll("\\s+", " ");
        return new Typed(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    String text() {
        return text;
    }

    boolean isNothing() {
        return text.isEmpty();
    }

    record Days(LocalDate from, LocalDate to) {}

    record Amounts(Money least, Money most) {}

    /// One day, or the days from one to another.
    Optional<Days> days() {
        var one = day(text);
        if (one.isPresent()) {
            return Optional.of(new Days(one.get(), one.get()));
        }
        var two = BETWEEN.matcher(text);
        return two.matches()
                ? day(two.group(1))
                        .flatMap(from -> day(two.group(2))
                                .filter(to -> !to.isBefore(from))
                                .map(to -> new Days(from, to)))
                : Optional.empty();
    }

    /// Pounds and pence, or anything after a pound sign, or two of those with "to" between them. A bare
    /// whole number may be many things: see [#wholePounds].
    Optional<Amounts> amounts() {
        var one = amount(text);
        if (one.isPresent()) {
            return Optional.of(new Amounts(one.get(), one.get()));
        }
        var two = BETWEEN.matcher(text);
        return two.matches()
                ? amount(two.group(1))
                        .flatMap(least -> amount(two.group(2))
                                .filter(most -> !least.isMoreThan(most))
                                .map(most -> new Amounts(least, most)))
                : Optional.empty();
    }

    /// A short whole number as pounds.
    Optional<Money> wholePounds() {
        return text.matches("\\d{1,6}") ? Optional.of(Money.pounds(Long.parseLong(text), 0)) : Optional.empty();
    }

    /// The forms in which the book may have it as an account number: as typed, and without its gaps. Empty when it
    /// cannot be one.
    List<String> accountForms() {
        if (!ACCOUNT.matcher(text).matches() || text.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        var close = text.replaceAll("[ .-]", "");
        return Stream.of(
                        text.replace(" ", ""),
                        close,
                        close.toUpperCase(Locale.ROOT),
                        text.replace(" ", "").toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /// The words worth looking for: no titles, no single letters, as the book's own index leaves them out.
    List<String> words() {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty() && !(word.length() == 1 && Character.isLetter(word.charAt(0))))
                .filter(word -> !TITLES.contains(word))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    static Optional<LocalDate> day(String text) {
        for (var form : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeException another) {
                // Not written in this way; perhaps in the next.
            }
        }
        return Optional.empty();
    }

    private static Optional<Money> amount(String text) {
        var found = AMOUNT.matcher(text);
        return found.matches() && (found.group(1) != null || found.group(3) != null) ? pounds(text) : Optional.empty();
    }

    /// An amount in a field that can only be an amount: `12`, `12.5`, `£1,200.00`.
    static Optional<Money> pounds(String text) {
        var digits = text.replaceAll("[£,\\s]", "");
        return digits.matches("\\d{1,11}(\\.\\d{1,2})?") ? Money.exactly(new BigDecimal(digits)) : Optional.empty();
    }
}
