package localgov.ims.webhooks;

import java.util.List;
import localgov.ims.platform.LockedColumn;
import localgov.ims.platform.LockedColumns;
import org.springframework.stereotype.Component;

/// The secrets with which messages are signed, for when the key that locks them is exchanged.
@Component
class LockedSecrets implements LockedColumns {
    @Override
    public List<LockedColumn> all() {
        return List.of(new LockedColumn(
                "webhooks_secret", "id", "uuid", "locked", "'webhooks.secret:' || webhook || ':' || id"));
    }
}
