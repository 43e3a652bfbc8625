package localgov.ims.notifications;

import java.util.List;
import localgov.ims.platform.LockedColumn;
import localgov.ims.platform.LockedColumns;
import org.springframework.stereotype.Component;

/// The addresses of payers, for when the key that locks them is exchanged.
@Component
class LockedAddresses implements LockedColumns {
    @Override
    public List<LockedColumn> all() {
        return List.of(new LockedColumn(
                "notifications_contact", "payment", "uuid", "address", "'notifications.contact:' || payment"));
    }
}
