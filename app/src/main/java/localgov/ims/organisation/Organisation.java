package localgov.ims.organisation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.councils.CouncilCache;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The current council as it describes itself. Asked for every page, so it answers from memory.
@Component
class Organisation {
    /// How long another instance's change may stay unseen.
    static final Duration MOMENT = Duration.ofSeconds(2);

    static final String LOGO = "organisation_logo";

    private final Settings settings;
    private final LogoStore logos;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final CouncilCache<Snapshot> snapshots;

    Organisation(
            Settings settings,
            LogoStore logos,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.logos = logos;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
        this.events = events;
        this.snapshots = new CouncilCache<>(clock, MOMENT, this::read);
    }

    record Snapshot(Details details, Optional<Logo> logo) {}

    Snapshot now() {
        return snapshots.get();
    }

    private Snapshot read() {
        var details = entry().filter(entry -> !entry.isRetired())
                .map(entry -> new Details(entry.values()))
                .orElse(Details.NONE);
        return new Snapshot(details, logos.now());
    }

    /// As it is written down, for whoever wants to change it.
    Optional<Entry> entry() {
        return settings.get(DetailsData.DETAILS, DetailsData.KEY);
    }

    /// The bytes of the logo that the current council shows now.
    Optional<byte[]> picture(String print) {
        return logos.picture(print);
    }

    void put(Picture picture, String who) {
        transactions.executeWithoutResult(_ -> {
            logos.put(picture, who, clock.instant());
            audit.note(
                    who,
                    "organisation.logo-put-up",
                    "logo:" + picture.print(),
                    "%d × %d".formatted(picture.width(), picture.height()));
        });
        logoChanged();
    }

    /// @return whether there was one
    boolean takeDown(String who) {
        var there = Objects.requireNonNull(transactions.execute(_ -> {
            var now = logos.now();
            now.ifPresent(logo -> {
                logos.takeDown(who, clock.instant());
                audit.note(who, "organisation.logo-taken-down", "logo:" + logo.print(), "");
            });
            return now;
        }));
        logoChanged();
        return there.isPresent();
    }

    private void logoChanged() {
        events.publishEvent(new ReferenceDataChanged(LOGO));
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(DetailsData.DETAILS.table()) || change.table().equals(LOGO)) {
            snapshots.forget();
        }
    }
}
