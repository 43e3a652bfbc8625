package localgov.ims.formats.profiles;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Problem;
import localgov.ims.formats.profiles.Sources.Source;
import localgov.ims.formats.reading.Amount;
import org.jspecify.annotations.Nullable;

/// Reads the amounts of rows as a profile says that they are written.
final class Figures {

    private static final int LONGEST = 40;

    /// An amount, positive when it came in; both are null when the row has none.
    record Read(@Nullable BigDecimal value, @Nullable Problem problem) {
        static final Read BLANK = new Read(null, null);
    }

    /// Reads one amount of a row.
    @FunctionalInterface
    interface Figure {
        Read of(Row row, String currency);
    }

    private Figures() {}

    static Figure of(@Nullable ProfileAmount amount, Sources sources) {
        return switch (amount) {
            case null -> (_, _) -> Read.BLANK;
            case ProfileAmount.One one -> one(one, sources);
            case ProfileAmount.Two two -> two(two, sources);
        };
    }

    private static Figure one(ProfileAmount.One how, Sources sources) {
        var value = sources.text(how.value());
        var place = sources.place(how.value());
        var sign = how.sign();
        if (sign != null && sign.always() == null) {
            return marked(how, sign, value, sources);
        }
        boolean turned = how.reversed() || (sign != null && sign.always() == Direction.DEBIT);
        return (row, currency) -> {
            var text = value.of(row);
            if (text.isEmpty()) {
                return Read.BLANK;
            }
            var amount = plain(text, how.decimals(), how.comma(), currency);
            return amount.fault() == null
                    ? read(turned ? amount.value().negate() : amount.value())
                    : wrong(row, place, text, amount.fault() + ".");
        };
    }

    /// The direction is said by a text beside the figures or behind them.
    private static Figure marked(ProfileAmount.One how, ProfileAmount.Sign sign, Source value, Sources sources) {
        var place = sources.place(how.value());
        var beside = sign.beside() == null ? null : sources.text(sign.beside());
        var signPlace = sign.beside() == null ? place : sources.place(sign.beside());
        return (row, currency) -> {
            var text = value.of(row);
            var mark = beside == null ? ending(text, sign) : beside.of(row);
            if (text.isEmpty()) {
                return Read.BLANK;
            }
            var direction = direction(mark, sign);
            if (direction == null) {
                return wrong(row, signPlace, mark, "This says neither that the amount came in nor that it went out.");
            }
            var figures = beside == null ? Row.strip(text.substring(0, text.length() - mark.length())) : text;
            var amount = plain(figures, how.decimals(), how.comma(), currency);
            if (amount.fault() != null) {
                return wrong(row, place, text, amount.fault() + ".");
            }
            if (amount.value().signum() < 0) {
                return wrong(row, place, text, "This amount is negative, although its direction is said elsewhere.");
            }
            return read(
                    direction == Direction.CREDIT ^ how.reversed()
                            ? amount.value()
                            : amount.value().negate());
        };
    }

    private static String ending(String text, ProfileAmount.Sign sign) {
        var longest = "";
        for (var marks : List.of(sign.credit(), sign.debit())) {
            for (var mark : marks) {
                if (mark.length() > longest.length()
                        && text.toUpperCase(Locale.ROOT).endsWith(mark.toUpperCase(Locale.ROOT))) {
                    longest = mark;
                }
            }
        }
        return longest;
    }

    private static @Nullable Direction direction(String mark, ProfileAmount.Sign sign) {
        if (sign.credit().stream().anyMatch(mark::equalsIgnoreCase)) {
            return Direction.CREDIT;
        }
        return sign.debit().stream().anyMatch(mark::equalsIgnoreCase) ? Direction.DEBIT : sign.otherwise();
    }

