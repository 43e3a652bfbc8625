package localgov.ims.receipts;

import java.util.Optional;
import localgov.ims.ledger.Source;

/// A room that gives payers a receipt of what it took declares itself so, and is asked when somebody writes about one.
public interface ReceiptGiver {
    /// What the room gave for this; nothing when it was none of its own.
    Optional<GivenReceipt> of(Source source);
}
