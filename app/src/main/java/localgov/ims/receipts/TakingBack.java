package localgov.ims.receipts;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.JournalId;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.pen.Pen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes money back out of the book that was said to have arrived and did not stay. Nothing is changed: each
/// posting is followed by one that moves the same amount the other way.
@Component
public class TakingBack {
    /// Where money is that went out and nobody has explained. What had come into suspense may have been placed
    /// since, so an item of suspense is not touched: whoever looks for its money finds it missing here.
    private static final AccountName UNEXPLAINED = new AccountName("suspense:paid-out");

    private final Pen pen;
    private final ReceiptStore store;
    private final List<GivingBack> otherWays;

    TakingBack(Pen pen, ReceiptStore store, List<GivingBack> otherWays) {
        this.pen = pen;
        this.store = store;
        this.otherWays = otherWays;
    }

    /// Takes back once all that a source had brought, in the caller's database transaction.
    ///
    /// @param arrived what had arrived; it is in the book
    /// @param why the event that takes it back
    /// @param day the day in London on which we learned of it
    /// @param words why, for whoever reads the book
    public JournalId takeBack(Source arrived, Source why, LocalDate day, String words) {
        return write(journal(arrived), why, By.SYSTEM, day, words);
    }

    /// The same, when people decided it; nothing when some of it is given back another way, or is about to be.
    public Optional<JournalId> takeBackUnlessGiven(Source arrived, Source why, By by, LocalDate day, String words) {
        var journal = journal(arrived);
        return otherWays.stream().allMatch(way -> way.standsAside(journal))
                ? Optional.of(write(journal, why, by, day, words))
                : Optional.empty();
    }

    /// What a bank returned.
    ///
    /// @param receipt in which journal it had come in, and on which `lines`
    /// @param method by which it is taken back
    /// @param day the bank's
    public record Unpaid(JournalId receipt, List<Integer> lines, String method, LocalDate day, String words) {
        public Unpaid {
            lines = List.copyOf(lines);
        }
    }

    /// Where an amount of what a bank returned stands now.
    ///
    /// @param line the line of the receipt that brought it
    /// @param as the line of the journal that takes it out again
    /// @param placed the posting that placed it out of suspense; where it came to when nobody has placed it since
    public record Standing(
            int line, int as, Money amount, @Nullable Placed placed) {}

    /// A line of a journal that placed money out of suspense.
    public record Placed(JournalId journal, int line) {}

    /// Takes lines of a receipt that the bank returned unpaid out of where they stand now; nothing when some of
    /// them are given back another way, or are about to be. What was still on its way to the bank is so no more.
    /// What had come in through the bank's statement goes out by it as well, as money that left and that nobody
    /// has explained yet: this explains it, whether that statement is here or not.
    ///
    /// @param standing asked once nothing of it goes back any other way; it holds what it answers, and says
    /// nothing when not all of it is there
    public Optional<JournalId> returnedUnpaid(
            Unpaid returned, Supplier<Optional<List<Standing>>> standing, Source why, By by) {
        return otherWays.stream().allMatch(way -> way.standsAside(returned.receipt(), returned.lines()))
                ? standing.get()
                        .map(parts -> pen.post(why, by, returned.receipt(), entries(returned, parts))
                                .journal())
                : Optional.empty();
    }

    private List<Entry> entries(Unpaid returned, List<Standing> parts) {
        var came = store.postings(returned.receipt(), returned.lines()).stream()
                .collect(Collectors.toMap(ReceiptStore.Posting::line, posting -> posting));
        return parts.stream()
                .map(part -> {
                    var posting = Objects.requireNonNull(came.get(part.line()));
                    var placed = part.placed();
                    var stands = placed == null
                            ? posting
                            : store.postings(placed.journal(), List.of(placed.line()))
                                    .getFirst();
                    return posting.unpaid(returned, part, stands, UNEXPLAINED);
                })
                .toList();
    }

    private JournalId journal(Source arrived) {
        return store.journal(arrived)
                .orElseThrow(() -> new IllegalStateException("Nothing came into the book from " + arrived));
    }

    private JournalId write(JournalId journal, Source why, By by, LocalDate day, String words) {
        var undone = store.postings(journal).stream()
                .map(posting -> undoing(posting, day, words))
                .toList();
        return pen.post(why, by, journal, undone).journal();
    }

    private static Entry undoing(ReceiptStore.Posting posting, LocalDate day, String words) {
        return posting.toAccount().equals(AccountName.SUSPENSE)
                ? posting.fromElsewhere(UNEXPLAINED, day, words)
                : posting.undone(day, words);
    }
}
