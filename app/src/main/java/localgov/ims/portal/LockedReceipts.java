package localgov.ims.portal;

import java.util.List;
import localgov.ims.platform.LockedColumn;
import localgov.ims.platform.LockedColumns;
import org.springframework.stereotype.Component;

/// The keys that sign receipts and the addresses they go to, for when the key that locks them is exchanged.
@Component
class LockedReceipts implements LockedColumns {
    @Override
    public List<LockedColumn> all() {
        return List.of(
                new LockedColumn("portal_receipt_wish", "payment", "uuid", "address", "'portal.receipt:' || payment"),
                new LockedColumn("portal_receipt_key", "id", "text", "private_key", "'portal.receipt-key:' || id"));
    }
}
