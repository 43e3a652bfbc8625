package localgov.ims.receipts;

import java.time.LocalDate;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.Written;
import localgov.ims.ledger.pen.Pen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The door by which money goes back to whoever paid it, and by which it returns when it did not get there. Like
/// the one for arriving money, it knows the same event again.
@Component
public class Departures {
    private final Pen pen;
    private final ReceiptStore store;

    Departures(Pen pen, ReceiptStore store) {
        this.pen = pen;
        this.store = store;
    }

    /// Posts money that has left, in the caller's database transaction.
    public Written left(GivenBack money, By by) {
        return pen.post(
                money.source(),
                by,
                money.parts().stream().map(part -> entry(money, part)).toList());
    }

    private static Entry entry(GivenBack money, GivenBack.Part part) {
        return new Entry(
                part.line(),
                part.from(),
                money.by(),
                part.amount(),
                part.fund(),
                part.account(),
                part.method(),
                part.office(),
                part.channel(),
                part.vat(),
                money.happenedOn(),
                null,
                masked(money.payer()),
                masked(part.narrative()));
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : CardNumbers.masked(text);
    }

    /// Puts money back that had left and did not get there: each posting is undone by one that names it.
    ///
    /// @param left the source under which it left
    /// @param source the event by which we know
    public Written returned(Source left, Source source, LocalDate day, String narrative) {
        var journal = store.journal(left)
                .orElseThrow(() -> new IllegalStateException("What never left cannot return: " + left));
        return pen.post(
                source,
                By.SYSTEM,
                journal,
                store.postings(journal).stream()
                        .map(posting -> posting.undone(day, narrative))
                        .toList());
    }
}
