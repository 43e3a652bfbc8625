package localgov.ims.journals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.Written;
import localgov.ims.ledger.pen.Pen;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Moves money inside the books, once for each id, whoever asks and however often.
///
/// VAT follows the money: each part carries the VAT of the fund it goes to, at the rate of the day the council
/// received it.
@Component
public class Journals {
    private final Pen pen;
    private final Catalogue catalogue;
    private final JdbcClient db;

    Journals(Pen pen, Catalogue catalogue, JdbcClient db) {
        this.pen = pen;
        this.catalogue = catalogue;
        this.db = db;
    }

    /// Writes the move within the caller's database transaction, or says why it cannot be written.
    public Moved move(Move move, By by) {
        var rules = catalogue.now();
        var refused = refusal(move, rules);
        if (refused.isPresent()) {
            return refused.get();
        }
        var entries = entries(move, rules);
        return switch (pen.post(new Source(move.kind().source(), move.id().toString()), by, entries)) {
            case Written.New(var journal) -> new Moved.Done(journal);
            case Written.SeenBefore(var journal) ->
                sameAs(journal, entries) ? new Moved.SeenBefore(journal) : new Moved.SeenDifferently(journal);
        };
    }

    private static Optional<Moved.Refused> refusal(Move move, CatalogueSnapshot rules) {
        if (move.targets().isEmpty()) {
            return Optional.of(new Moved.NothingToMove());
        }
        for (int i = 0; i < move.targets().size(); i++) {
            var refused = refusal(move, i, rules);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private static Optional<Moved.Refused> refusal(Move move, int index, CatalogueSnapshot rules) {
        var target = move.targets().get(index);
        int place = index + 1;
        if (!target.amount().isPositive()) {
            return Optional.of(new Moved.NotMoreThanNothing(place));
        }
        var fund = rules.fund(target.fund());
        if (fund.isEmpty() || fund.get().isSuspense()) {
            return Optional.of(new Moved.UnknownFund(place, target.fund()));
        }
        if (AccountName.fund(target.fund()).equals(move.from())) {
            return Optional.of(new Moved.ToItself(place));
        }
        var vatCode = fund.get().vatCode();
        return rules.vat(vatCode, move.vatOn()).isPresent()
                ? Optional.empty()
                : Optional.of(new Moved.NoVatRate(place, vatCode));
    }

    private static List<Entry> entries(Move move, CatalogueSnapshot rules) {
        var method = rules.method(MethodKind.JOURNAL).map(Method::code).orElse(null);
        var entries = new ArrayList<Entry>();
        for (var target : move.targets()) {
            var vat = rules.vat(rules.fund(target.fund()).orElseThrow().vatCode(), move.vatOn())
                    .orElseThrow();
            entries.add(new Entry(
                    entries.size() + 1,
                    move.from(),
                    AccountName.fund(target.fund()),
                    target.amount(),
                    target.fund(),
                    target.accountNumber(),
                    method,
                    null,
                    null,
                    new Entry.Vat(vat.code(), vat.basisPoints(), vat.vatIn(target.amount())),
                    move.happenedOn(),
                    null,
                    move.payer(),
                    target.narrative()));
        }
        return entries;
    }

    private record Part(int line, String fromAccount, String toAccount, long pence, String accountNumber) {}

    /// Whether an earlier journal moved the same amounts between the same accounts.
    private boolean sameAs(JournalId journal, List<Entry> asked) {
        var written = Rows.of(db.sql("""
                select line, from_account, to_account, pence, account_number
                  from ledger_postings
                 where journal = :journal
                 order by line
                """).param("journal", journal).query(Part.class));
        return written.equals(asked.stream().map(Journals::part).toList());
    }

    private static Part part(Entry entry) {
        return new Part(
                entry.line(),
                entry.from().value(),
                entry.to().value(),
                entry.amount().pence(),
                String.valueOf(entry.accountNumber()));
    }
}
