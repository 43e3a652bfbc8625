package localgov.ims.formats.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks at the beginning of a file that nobody has described and proposes what its columns are. It is a proposal for
/// a person to confirm, and nothing is read by it unseen.
public final class Proposal {
    private static final Pattern LONG_NUMBER = Pattern.compile(".*\\d{6}.*");
    private static final int LONGEST_MARK = 12;

    private final List<List<String>> rows;
    private final List<String> names;
    private final List<List<String>> values = new ArrayList<>();

    private Proposal(List<List<String>> rows, List<String> names) {
        this.rows = rows;
        this.names = names;
        for (int column = 0; column < names.size(); column++) {
            int at = column;
            values.add(rows.stream()
                    .map(row -> at < row.size() ? Row.strip(row.get(at)) : "")
                    .filter(text -> !text.isEmpty())
                    .toList());
        }
    }

    /// The ways in which days are looked for, the likeliest first.
    public static List<String> dayFormats() {
        return ProposedTexts.DAY_FORMATS;
    }

    /// What stands between the columns, as far as it is looked for.
    public static List<String> delimiters() {
        return ProposedTable.DELIMITERS;
    }

    /// Proposes what the columns of a text are; empty when it has no columns.
    ///
    /// @param code and `name` are only passed on
    public static Optional<Columns> of(String text, String code, String name) {
        return ProposedTable.of(text)
                .map(table -> new Proposal(table.rows(), table.names()).columns(table, code, name));
    }

    /// The columns of a text that is read with these answers: their headings, or their numbers.
    public static List<String> columnsOf(String text, String delimiter, boolean headings, int skip) {
        return ProposedTable.names(text, delimiter.charAt(0), headings, skip);
    }

    private Columns columns(ProposedTable table, String code, String name) {
        var days = day();
        int day = days.map(Day::column).orElse(-1);
        var figures = figures(day);
        int balance = first(figures, "balance");
        var amounts = figures.stream().filter(column -> column != balance).toList();
        int in = two(amounts) ? in(amounts) : amounts.isEmpty() ? -1 : likeliest(amounts);
        int out = two(amounts)
                ? amounts.stream().filter(column -> column != in).findFirst().orElse(-1)
                : -1;
        var mark = out < 0 && in >= 0 && values.get(in).stream().noneMatch(ProposedTexts::isNegative) ? mark() : null;
        int markColumn = mark == null ? -1 : mark.column();
        int account = first(all(), "account number", "account no", "iban");
        int sort = account < 0 ? -1 : first(all(), "sort code", "sortcode");
        var taken = new ArrayList<>(List.of(day, in, out, markColumn, balance, account, sort));
        int reference = reference(taken);
        taken.add(reference);
        int payer = first(rest(taken), "payer", "customer", "name", "paid by", "from");
        taken.add(payer);
        boolean dayless = day >= 0
                && rows.stream().anyMatch(row -> Row.strip(row.get(day)).isEmpty());
        return new Columns(
                code,
                name,
                null,
                table.delimiter(),
                table.headings(),
                table.skip(),
                names.size(),
                name(day),
                days.map(Day::format).orElse(ProposedTexts.DAY_FORMATS.getFirst()),
                dayless,
                out >= 0 ? Columns.Amounts.TWO : mark == null ? Columns.Amounts.SIGNED : Columns.Amounts.MARKED,
                name(in),
                name(out),
                name(markColumn),
                mark == null ? "" : mark.in(),
                mark == null ? "" : mark.out(),
                in >= 0 && isInPence(in),
                name(reference),
                name(payer),
                name(sort),
                name(account),
                "",
                name(balance),
                rest(taken).stream().filter(this::isSaying).map(this::name).toList());
    }

    private String name(int column) {
        return column < 0 ? "" : names.get(column);
    }

    /// Columns that can be named: with a heading that stands once.
    private List<Integer> all() {
        return Stream.iterate(0, column -> column < names.size(), column -> column + 1)
                .filter(column -> !names.get(column).isEmpty())
                .filter(column -> names.stream()
                                .filter(name -> Sources.heading(name).equals(Sources.heading(names.get(column))))
                                .count()
                        == 1)
                .toList();
    }

    private List<Integer> rest(List<Integer> taken) {
        return all().stream().filter(column -> !taken.contains(column)).toList();
    }