    private static Figure two(ProfileAmount.Two how, Sources sources) {
        var paidIn = one(new ProfileAmount.One(how.paidIn(), how.decimals(), how.comma(), null, false), sources);
        var paidOut = one(
                new ProfileAmount.One(how.paidOut(), how.decimals(), how.comma(), null, !how.outIsNegative()), sources);
        var inPlace = sources.place(how.paidIn());
        var outPlace = sources.place(how.paidOut());
        return (row, currency) -> {
            var in = paidIn.of(row, currency);
            var out = paidOut.of(row, currency);
            if (in.problem() != null || out.value() == null && out.problem() == null) {
                return signum(in) < 0 ? wrong(row, inPlace, null, "What was paid in is negative.") : in;
            }
            if (out.problem() != null || signum(in) == 0 && signum(out) <= 0) {
                return out;
            }
            if (signum(out) == 0) {
                return signum(in) < 0 ? wrong(row, inPlace, null, "What was paid in is negative.") : in;
            }
            return wrong(
                    row,
                    outPlace,
                    null,
                    signum(out) > 0
                            ? "What was paid out has the wrong sign."
                            : "This row says both that money came in and that it went out.");
        };
    }

    private static int signum(Read read) {
        return read.value() == null ? 0 : read.value().signum();
    }

    private static Read read(BigDecimal value) {
        return new Read(value, null);
    }

    private static Read wrong(Row row, @Nullable Integer place, @Nullable String value, String sentence) {
        return new Read(null, new Problem(row.line(), place, value, sentence));
    }

    /// Figures with a sign before or behind them, or in brackets when negative.
    static Amount plain(String text, @Nullable Integer decimals, boolean comma, String currency) {
        int from = 0;
        int to = text.length();
        int signs = 0;
        boolean negative = false;
        boolean brackets = to > 1 && text.charAt(0) == '(' && text.charAt(to - 1) == ')';
        if (brackets) {
            from++;
            to--;
        }
        while (from < to && "+-\u2212£ \u00A0'".indexOf(text.charAt(from)) >= 0) {
            char c = text.charAt(from++);
            signs += c == '+' || c == '-' || c == '\u2212' ? 1 : 0;
            negative |= c == '-' || c == '\u2212';
        }
        while (to > from && "+-\u2212 \u00A0'".indexOf(text.charAt(to - 1)) >= 0) {
            char c = text.charAt(--to);
            signs += c == '+' || c == '-' || c == '\u2212' ? 1 : 0;
            negative |= c == '-' || c == '\u2212';
        }
        if (signs + (brackets ? 1 : 0) > 1) {
            return new Amount(BigDecimal.ZERO, "This amount has more than one sign");
        }
        var amount = decimals == null
                ? written(text.substring(from, to), comma, currency)
                : implied(text.substring(from, to), decimals, currency);
        return negative || brackets ? new Amount(amount.value().negate(), amount.fault()) : amount;
    }

    private static Amount implied(String figures, int decimals, String currency) {
        if (figures.isEmpty() || figures.length() > LONGEST) {
            return no();
        }
        for (int i = 0; i < figures.length(); i++) {
            if (figures.charAt(i) < '0' || figures.charAt(i) > '9') {
                return no();
            }
        }
        return fitting(new BigDecimal(figures).movePointLeft(decimals), currency);
    }

    private static Amount written(String figures, boolean comma, String currency) {
        char point = comma ? ',' : '.';
        char group = comma ? '.' : ',';
        var plain = new StringBuilder();
        int mark = figures.indexOf(point);
        int whole = mark < 0 ? figures.length() : mark;
        for (int i = 0; i < figures.length(); i++) {
            char c = figures.charAt(i);
            if (c >= '0' && c <= '9') {
                plain.append(c);
            } else if (i == mark) {
                plain.append('.');
            } else if (c != group || i == 0 || i > whole || !groups(figures, whole, i)) {
                return no();
            }
        }
        if (plain.isEmpty() || plain.length() > LONGEST || plain.toString().equals(".")) {
            return no();
        }
        return fitting(new BigDecimal(plain.toString()), currency);
    }

    /// Whether a separator stands before whole groups of three.
    private static boolean groups(String figures, int whole, int at) {
        return (whole - at) % 4 == 0 && Character.isDigit(figures.charAt(at - 1)) && at + 3 < figures.length();
    }

    private static Amount fitting(BigDecimal value, String currency) {
        return value.stripTrailingZeros().scale() > Amount.decimals(currency)
                ? new Amount(BigDecimal.ZERO, "This amount has more decimals than its currency")
                : new Amount(value, null);
    }

    private static Amount no() {
        return new Amount(BigDecimal.ZERO, "This is not an amount");
    }
}
