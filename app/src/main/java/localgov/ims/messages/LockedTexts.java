package localgov.ims.messages;

import java.util.List;
import localgov.ims.platform.LockedColumn;
import localgov.ims.platform.LockedColumns;
import org.springframework.stereotype.Component;

/// The texts of messages, for when the key that locks them is exchanged.
@Component
class LockedTexts implements LockedColumns {
    @Override
    public List<LockedColumn> all() {
        return List.of(new LockedColumn("messages_message", "id", "uuid", "content", "'messages:' || id"));
    }
}
