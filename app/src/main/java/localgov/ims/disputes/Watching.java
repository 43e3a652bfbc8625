package localgov.ims.disputes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.payments.PaymentHeardOf;
import localgov.ims.providers.Capability;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.Dispute;
import localgov.ims.providers.Listed;
import localgov.ims.providers.Providers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks each provider regularly which payments are disputed, whether or not it tells us by itself, and
/// sees to those that have something to follow. Disputes are few: all that began within a year and a
/// half fit on one page.
@Component
class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final String SOON = "disputes-ask-now";
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int DAYS = 540;
    /// A payment's own news come while it is young. What is heard of it later may be a dispute.
    private static final Duration YOUNG = Duration.ofHours(20);
    /// How long before the last day somebody is reminded.
    private static final Duration AHEAD = Duration.ofDays(3);

    private final Providers providers;
    private final DisputeStore store;
    private final DisputeListStore lists;
    private final Following following;
    private final Telling telling;
    private final TransactionTemplate transactions;
    private final Jobs jobs;
    private final InstantSource clock;

    Watching(
            Providers providers,
            DisputeStore store,
            DisputeListStore lists,
            Following following,
            Telling telling,
            TransactionTemplate transactions,
            Jobs jobs,
            InstantSource clock) {
        this.providers = providers;
        this.store = store;
        this.lists = lists;
        this.following = following;
        this.telling = telling;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
        jobs.every("disputes-ask", PAUSE, this::watch);
        jobs.named(SOON, this::ask);
    }

    /// A provider sent word of a payment. Were it of a dispute, we would know it sooner.
    @EventListener
    void heard(PaymentHeardOf news) {
        if (mayBeADispute(news, clock.instant())) {
            jobs.soon(SOON, news.provider());
        }
    }

    static boolean mayBeADispute(PaymentHeardOf news, Instant now) {
        return news.paidAt() != null && news.paidAt().plus(YOUNG).isBefore(now);
    }

    /// One round, for the current council.
    void watch() {
        providers.codes().forEach(this::ask);
        lists.toSettle().forEach(id -> carefully(id.toString(), () -> following.settle(id)));
        lists.toRemind(clock.instant().plus(AHEAD)).forEach(this::remind);
    }

    private void ask(String provider) {
        providers
                .card(provider)
                .filter(card -> card.can(Capability.DISPUTES))
                .map(this::listed)
                .orElse(List.of())
                .forEach(dispute -> carefully(
                        dispute.disputeReference(), () -> following.follow(told(provider, dispute), dispute.state())));
    }

    private List<Dispute> listed(CardProvider card) {
        var today = London.dayOf(clock.instant());
        return switch (card.disputes(today.minusDays(DAYS), today.plusDays(1))) {
            case Listed.These<Dispute>(var all) ->
                all.stream()
                        .filter(dispute -> !lists.isKnown(told(card.code(), dispute), DisputeState.of(dispute.state())))
                        .toList();
            case Listed.NoAnswer<Dispute>(var what) -> {
                LOG.warn("The account {} did not say what is disputed: {}", card.code(), what);
                yield List.of();
            }
            case Listed.NotOffered<Dispute> _ -> List.of();
        };
    }

    static localgov.ims.disputes.Dispute.Told told(String provider, Dispute dispute) {
        return new localgov.ims.disputes.Dispute.Told(
                provider,
                dispute.disputeReference(),
                dispute.providerReference(),
                dispute.amount(),
                fee(dispute),
                dispute.reason(),
                dispute.beganAt(),
                dispute.evidenceDue(),
                dispute.settledOn());
    }

    /// What it costs besides: what the council's money changes by says so most surely.
    private static Money fee(Dispute dispute) {
        var net = dispute.net();
        var said = dispute.fee() == null ? Money.ZERO : dispute.fee();
        var fee = net == null ? said : net.negated().minus(dispute.amount());
        return fee.isPositive() ? fee : Money.ZERO;
    }

    private void remind(DisputeId id) {
        transactions.executeWithoutResult(_ -> {
            if (store.reminded(id, clock.instant())) {
                telling.remind(store.get(id));
            }
        });
    }

    /// What breaks for one dispute is told and stops there; it is looked at again.
    private static void carefully(String dispute, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException broken) {
            LOG.error("The dispute {} could not be taken further", dispute, broken);
        }
    }
}
