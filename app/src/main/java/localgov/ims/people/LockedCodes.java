package localgov.ims.people;

import java.util.List;
import localgov.ims.platform.LockedColumn;
import localgov.ims.platform.LockedColumns;
import org.springframework.stereotype.Component;

/// The secrets of authenticator apps, for when the key that locks them is exchanged.
@Component
class LockedCodes implements LockedColumns {
    @Override
    public List<LockedColumn> all() {
        return List.of(new LockedColumn("people_code", "person", "uuid", "secret", "'people.code:' || person"));
    }
}
