package localgov.ims.receipts;

import localgov.ims.kernel.CardNumbers;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Written;
import localgov.ims.ledger.pen.Pen;
import org.springframework.stereotype.Component;

/// The door by which a provider keeps or takes money that had come in. Like the one for arriving money, it knows the
/// same event again; what is withheld returns as what has left does ([Departures]).
@Component
public class Withholding {
    private final Pen pen;

    Withholding(Pen pen) {
        this.pen = pen;
    }

    /// Posts it once, in the caller's database transaction.
    public Written take(Withheld money, By by) {
        return pen.post(
                money.source(),
                by,
                money.parts().stream().map(part -> entry(money, part)).toList());
    }

    private static Entry entry(Withheld money, Withheld.Part part) {
        return new Entry(
                part.line(),
                part.from(),
                money.to(),
                part.amount(),
                part.fund(),
                part.account(),
                part.method(),
                part.office(),
                part.channel(),
                part.vat(),
                money.happenedOn(),
                null,
                money.payer() == null ? null : CardNumbers.masked(money.payer()),
                CardNumbers.masked(money.words()));
    }
}
