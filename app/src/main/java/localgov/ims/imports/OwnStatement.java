package localgov.ims.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.formats.Balance;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Direction;
import localgov.ims.formats.StatementHead;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A statement of the file that is being read: what it says of itself, and what was read of it.
final class OwnStatement {
    /// How many lines that no earlier file had are kept, so that one of them can be named.
    private static final int MOST_NAMED = 1_000;

    /// Its ordinal in the file, from 1.
    final int number;

    final StatementHead head;
    private final Map<ImportId, Left> left = new HashMap<>();
    private final List<Named> additions = new ArrayList<>();
    private @Nullable Balance closing;
    private @Nullable String bankAccount;
    private boolean ofSeveralAccounts;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private int from;
    private int to;
    private long lines;
    private long net;
    private long added;
    private long addedNet;
    private @Nullable Named repeat;
    private @Nullable Named repeatedReference;

    OwnStatement(int number, StatementHead head) {
        this.number = number;
        this.head = head;
    }

    /// Lines that were left alone because an earlier file had brought them; credits less debits, in pence.
    record Left(long lines, long pence) {}

    /// A line of the file, and its pence, which are negative for a debit.
    record Named(long line, long pence) {}

    /// Notes a balance, when the booked entries end with it: of an interim one the last.
    void balance(Balance balance) {
        switch (balance.kind()) {
            case "CLBD", "62F", "62M", "015" -> closing = balance;
            case "ITBD" -> closing = closing == null || closing.kind().equals("ITBD") ? balance : closing;
            default -> {}
        }
    }

    /// An entry of it has been decided; its amounts stand at these places.
    void entry(Pending entry, int fromPlace, int toPlace) {
        from = from == 0 ? fromPlace : from;
        to = toPlace;
        if (entry.line.booking() != Booking.BOOKED || entry.pence == 0) {
            return;
        }
        ofSeveralAccounts |= bankAccount != null && !bankAccount.equals(entry.bankAccount);
        bankAccount = entry.bankAccount;
        var day = entry.line.bookedOn();
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
        long pence = signed(entry);
        lines++;
        net = Math.addExact(net, pence);
        if (entry.print != null) {
            money(entry, pence);
        }
    }

    private void money(Pending entry, long pence) {
        if (entry.earlier != null) {
            left.merge(
                    entry.earlier.importId(),
                    new Left(1, pence),
                    (a, b) -> new Left(a.lines() + b.lines(), Math.addExact(a.pence(), b.pence())));
            return;
        }
        added++;
        addedNet = Math.addExact(addedNet, pence);
        var named = new Named(entry.line.line(), pence);
        if (additions.size() < MOST_NAMED) {
            additions.add(named);
        }
        if (entry.isRepeat) {
            repeat = repeat == null ? named : repeat;
            repeatedReference = repeatedReference == null && References.tells(entry.line.bankReference())
                    ? named
                    : repeatedReference;
        }
    }

    private static long signed(Pending entry) {
        return entry.line.direction() == Direction.CREDIT ? entry.pence : -entry.pence;
    }

    @Nullable
    Long opening() {
        return pence(head.opening());
    }

    @Nullable
    Long closing() {
        return pence(closing);
    }

    @Nullable
    LocalDate openingOn() {
        return head.opening() == null ? null : head.opening().day();
    }

    @Nullable
    LocalDate closingOn() {
        return closing == null ? null : closing.day();
    }

    private static @Nullable Long pence(@Nullable Balance balance) {
        return balance == null
                ? null
                : Money.exactly(balance.amount()).map(Money::pence).orElse(null);
    }

    /// Whether its balances count exactly the lines that it has.
    boolean ties() {
        var begins = opening();
        var ends = closing();
        return begins != null && ends != null && begins + net == ends;
    }

    /// What its balances say about it together with other statements; nothing when they say nothing.
    @Nullable
    Span span(ImportId file) {
        var begins = opening();
        var ends = closing();
        if (!ties() || begins == null || ends == null || first == null || last == null || ofSeveralAccounts) {
            return null;
        }
        return new Span(file, number, begins, ends, addedNet, Map.copyOf(left), first, last);
    }

    /// The first of its new lines that is like another one of the file in everything.
    @Nullable
    Named repeat() {
        return repeat;
    }

    /// The first of these to which the bank gave the same reference as to the other.
    @Nullable
    Named repeatedReference() {
        return repeatedReference;
    }

    /// The new line whose amount is this, or else the first new one.
    @Nullable
    Named addition(long pence) {
        return additions.stream()
                .filter(one -> one.pence() == pence)
                .findFirst()
                .orElse(additions.isEmpty() ? null : additions.getFirst());
    }

    @Nullable
    String bankAccount() {
        return ofSeveralAccounts ? null : bankAccount;
    }

    @Nullable
    LocalDate first() {
        return first;
    }

    @Nullable
    LocalDate last() {
        return last;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    long lines() {
        return lines;
    }

    long net() {
        return net;
    }

    long added() {
        return added;
    }

    long addedNet() {
        return addedNet;
    }

    Map<ImportId, Left> left() {
        return left;
    }
}
