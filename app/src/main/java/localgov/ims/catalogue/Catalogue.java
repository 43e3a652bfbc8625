package localgov.ims.catalogue;

import java.time.Duration;
import java.time.InstantSource;
import localgov.ims.councils.CouncilCache;
import localgov.ims.settings.ReferenceDataChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What the current council can be paid for, and how.
@Component
public class Catalogue {
    /// How long another instance's change may stay unseen.
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final CouncilCache<CatalogueSnapshot> snapshots;

    Catalogue(CatalogueStore store, InstantSource clock) {
        this.snapshots = new CouncilCache<>(clock, MOMENT, store::load);
    }

    /// The catalogue as it is now. Use one snapshot for one piece of work, so that it is judged by one set of
    /// rules.
    public CatalogueSnapshot now() {
        return snapshots.get();
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().startsWith("catalogue_")) {
            snapshots.forget();
        }
    }
}
