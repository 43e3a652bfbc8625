package localgov.ims.receipts;

import localgov.ims.ledger.JournalId;

/// The room that lets people place money out of suspense. Before receipts are taken back whole it is
/// asked to let nobody place any of it any more.
public interface Unplacing {
    /// Keeps, within the caller's database transaction, all that a journal brought into suspense. No
    /// when some of it was placed or is kept for somebody; then the caller's database transaction must
    /// end without effect.
    boolean keepAll(JournalId receipt);
}
