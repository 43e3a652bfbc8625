package localgov.ims.receipts;

import java.util.List;
import localgov.ims.ledger.Source;

/// A room that passes on to other systems what was paid declares itself so, and is asked when somebody follows a
/// receipt. It answers with one query, whatever the receipt.
public interface PassesOn {
    /// To whom this was passed on or is to be; nothing where no system is connected that it concerns.
    List<PassedOn> of(Source source);
}
