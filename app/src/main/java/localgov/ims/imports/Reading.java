package localgov.ims.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import localgov.ims.formats.Balance;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Check;
import localgov.ims.formats.Part;
import localgov.ims.formats.Problem;
import localgov.ims.formats.Stated;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.StatementSink;
import localgov.ims.imports.LineRows.At;
import localgov.ims.imports.LineRows.Kept;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Accounts for every line of one file while it is being read: counts it, tells it from its likes,
/// hands it over if it is money that has not arrived before, and writes down what became of it. Works
/// in batches, so that memory does not grow.
final class Reading implements StatementSink {
    private static final int BATCH = 8_192;
    private static final String STERLING = "GBP";

    /// £100,000,000,000.00: no single amount is larger, and a million of them can still be added up.
    private static final long LARGEST = 10_000_000_000_000L;

    private final Found found;
    private final KindOfFile.Taking taking;
    private final Occurrences occurrences;
    private final Print prints;
    private final LineRows rows;
    private final Standing standing;
    private final Runnable batchDone;
    private final @Nullable Taken onlyTold;
    private final List<Pending> batch = new ArrayList<>(BATCH);
    private final Map<String, Standing.Named> names = new HashMap<>();
    private final Set<String> foreign = new HashSet<>();
    private final Set<Long> identities = new HashSet<>();
    private int places;
    private int entries;

    Reading(
            Found found,
            KindOfFile.Taking taking,
            Occurrences occurrences,
            Print prints,
            LineRows rows,
            Standing standing,
            Runnable batchDone) {
        this.found = found;
        this.taking = taking;
        this.occurrences = occurrences;
        this.prints = prints;
        this.rows = rows;
        this.standing = standing;
        this.batchDone = batchDone;
        this.onlyTold = Ignoring.onlyTold(found.format(), found.profile());
    }

    @Override
    public void statement(StatementHead head) {
        checkCurrency(head.currency());
        found.days().stated(head);
        found.statements().begin(head);
    }

    @Override
    public void numbered(String account, long number) {
        found.days().numbered(account, number);
    }

    @Override
    public void balance(String account, Balance balance) {
        found.days().stated(balance);
        found.statements().current().balance(balance);
    }

    @Override
    public void check(Check check) {
        found.check(check);
    }

    @Override
    public void problem(Problem problem) {
        found.problem(problem);
    }

    @Override
    public void ignored(long line, String reason) {
        found.leftOut(reason);
    }

    @Override
    public void line(StatementLine line) {
        line(line, Stated.NOTHING);
    }

    @Override
    public void line(StatementLine line, Stated stated) {
        if (!checkCurrency(line.currency())) {
            found.line(line.direction(), 0);
            return;
        }
        var amount = Money.exactly(line.amount());
        if (amount.isEmpty() || amount.get().pence() > LARGEST) {
            problem(new Problem(
                    line.line(),
                    null,
                    line.amount().toPlainString(),
                    amount.isEmpty()
                            ? "This amount has parts of a penny, which sterling does not have."
                            : "This amount is larger than £100,000,000,000.00, so something is wrong with it."));
            return;
        }
        found.line(line.direction(), amount.get().pence());
        found.days().line(line.bookedOn());
        if (!found.isLost()) {
            found.fee(stated.fee());
            add(line, stated, amount.get().pence());
        }
    }

    /// Takes what is left.
    void end() {
        takeBatch();
    }

    private boolean checkCurrency(String currency) {
        if (currency.isEmpty() || currency.equals(STERLING)) {
            return true;
        }
        if (foreign.add(currency)) {
            found.check(new Check("currency", STERLING, currency, false, Check.Policy.BLOCK));
        }
        return false;
    }

    private void add(StatementLine line, Stated stated, long pence) {
        switch (names.computeIfAbsent(standing.decides(line, stated), standing::named)) {
            case Standing.Named.As(var name) -> add(line, stated, pence, name);
            case Standing.Named.NotKnown(var check) -> found.check(check);
        }
    }

    private void add(StatementLine line, Stated stated, long pence, String account) {
        boolean money = line.booking() == Booking.BOOKED && pence > 0 && onlyTold == null;
        var print = money ? prints.of(line, stated.identity(), account) : null;
        batch.add(new Pending(
                line, stated, pence, account, print, found.statements().current()));
        if (batch.size() == BATCH) {
            takeBatch();
        }
    }

