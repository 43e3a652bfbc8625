package localgov.ims.suspense;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// What was filled in on the page of an item: lines numbered from 1, each with a fund, an account, an amount and a
/// note. Lines in which nothing was filled in are not there.
final class AllocationForm {
    static final int MOST_LINES = 20;
    private static final List<String> FIELDS = List.of("fund", "account", "amount", "note");

    private final Map<String, String> form;
    private final Answers answers;
    private final List<Allocation.Line> lines = new ArrayList<>();
    /// The number on the page of each line that is there.
    private final List<Integer> places = new ArrayList<>();

    private AllocationForm(Map<String, String> form, Answers answers) {
        this.form = form;
        this.answers = answers;
    }

    static AllocationForm of(Map<String, String> form, Words words) {
        var blank = new AllocationForm(form, Answers.of(words, form));
        var answers = blank.answers;
        for (int line = 1; line <= blank.rows(); line++) {
            answers = blank.read(line, answers);
        }
        var read = new AllocationForm(form, answers);
        read.lines.addAll(blank.lines);
        read.places.addAll(blank.places);
        return read;
    }

    private Answers read(int line, Answers so) {
        if (FIELDS.subList(0, 2).stream().allMatch(field -> value(field, line).isEmpty()) && (line > 1 || !isOnly())) {
            return so;
        }
        var amount = pounds(value("amount", line));
        var note = value("note", line);
        lines.add(new Allocation.Line(
                value("fund", line), value("account", line), amount.orElse(Money.ZERO), note.isEmpty() ? null : note));
        places.add(line);
        return amount.isPresent() ? so : so.wrong("amount-" + line, "suspense.amount-needed");
    }

    /// Whether the first line is the only one with anything in it.
    private boolean isOnly() {
        for (int line = 2; line <= rows(); line++) {
            if (!value("fund", line).isEmpty() || !value("account", line).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private String value(String field, int line) {
        return form.getOrDefault(field + "-" + line, "").strip();
    }

    /// How many lines the page had, at least one.
    int rows() {
        var given = form.getOrDefault("rows", "1");
        return given.matches("[0-9]{1,2}") ? Math.clamp(Integer.parseInt(given), 1, MOST_LINES) : 1;
    }

    boolean wantsAnotherLine() {
        return "add".equals(form.get("do")) && rows() < MOST_LINES;
    }

    Answers answers() {
        return answers;
    }

    List<Allocation.Line> lines() {
        return lines;
    }

    /// The name of the field of a problem: of the line as it stands on the page.
    String field(Allocated.Problem problem) {
        if (problem.line() == 0) {
            return "fund-1";
        }
        var field = problem.field().equals("narrative") ? "note" : problem.field();
        return field + "-" + places.get(problem.line() - 1);
    }

    /// The first amount, to lead to when all of them are too much.
    String firstAmount() {
        return "amount-" + (places.isEmpty() ? 1 : places.getFirst());
    }

    /// The id that was made when the page was drawn; nothing when somebody sent something else.
    Optional<UUID> key() {
        try {
            return Optional.of(UUID.fromString(form.getOrDefault("key", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What remained when the page was drawn.
    @Nullable
    Money seen() {
        var given = form.getOrDefault("seen", "");
        return given.matches("[0-9]{1,18}") ? Money.pence(Long.parseLong(given)) : null;
    }

    static Optional<Money> pounds(String typed) {
        var plain = typed.replaceAll("[£,\\s]", "");
        return plain.matches("[0-9]{1,12}(\\.[0-9]{1,2})?") ? Money.exactly(new BigDecimal(plain)) : Optional.empty();
    }
}
