package localgov.ims.receipts;

import java.util.List;
import localgov.ims.ledger.JournalId;

/// Another way by which money of a receipt goes back to whoever paid it. Before a receipt is taken back whole each
/// such way is asked to stand aside, so that nothing goes back twice.
public interface GivingBack {
    /// Makes sure, within the caller's database transaction, that nothing of a receipt is given back this way any
    /// more. No when some of it has been, or somebody has asked for it; then the caller's database transaction must
    /// end without effect.
    boolean standsAside(JournalId receipt);

    /// The same for some lines of a receipt, each of them whole.
    boolean standsAside(JournalId receipt, List<Integer> lines);
}
