package localgov.ims.refunds;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.people.Scope;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.Listed;
import localgov.ims.providers.ProviderRefund;
import localgov.ims.providers.Providers;
import localgov.ims.providers.RefundMade;
import localgov.ims.providers.Refunds.These;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds refunds that somebody made in a provider's own tool. Money has left with them and the book does not know
/// it, so a person writes them down, with a second one; until then nothing more of that payment is given back.
@Component
class Elsewhere {
    private static final Duration PAUSE = Duration.ofMinutes(15);
    /// A refund can take some days until it is done.
    private static final int DAYS = 14;

    private static final String SYSTEM = "system";

    private final FoundStore store;
    private final Receiving receiving;
    private final Providers providers;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Elsewhere(
            FoundStore store,
            Receiving receiving,
            Providers providers,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock,
            Jobs jobs) {
        this.store = store;
        this.receiving = receiving;
        this.providers = providers;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        jobs.every("refunds-find-elsewhere", PAUSE, this::find);
    }

    /// One round over all that the providers gave back lately, for the current council.
    void find() {
        var today = London.dayOf(clock.instant());
        for (var code : providers.codes()) {
            providers
                    .card(code)
                    .map(provider -> provider.refundsMade(today.minusDays(DAYS), today))
                    .filter(Listed.These.class::isInstance)
                    .map(listed -> ((Listed.These<RefundMade>) listed).rows())
                    .orElse(List.of())
                    .forEach(made -> keep(code, made));
        }
    }

    /// The same for one payment, when what its provider says does not agree with our books.
    void find(Refund refund, CardProvider provider) {
        var payment = refund.wanted().providerReference();
        if (payment != null && provider.refunds(payment) instanceof These(var all)) {
            all.forEach(made -> keep(provider.code(), new RefundMade(payment, made)));
        }
    }

    private void keep(String provider, RefundMade made) {
        if (made.refund().state() != ProviderRefund.State.SUCCESS
                || !made.refund().amount().isPositive()) {
            return;
        }
        var now = clock.instant();
        var at = made.refund().askedAt();
        var day = London.dayOf(at == null ? now : at);
        transactions.executeWithoutResult(_ -> {
            if (store.keep(provider, made, day, now)) {
                audit.note(
                        SYSTEM,
                        "refunds.found",
                        "provider-refund:" + provider + ":" + made.refund().refundReference(),
                        "%s was given back in the provider's own tool"
                                .formatted(made.refund().amount()));
            }
        });
    }

    /// Those that nobody has written down and that lie within what whoever asks may see.
    List<Found> open(Scope scope) {
        return store.open().stream().filter(found -> isWithin(found, scope)).toList();
    }

    Optional<Found> find(long id, Scope scope) {
        return store.find(id).filter(found -> isWithin(found, scope));
    }

    private boolean isWithin(Found found, Scope scope) {
        return !scope.isNothing()
                && (scope.isEverything()
                        || receiving.find(found.journal(), 1, scope).isPresent());
    }
}
