package localgov.ims.agreements;

import java.util.List;
import localgov.ims.platform.LockedColumn;
import localgov.ims.platform.LockedColumns;
import org.springframework.stereotype.Component;

/// The addresses of those who agreed, for when the key that locks them is exchanged.
@Component
class LockedAddresses implements LockedColumns {
    @Override
    public List<LockedColumn> all() {
        return List.of(
                new LockedColumn("agreements_agreement", "id", "uuid", "address", "'agreements.address:' || id"));
    }
}
