package localgov.ims.imports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import localgov.ims.formats.Check;
import localgov.ims.imports.Learned.Which;
import localgov.ims.imports.OwnStatement.Named;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a bank says besides its lines, its balances and references, as evidence about lines that are alike.
@Component
class Evidence {
    /// Statements that hang together over more days than these are told by their lines alone.
    private static final int MOST_DAYS = 400;

    private static final String BETWEEN_BALANCES = "between-balances";
    private static final String EQUAL_LINES = "equal-lines";
    private static final String SAME_REFERENCE = "same-reference";

    private final StatementStore store;

    Evidence(StatementStore store) {
        this.store = store;
    }

    /// What follows for a file of which all has been read.
    ///
    /// @param checks comparisons that hold the file
    /// @param learned what it has to be read again with, unless it was
    /// @param explainsAll whether balances count each line that the file adds
    record Judged(List<Check> checks, Learned learned, boolean explainsAll) {}

    /// Asks what balances and references say of the lines of a file, and keeps others from posting statements of its
    /// accounts until the current database transaction is over. All its rows must have been sent.
    Judged judge(ImportId id, Found found) {
        var statements = found.statements().all();
        var checks = new ArrayList<>(statements.stream()
                .map(statement -> alikeInIt(statement, found.profile() == null))
                .filter(Objects::nonNull)
                .toList());
        if (Ignoring.onlyTold(found.format(), found.profile()) != null) {
            return new Judged(checks, Learned.NOTHING, true);
        }
        var told = new HashMap<Integer, Told>();
        accounts(id, statements).forEach((account, own) -> told.putAll(Together.of(own, known(account, own))));
        var twins = new HashMap<Integer, Set<ImportId>>();
        told.forEach((number, one) -> {
            if (one instanceof Told.Twins(var files) && !files.isEmpty()) {
                twins.put(number, files);
            }
        });
        contradictions(statements, told, checks);
        boolean explains =
                statements.stream().allMatch(one -> one.added() == 0 || told.get(one.number) instanceof Told.Explained);
        return new Judged(checks, new Learned(twins, same(found, told)), explains);
    }

    /// Statements that balances contradict, and that another file brought in another format, line by line.
    private Map<Integer, Which> same(Found found, Map<Integer, Told> told) {
        var format = found.format();
        var same = new HashMap<Integer, Which>();
        if (format != null) {
            found.statements().all().stream()
                    .filter(one -> one.added() > 0 && told.get(one.number) instanceof Told.Contradicted)
                    .forEach(one -> store.same(one, format).ifPresent(which -> same.put(one.number, which)));
        }
        return same;
    }

    /// The entries of a statement that is in the book.
    SameStatement entries(Which which) {
        return new SameStatement(which.importId(), store.entries(which));
    }

    /// In the order of their names, so that two readers never wait for each other.
    private static Map<String, List<Span>> accounts(ImportId id, List<OwnStatement> statements) {
        var accounts = new TreeMap<String, List<Span>>();
        for (var statement : statements) {
            var span = statement.span(id);
            var account = statement.bankAccount();
            if (span != null && account != null) {
                accounts.computeIfAbsent(account, _ -> new ArrayList<>()).add(span);
            }
        }
        return accounts;
    }

    /// Those that have days with these in common, and those that have days with those, until there are no more.
    private List<Span> known(String account, List<Span> own) {
        store.alone(account);
        var days = Days.of(own);
        while (days.from().until(days.to(), ChronoUnit.DAYS) <= MOST_DAYS) {
            var known = store.known(account, days.from(), days.to());
            var all = days.and(known);
            if (all.equals(days)) {
                return known;
            }
            days = all;
        }
        return List.of();
    }

    private record Days(LocalDate from, LocalDate to) {
        static Days of(List<Span> spans) {
            var first = spans.getFirst();
            return new Days(first.first(), first.last()).and(spans);
        }

        Days and(List<Span> spans) {
            var from = this.from;
            var to = this.to;
            for (var span : spans) {
                from = span.first().isBefore(from) ? span.first() : from;
                to = span.last().isAfter(to) ? span.last() : to;
            }
            return new Days(from, to);
        }
    }

    private static void contradictions(List<OwnStatement> statements, Map<Integer, Told> told, List<Check> checks) {
        for (var statement : statements) {
            if (told.get(statement.number) instanceof Told.Contradicted contradicted
                    && (statement.added() > 0 || contradicted.leftWrongly())) {
                long more = contradicted.actual() - contradicted.expected();
                checks.add(block(
                        BETWEEN_BALANCES,
                        "%s (%s to %s)"
                                .formatted(
                                        pounds(contradicted.expected()),
                                        pounds(contradicted.opening()),
                                        pounds(contradicted.closing())),
                        "%s (%s%s)"
                                .formatted(
                                        pounds(contradicted.actual()),
                                        (more > 0 ? "+" : "") + pounds(more),
                                        line(statement.addition(more)))));
            }
        }
    }

    private static String line(@Nullable Named line) {
        return line == null ? "" : ", line " + line.line();
    }

    /// Lines of one statement that are alike in everything: its balances count them all, or somebody has to look.
    ///
    /// @param isOfABank whether a reference is that of an entry alone
    private static @Nullable Check alikeInIt(OwnStatement statement, boolean isOfABank) {
        var repeat = statement.repeat();
        var opening = statement.opening();
        var closing = statement.closing();
        if (repeat == null || statement.ties()) {
            return null;
        }
        if (opening != null && closing != null) {
            return block(
                    EQUAL_LINES, pounds(closing), "%s%s".formatted(pounds(opening + statement.net()), line(repeat)));
        }
        var same = statement.repeatedReference();
        return same == null || !isOfABank
                ? null
                : block(SAME_REFERENCE, "each reference once", "repeated on line " + same.line());
    }

    private static Check block(String check, String expected, String actual) {
        return new Check(check, expected, actual, false, Check.Policy.BLOCK);
    }

    private static String pounds(long pence) {
        return Money.pence(pence).inPounds().toPlainString();
    }

    /// Keeps the balances of a file that is only looked at, to tell of its lines what they will tell.
    void keepPreview(ImportId id, Found found) {
        store.keepPreview(id, found.statements().all());
    }

    /// Keeps what the statements of a file that is posted say of themselves.
    void keep(ImportId id, Found found) {
        store.keep(id, found.statements().all(), Ignoring.onlyTold(found.format(), found.profile()) == null);
    }
}
