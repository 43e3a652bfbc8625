package localgov.ims.formats.profiles;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes what a profile says about texts and conditions into something that can be asked of each row.
///
/// @param headings the columns, counted from 0, by their headings as [#heading] writes them
/// @param kept what header rows gave; looked into anew for each row
record Sources(Map<String, Integer> headings, Map<String, String> kept) {

    /// Gives a text of a row.
    @FunctionalInterface
    interface Source {
        String of(Row row);
    }

    /// A heading in the form in which headings are compared.
    static String heading(String text) {
        return Row.strip(text).replaceAll("[\\s\\u00A0]+", " ").toLowerCase(Locale.ROOT);
    }

    Source text(@Nullable ProfileText text) {
        return switch (text) {
            case null -> _ -> "";
            case ProfileText.Column(var column) -> {
                int index = column(column);
                yield row -> row.cell(index);
            }
            case ProfileText.Heading heading -> {
                var index = index(heading);
                yield index == null ? _ -> "" : row -> row.cell(index);
            }
            case ProfileText.Positions(int from, int to) -> row -> row.between(from, to);
            case ProfileText.Constant(var constant) -> _ -> constant;
            case ProfileText.FromHeader(var name) -> _ -> kept.getOrDefault(name, "");
            case ProfileText.Join(var pieces, var with) -> join(texts(pieces), with == null ? "" : with);
            case ProfileText.First(var pieces) -> first(texts(pieces));
            case ProfileText.Tidied tidied -> tidied(text(tidied.of()), tidied);
        };
    }

    List<Source> texts(List<ProfileText> texts) {
        return texts.stream().map(this::text).toList();
    }

    private static Source join(List<Source> pieces, String with) {
        return row -> {
            var joined = new StringBuilder();
            for (var piece : pieces) {
                var text = piece.of(row);
                if (!text.isEmpty()) {
                    joined.append(joined.isEmpty() ? "" : with).append(text);
                }
            }
            return joined.toString();
        };
    }

    private static Source first(List<Source> pieces) {
        return row -> {
            for (var piece : pieces) {
                var text = piece.of(row);
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        };
    }

    private static Source tidied(Source of, ProfileText.Tidied how) {
        var values = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        values.putAll(how.values());
        var otherwise = how.otherwise();
        return row -> {
            var text = cut(of.of(row), how);
            var meaning = values.get(text);
            return meaning != null ? meaning : otherwise != null ? otherwise : text;
        };
    }

    private static String cut(String whole, ProfileText.Tidied how) {
        var text = whole;
        int from = how.from() == null ? 1 : how.from();
        int to = how.to() == null ? text.length() : Math.min(how.to(), text.length());
        text = from > to ? "" : text.substring(from - 1, to);
        if (how.after() != null) {
            int found = text.indexOf(how.after());
            text = found < 0 ? "" : text.substring(found + how.after().length());
        }
        if (how.before() != null && text.contains(how.before())) {
            text = text.substring(0, text.indexOf(how.before()));
        }
        text = Row.strip(text);
        if (how.without() != null && text.startsWith(how.without())) {
            text = text.substring(how.without().length());
        }
        return Row.strip(how.remove() == null ? text : removed(text, how.remove()));
    }

    private static String removed(String text, String characters) {
        var left = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                left.append(text.charAt(i));
            }
        }
        return left.toString();
    }

    Predicate<Row> condition(@Nullable ProfileCondition condition) {
        return switch (condition) {
            case null -> _ -> true;
            case ProfileCondition.All(var all) ->
                all.stream().map(this::condition).reduce(_ -> true, Predicate::and);
            case ProfileCondition.Any(var any) ->
                any.stream().map(this::condition).reduce(_ -> false, Predicate::or);
            case ProfileCondition.Not(var not) -> condition(not).negate();
            case ProfileCondition.Row(int number) -> row -> row.line() == number;
            case ProfileCondition.Test test -> {
                var value = text(test.value());
                var passes = test(test);
                yield row -> passes.test(value.of(row));
            }
        };
    }

    private static Predicate<String> test(ProfileCondition.Test test) {
        if (test.is() != null) {
            return test.is()::equalsIgnoreCase;
        }
        if (test.startsWith() != null) {
            var start = test.startsWith();
            return text -> text.regionMatches(true, 0, start, 0, start.length());
        }
        if (test.endsWith() != null) {
            var end = test.endsWith();
            return text -> text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
        }
        if (test.contains() != null) {
            var part = test.contains().toLowerCase(Locale.ROOT);
            return text -> text.toLowerCase(Locale.ROOT).contains(part);
        }
        if (test.empty() != null) {
            boolean empty = test.empty();
            return text -> text.isEmpty() == empty;
        }
        if (test.digits() != null) {
            boolean digits = test.digits();
            return text -> areDigits(text) == digits;
        }
        if (test.amount() != null) {
            boolean amount = test.amount();
            return text -> (Figures.plain(text, null, false, "GBP").fault() == null) == amount;
        }
        return text -> test.oneOf().stream().anyMatch(text::equalsIgnoreCase);
    }

    private static boolean areDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The column, counted from 1, to look at when a text is wrong.
    @Nullable
    Integer place(@Nullable ProfileText text) {
        return switch (text) {
            case null -> null;
            case ProfileText.Column(var column) -> column(column) + 1;
            case ProfileText.Heading heading -> {
                var index = index(heading);
                yield index == null ? null : index + 1;
            }
            case ProfileText.Positions positions -> positions.from();
            case ProfileText.Constant _, ProfileText.FromHeader _ -> null;
            case ProfileText.Join joined -> place(joined.join().getFirst());
            case ProfileText.First(var pieces) -> place(pieces.getFirst());
            case ProfileText.Tidied tidied -> place(tidied.of());
        };
    }

    private @Nullable Integer index(ProfileText.Heading heading) {
        var index = headings.get(heading(heading.heading()));
        for (var other : heading.also()) {
            index = index == null ? headings.get(heading(other)) : index;
        }
        return index;
    }

    /// A column by its number counted from 1 or by its letters, as a number counted from 0; -1 when it is neither.
    static int column(String written) {
        if (written.isEmpty() || written.length() > 4) {
            return -1;
        }
        int number = 0;
        boolean letters = Character.isLetter(written.charAt(0));
        for (int i = 0; i < written.length(); i++) {
            char c = Character.toUpperCase(written.charAt(i));
            int digit = letters ? c - 'A' + 1 : c - '0';
            if (digit < (letters ? 1 : 0) || digit > (letters ? 26 : 9)) {
                return -1;
            }
            number = number * (letters ? 26 : 10) + digit;
        }
        return number - 1;
    }
}
