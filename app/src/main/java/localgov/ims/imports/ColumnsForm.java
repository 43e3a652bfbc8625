package localgov.ims.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.formats.profiles.Columns;
import localgov.ims.formats.profiles.ProfileMoney;
import localgov.ims.formats.profiles.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The answers about the columns of a file, as a form carries them.
final class ColumnsForm {
    private static final String TAB = "tab";
    private static final int MOST_SKIPPED = 100;

    private ColumnsForm() {}

    /// What the form shows for these answers. Ticked columns are not among them: see [Columns#texts].
    static Map<String, String> answers(Columns columns, String sample) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("name", columns.name());
        answers.put("code", columns.code());
        answers.put("money", columns.money() == null ? "" : lower(columns.money()));
        answers.put("delimiter", shown(columns.delimiter()));
        answers.put("headings", columns.headings() ? "yes" : "");
        answers.put("skip", Integer.toString(columns.skip()));
        answers.put("day", columns.day());
        answers.put("format", columns.dayFormat());
        answers.put("dayless", columns.dayless() ? "yes" : "");
        answers.put("amounts", lower(columns.amounts()));
        answers.put("amount", columns.amount());
        answers.put("paidout", columns.paidOut());
        answers.put("mark", columns.mark());
        answers.put("in", columns.in());
        answers.put("out", columns.out());
        answers.put("pence", columns.pence() ? "yes" : "");
        answers.put("reference", columns.reference());
        answers.put("payer", columns.payer());
        answers.put("sortcode", columns.sortCode());
        answers.put("account", columns.account());
        answers.put("identity", columns.identity());
        answers.put("balance", columns.balance());
        answers.put("sample", sample);
        return answers;
    }

    /// The answers that were sent. What is none of the choices becomes the first of them; where the money is stays
    /// unsaid.
    static Columns columns(MultiValueMap<String, String> sent) {
        var delimiter = delimiter(text(sent, "delimiter"));
        boolean headings = isYes(sent, "headings");
        int skip = number(text(sent, "skip"));
        var names = Proposal.columnsOf(text(sent, "sample"), delimiter, headings, skip);
        return new Columns(
                text(sent, "code"),
                text(sent, "name"),
                money(text(sent, "money")),
                delimiter,
                headings,
                skip,
                Math.max(names.size(), 1),
                text(sent, "day"),
                text(sent, "format"),
                isYes(sent, "dayless"),
                choice(Columns.Amounts.values(), text(sent, "amounts")),
                text(sent, "amount"),
                text(sent, "paidout"),
                text(sent, "mark"),
                text(sent, "in"),
                text(sent, "out"),
                isYes(sent, "pence"),
                text(sent, "reference"),
                text(sent, "payer"),
                text(sent, "sortcode"),
                text(sent, "account"),
                text(sent, "identity"),
                text(sent, "balance"),
                sent.getOrDefault("texts", List.of()).stream()
                        .filter(names::contains)
                        .toList());
    }

    static String shown(String delimiter) {
        return delimiter.equals("\t") ? TAB : delimiter;
    }

    private static String delimiter(String sent) {
        var wanted = sent.equals(TAB) ? "\t" : sent;
        return Proposal.delimiters().contains(wanted)
                ? wanted
                : Proposal.delimiters().getFirst();
    }

    private static int number(String sent) {
        return sent.matches("\\d{1,3}") ? Math.min(Integer.parseInt(sent), MOST_SKIPPED) : 0;
    }

    private static boolean isYes(MultiValueMap<String, String> sent, String name) {
        return text(sent, name).equals("yes");
    }

    static String text(MultiValueMap<String, String> sent, String name) {
        var text = sent.getFirst(name);
        return text == null ? "" : name.equals("sample") ? text : text.strip();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// Never a choice of ours: what is said wrong here is posted twice.
    private static @Nullable ProfileMoney money(String sent) {
        return Stream.of(ProfileMoney.values())
                .filter(value -> lower(value).equals(sent))
                .findFirst()
                .orElse(null);
    }

    private static <E extends Enum<E>> E choice(E[] values, String sent) {
        return Stream.of(values)
                .filter(value -> lower(value).equals(sent))
                .findFirst()
                .orElse(values[0]);
    }
}
