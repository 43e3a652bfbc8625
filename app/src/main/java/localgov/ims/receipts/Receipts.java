package localgov.ims.receipts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Written;
import localgov.ims.ledger.pen.Event;
import localgov.ims.ledger.pen.Pen;
import localgov.ims.platform.Unsent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The one door for arriving money: idempotency, VAT and suspense are decided here and nowhere else.
@Component
public class Receipts {
    private final Pen pen;
    private final Catalogue catalogue;
    private final ReceiptStore store;
    private final TransactionTemplate transactions;

    Receipts(Pen pen, Catalogue catalogue, ReceiptStore store, TransactionTemplate transactions) {
        this.pen = pen;
        this.catalogue = catalogue;
        this.store = store;
        this.transactions = transactions;
    }

    /// Accepts money once and posts it, in the caller's database transaction when there is one. Money
    /// for a fund that does not exist has arrived all the same: it is posted to suspense with the
    /// reason.
    public Accepted accept(Arrival arrival) {
        return accept(arrival, By.SYSTEM);
    }

    /// The same, when it is known who took it.
    public Accepted accept(Arrival arrival, By by) {
        var entries = entries(arrival, catalogue.now());
        if (entries.stream().noneMatch(ReceiptEntry::isUnplaced)) {
            return answer(arrival, write(arrival, by, entries));
        }
        return transactions.execute(_ -> {
            var written = write(arrival, by, entries);
            if (written instanceof Written.New) {
                entries.forEach(entry -> entry.unplaced()
                        .ifPresent(unplaced -> store.unplaced(written.journal(), arrival.source(), unplaced)));
            }
            return answer(arrival, written);
        });
    }

    /// What accepts several at once, within the caller's database transaction: the database refuses all of them when
    /// one is in the book already.
    ///
    /// @return nothing when one of them is for a fund that is not there: then each must be accepted by itself
    public Optional<Unsent> unsent(List<Arrival> arrivals) {
        var now = catalogue.now();
        var events = new ArrayList<Event>();
        for (var arrival : arrivals) {
            var entries = entries(arrival, now);
            if (entries.stream().anyMatch(ReceiptEntry::isUnplaced)) {
                return Optional.empty();
            }
            events.add(new Event(
                    arrival.source(),
                    By.SYSTEM,
                    entries.stream().map(ReceiptEntry::entry).toList()));
        }
        return Optional.of(pen.unsent(events));
    }

    private Written write(Arrival arrival, By by, List<ReceiptEntry> entries) {
        return pen.post(
                arrival.source(), by, entries.stream().map(ReceiptEntry::entry).toList());
    }

    private Accepted answer(Arrival arrival, Written written) {
        return switch (written) {
            case Written.New(var journal) -> new Accepted.New(journal);
            case Written.SeenBefore(var journal) -> {
                var then = store.moved(journal);
                yield then.equals(arrival.total())
                        ? new Accepted.SeenBefore(journal)
                        : new Accepted.SeenDifferently(journal, then);
            }
        };
    }

    private static List<ReceiptEntry> entries(Arrival arrival, CatalogueSnapshot catalogue) {
        List<ReceiptEntry> entries = new ArrayList<>();
        for (var line : arrival.lines()) {
            int number = entries.size() + 1;
            var pot = line.pot();
            entries.add(
                    pot != null
                            ? known(arrival, line, number, pot)
                            : fund(line, catalogue)
                                    .map(fund -> placed(arrival, line, number, fund, catalogue))
                                    .orElseGet(() -> unplaced(arrival, line, number)));
        }
        return entries;
    }

    private static Optional<Fund> fund(Arrival.Line line, CatalogueSnapshot catalogue) {
        return Optional.ofNullable(line.fund()).flatMap(catalogue::fund);
    }

    private static ReceiptEntry placed(
            Arrival arrival, Arrival.Line line, int number, Fund fund, CatalogueSnapshot catalogue) {
        var code = line.vatCode() == null ? fund.vatCode() : line.vatCode();
        var vat = vat(code, line.amount(), arrival.happenedOn(), catalogue);
        return new ReceiptEntry(
                entry(arrival, line, number, AccountName.fund(fund.code()), fund.code(), line.account(), vat),
                null,
                null);
    }

    private static ReceiptEntry known(Arrival arrival, Arrival.Line line, int number, AccountName pot) {
        return new ReceiptEntry(entry(arrival, line, number, pot, null, line.account(), Entry.Vat.NONE), null, null);
    }

    private static ReceiptEntry unplaced(Arrival arrival, Arrival.Line line, int number) {
        var stated = line.suspenseReason();
        var reason = stated == null ? "no-such-fund" : "paid-differently";
        var words =
                stated == null ? "The fund %s that this was paid for does not exist.".formatted(line.fund()) : stated;
        return new ReceiptEntry(
                entry(arrival, line, number, AccountName.SUSPENSE, null, line.account(), Entry.Vat.NONE),
                reason,
                words);
    }

    private static Entry entry(
            Arrival arrival,
            Arrival.Line line,
            int number,
            AccountName to,
            @Nullable String fund,
            @Nullable String account,
            Entry.Vat vat) {
        return new Entry(
                number,
                arrival.into(),
                to,
                line.amount(),
                fund,
                account,
                arrival.method(),
                arrival.office(),
                arrival.channel(),
                vat,
                arrival.happenedOn(),
                null,
                masked(arrival.payer()),
                masked(line.narrative()));
    }

    /// The VAT of a code within a gross amount on a day; none when the code has no rate that day.
    static Entry.Vat vat(String code, Money gross, LocalDate day, CatalogueSnapshot catalogue) {
        return catalogue
                .vat(code, day)
                .map(rate -> new Entry.Vat(rate.code(), rate.basisPoints(), rate.vatIn(gross)))
                .orElse(Entry.Vat.NONE);
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : CardNumbers.masked(text);
    }

    /// What will be posted, and why it goes to suspense if it does.
    private record ReceiptEntry(
            Entry entry, @Nullable String reason, @Nullable String words) {
        boolean isUnplaced() {
            return reason != null;
        }

        Optional<Unplaced> unplaced() {
            return reason == null || words == null
                    ? Optional.empty()
                    : Optional.of(new Unplaced(
                            entry.line(),
                            entry.amount(),
                            entry.happenedOn(),
                            entry.office(),
                            entry.method(),
                            entry.payer(),
                            entry.narrative(),
                            reason,
                            words));
        }
    }
}