    private void takeBatch() {
        if (!found.isLost()) {
            occurrences.decide(batch);
            batch.forEach(this::toldOnce);
        }
        if (!found.isLost()) {
            batch.forEach(this::take);
        }
        batch.clear();
        batchDone.run();
    }

    /// What tells an entry from every other cannot stand twice in one file, whatever the amounts and days are:
    /// either it is the same money again, or it does not tell entries apart. What is undone may say whose it was.
    private void toldOnce(Pending entry) {
        var identity = entry.stated.identity();
        if (entry.print != null
                && !identity.isEmpty()
                && !identities.add(prints.identity(identity, entry.line.direction(), entry.bankAccount))) {
            found.check(new Check(
                    "identity",
                    "each payment once",
                    "line %d repeats an earlier one".formatted(entry.line.line()),
                    false,
                    Check.Policy.BLOCK));
        }
    }

    private void take(Pending entry) {
        int before = places;
        post(entry);
        entry.of.entry(entry, before + 1, places);
    }

    private void post(Pending entry) {
        entries++;
        var ignored = ignored(entry);
        if (ignored != null) {
            var line = entry.line;
            var kept = new Kept(
                    KeptText.of(line.payerName()),
                    KeptText.of(line.payerReference()),
                    KeptText.of(line.texts()),
                    KeptText.account(line.payerAccount()));
            write(entry, 0, entry.pence, ignored, kept);
            found.entry(ignored.outcome());
        } else if (isOfStatedParts(entry.line)) {
            takeParts(entry);
        } else {
            var line = entry.line;
            var outcome = take(
                    entry,
                    0,
                    entry.pence,
                    new Other(line.payerName(), line.payerAccount(), line.payerReference(), line.texts()));
            found.entry(outcome);
        }
    }

    private @Nullable Taken ignored(Pending entry) {
        if (entry.line.booking() != Booking.BOOKED) {
            return Ignoring.notBooked(entry.line.booking());
        }
        if (entry.pence == 0) {
            return Ignoring.nothingMoved();
        }
        if (onlyTold != null) {
            return onlyTold;
        }
        return entry.earlier == null ? null : Ignoring.seenBefore(entry.earlier);
    }

    /// A part that goes the other way, or is of parts of a penny, leaves the entry whole.
    private static boolean isOfStatedParts(StatementLine line) {
        return line.partsAddUp() && line.parts().stream().allMatch(Reading::isPlain);
    }

    private static boolean isPlain(Part part) {
        return part.amount() != null
                && part.amount().signum() > 0
                && Money.exactly(part.amount()).isPresent();
    }

    private void takeParts(Pending entry) {
        var worst = Outcome.POSTED;
        int number = 0;
        for (var part : entry.line.parts()) {
            var amount = Money.exactly(part.amount() == null ? BigDecimal.ZERO : part.amount())
                    .orElse(Money.ZERO);
            var name = part.payerName().isEmpty() ? entry.line.payerName() : part.payerName();
            var other = new Other(name, part.payerAccount(), part.payerReference(), part.texts());
            worst = worst.orWorse(take(entry, ++number, amount.pence(), other));
        }
        found.entry(worst);
    }

    /// What the bank says of the other side.
    private record Other(String name, String account, String reference, List<String> texts) {}

    private Outcome take(Pending entry, int part, long pence, Other other) {
        var line = entry.line;
        var kept = new Kept(
                KeptText.of(other.name()),
                KeptText.of(other.reference()),
                KeptText.of(other.texts()),
                KeptText.account(other.account()));
        boolean several = part == 0 && !line.parts().isEmpty();
        var taken = taking.take(new ArrivedLine(
                places + 1,
                line.direction(),
                Money.pence(pence),
                line.bookedOn(),
                entry.bankAccount,
                several,
                line.code(),
                kept.payer(),
                narrative(kept),
                other.reference(),
                other.name(),
                other.texts(),
                kept.payerAccount(),
                kept.reference(),
                kept.said(),
                entry.stated));
        write(entry, part, pence, taken, kept);
        return taken.outcome();
    }

    private void write(Pending entry, int part, long pence, Taken taken, Kept kept) {
        rows.write(
                new At(++places, entries, part),
                entry,
                pence,
                part <= 1 ? occurrences.print(entry) : null,
                taken,
                kept);
        found.amount(taken.outcome(), pence);
    }

    private static String narrative(Kept kept) {
        var said = kept.said().replace('\n', ' ');
        if (kept.reference().isEmpty()) {
            return said;
        }
        return said.isEmpty() ? kept.reference() : kept.reference() + " " + said;
    }
}
