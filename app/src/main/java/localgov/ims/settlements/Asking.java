package localgov.ims.settlements;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.payments.UnclaimedPayments;
import localgov.ims.providers.Capability;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.Listed;
import localgov.ims.providers.Providers;
import localgov.ims.providers.SettledRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks each provider that tells what it paid out, again and again over the last days: what it finds late is found
/// then. What was paid out of a payment that we did not know is looked for each time; until we know it, people see it
/// among what needs one of them.
@Component
class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    /// How far back a provider is asked the first time, and each time after.
    private static final int FIRST = 90;

    private static final int AGAIN = 5;

    private final Providers providers;
    private final SettlementStore store;
    private final PaidOut paidOut;
    private final UnclaimedPayments unclaimed;
    private final InstantSource clock;

    Asking(
            Providers providers,
            SettlementStore store,
            PaidOut paidOut,
            UnclaimedPayments unclaimed,
            Jobs jobs,
            InstantSource clock) {
        this.providers = providers;
        this.store = store;
        this.paidOut = paidOut;
        this.unclaimed = unclaimed;
        this.clock = clock;
        jobs.every("settlements-ask", PAUSE, this::ask);
    }

    /// One round, for the current council.
    void ask() {
        providers
                .codes()
                .forEach(code -> providers
                        .card(code)
                        .filter(card -> card.can(Capability.SETTLEMENT_SEARCH))
                        .ifPresent(this::ask));
        store.found().forEach(orphan -> carefully(orphan.provider(), orphan.number(), () -> paidOut.adopt(orphan)));
        unclaimed.met(store.unclaimed());
    }

    private void ask(CardProvider card) {
        var today = London.dayOf(clock.instant());
        var from = store.through(card.code()).map(day -> day.minusDays(AGAIN)).orElse(today.minusDays(FIRST));
        switch (card.settled(from, today)) {
            case Listed.These<SettledRow>(var rows) -> take(card.code(), rows, today);
            case Listed.NoAnswer<SettledRow>(var what) ->
                LOG.warn("The account {} did not say what was paid out: {}", card.code(), what);
            case Listed.NotOffered<SettledRow> _ -> {}
        }
    }

    /// Only when all of it is kept need it not be asked for again.
    private void take(String provider, List<SettledRow> rows, LocalDate today) {
        boolean all = true;
        for (var row : rows) {
            all &= carefully(provider, row.number(), () -> paidOut.take(provider, row));
        }
        if (all) {
            store.asked(provider, today, clock.instant());
        }
    }

    /// What breaks for one is told and stops there.
    private static boolean carefully(String provider, String number, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException broken) {
            LOG.error("What {} paid out for {} could not be kept", provider, number, broken);
            return false;
        }
    }
}
