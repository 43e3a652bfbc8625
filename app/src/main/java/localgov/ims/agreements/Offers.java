package localgov.ims.agreements;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Door;
import localgov.ims.catalogue.Fund;
import localgov.ims.councils.CouncilCache;
import localgov.ims.kernel.Money;
import localgov.ims.portal.PayersDoor;
import localgov.ims.providers.Bounds;
import localgov.ims.providers.Capability;
import localgov.ims.providers.Destination;
import localgov.ims.providers.Providers;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What may be agreed to now: only what the council allows for the fund, and only where its cards go to an account
/// that can take later payments.
@Component
class Offers {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Money ONE_POUND = Money.pounds(1, 0);

    private final CouncilCache<Map<String, Entry>> rules;
    private final Catalogue catalogue;
    private final Providers providers;

    Offers(Settings settings, Catalogue catalogue, Providers providers, InstantSource clock) {
        this.catalogue = catalogue;
        this.providers = providers;
        this.rules = new CouncilCache<>(
                clock,
                MOMENT,
                () -> settings.list(AgreementData.RULES).stream()
                        .filter(entry -> !entry.isRetired())
                        .collect(Collectors.toMap(Entry::key, entry -> entry)));
    }

    Optional<Offer> of(String fund) {
        return catalogue.now().fund(fund).flatMap(this::of);
    }

    Optional<Offer> of(Fund fund) {
        var rule = rules.get().get(fund.code());
        if (rule == null
                || !PayersDoor.isOffered(fund)
                || fund.priceAt(Door.PAYERS).isPresent()
                || !(providers.destination(Set.of(fund.code())) instanceof Destination.One(var provider))
                || !provider.can(Capability.AGREEMENTS)) {
            return Optional.empty();
        }
        return providers.bounds(Set.of(fund.code())).flatMap(bounds -> of(rule, provider.code(), bounds));
    }

    /// Each payment comes to what the council wants and to what the provider takes.
    private static Optional<Offer> of(Entry rule, String provider, Bounds bounds) {
        var wanted = least(rule.value(AgreementData.LEAST));
        var offer = new Offer(
                provider,
                rule.value(AgreementData.INSTALMENTS).equals("yes"),
                rule.value(AgreementData.RECURRING).equals("yes"),
                Integer.parseInt(rule.value(AgreementData.MOST)),
                bounds.isTooLittle(wanted) ? bounds.least() : wanted,
                bounds);
        return offer.instalments() || offer.recurring() ? Optional.of(offer) : Optional.empty();
    }

    private static Money least(String plain) {
        return plain.isEmpty()
                ? ONE_POUND
                : Money.exactly(new BigDecimal(plain)).orElse(ONE_POUND);
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(AgreementData.RULES.table())) {
            rules.forget();
        }
    }
}