    /// The first of the columns whose heading has one of these words; the words in their order.
    private int first(List<Integer> columns, String... words) {
        for (var word : words) {
            for (int column : columns) {
                if (names.get(column).toLowerCase(Locale.ROOT).contains(word)) {
                    return column;
                }
            }
        }
        return -1;
    }

    private record Day(int column, String format) {}

    /// The column of days, and the first way in which all of them can be read.
    private Optional<Day> day() {
        var found = all().stream()
                .flatMap(column ->
                        ProposedTexts.dayFormat(values.get(column)).map(format -> new Day(column, format)).stream())
                .toList();
        var columns = found.stream().map(Day::column).toList();
        int best = first(columns, "paid", "posting", "booking", "transaction", "date", "day");
        return found.stream().filter(day -> best < 0 || day.column() == best).findFirst();
    }

    /// Columns of nothing but amounts: with pence, or called so.
    private List<Integer> figures(int day) {
        return all().stream()
                .filter(column -> column != day && !values.get(column).isEmpty())
                .filter(column -> values.get(column).stream().allMatch(ProposedTexts::isAmount))
                .filter(column -> values.get(column).stream().anyMatch(text -> text.indexOf('.') >= 0)
                        || first(List.of(column), "amount", "value", "pence", "credit", "debit", "paid") >= 0)
                .toList();
    }

    /// Whether two columns of amounts take turns.
    private boolean two(List<Integer> amounts) {
        return amounts.size() == 2
                && rows.stream()
                        .allMatch(row -> isNothing(row.get(amounts.get(0))) || isNothing(row.get(amounts.get(1))));
    }

    private static boolean isNothing(String text) {
        return text.chars().noneMatch(c -> c >= '1' && c <= '9');
    }

    private int in(List<Integer> amounts) {
        int in = first(amounts, "credit", "paid in", "money in", "receipt", " in");
        int out = first(amounts, "debit", "paid out", "money out", "withdraw", "payment", " out");
        if (in >= 0 && in != out) {
            return in;
        }
        return out == amounts.get(0) ? amounts.get(1) : amounts.get(0);
    }

    private int likeliest(List<Integer> amounts) {
        int called = first(amounts, "amount", "value", "total");
        return called < 0 ? amounts.getFirst() : called;
    }

    private record Mark(int column, String in, String out) {}

    private static final List<String> OUT = List.of("dr", "d", "debit", "db", "out", "paid out", "-");
    private static final List<String> IN = List.of("cr", "c", "credit", "in", "paid in", "+");

    /// A column that says nothing but credit and debit.
    private @Nullable Mark mark() {
        for (int column : all()) {
            var said = values.get(column).stream()
                    .filter(text -> text.length() <= LONGEST_MARK)
                    .distinct()
                    .toList();
            var out = said.stream()
                    .filter(text -> OUT.contains(text.toLowerCase(Locale.ROOT)))
                    .toList();
            var in = said.stream()
                    .filter(text -> IN.contains(text.toLowerCase(Locale.ROOT)))
                    .toList();
            if (out.size() == 1
                    && in.size() == 1
                    && values.get(column).stream().distinct().count() == 2) {
                return new Mark(column, in.getFirst(), out.getFirst());
            }
        }
        return null;
    }

    private boolean isInPence(int column) {
        return names.get(column).toLowerCase(Locale.ROOT).contains("pence")
                && values.get(column).stream().noneMatch(text -> text.indexOf('.') >= 0);
    }

    /// The column that is called so, or else the one whose texts have numbers as long as references.
    private int reference(List<Integer> taken) {
        var rest = rest(taken);
        int called = first(rest, "reference", "ref", "account", "cyfeirnod");
        if (called >= 0) {
            return called;
        }
        return rest.stream()
                .filter(column -> !values.get(column).isEmpty())
                .filter(column -> values.get(column).stream()
                                        .filter(text ->
                                                LONG_NUMBER.matcher(text).matches())
                                        .count()
                                * 2
                        >= values.get(column).size())
                .findFirst()
                .orElse(-1);
    }

    /// Whether it says more than a word that is the same everywhere.
    private boolean isSaying(int column) {
        return values.get(column).stream()
                .anyMatch(text -> text.chars().anyMatch(Character::isLetter)
                        || LONG_NUMBER.matcher(text).matches());
    }
}
