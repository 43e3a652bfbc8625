package localgov.ims.providers;

import java.util.List;
import localgov.ims.platform.LockedColumn;
import localgov.ims.platform.LockedColumns;
import org.springframework.stereotype.Component;

/// The secrets of providers that were replaced, for when the key that locks them is exchanged.
@Component
class FormerSecrets implements LockedColumns {
    @Override
    public List<LockedColumn> all() {
        return List.of(new LockedColumn(
                "providers_former_secret",
                "number",
                "bigint",
                "locked",
                "'providers_account.' || kind || ':' || account"));
    }
}
