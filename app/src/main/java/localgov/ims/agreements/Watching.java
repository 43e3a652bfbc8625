package localgov.ims.agreements;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.payments.Payments;
import localgov.ims.providers.AgreementSeen;
import localgov.ims.providers.Cancelled;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.Providers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks after agreements at their providers: ends there what has ended here, for as long as nobody knows that it
/// has, and notices once a day what was ended there, and which card will be too old for what is still to come.
@Component
class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration PUT_OFF = Duration.ofMinutes(2);
    private static final Duration EVERY_DAY = Duration.ofHours(24);
    private static final int BATCH = 100;

    /// Asked again, each time later.
    private static final List<Duration> LATER =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(3));

    /// So long before its last day a payer hears that a card will be too old.
    private static final int DAYS_BEFORE_EXPIRY = 45;

    private static final int CENTURY = 2000;

    private final AgreementStore store;
    private final AtProviderStore there;
    private final InstalmentStore instalments;
    private final Agreements agreements;
    private final Concluding concluding;
    private final Payments payments;
    private final Providers providers;
    private final Telling telling;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Watching(
            AgreementStore store,
            AtProviderStore there,
            InstalmentStore instalments,
            Agreements agreements,
            Concluding concluding,
            Payments payments,
            Providers providers,
            Telling telling,
            TransactionTemplate transactions,
            Jobs jobs,
            InstantSource clock) {
        this.store = store;
        this.there = there;
        this.instalments = instalments;
        this.agreements = agreements;
        this.concluding = concluding;
        this.payments = payments;
        this.providers = providers;
        this.telling = telling;
        this.transactions = transactions;
        this.clock = clock;
        jobs.every("agreements-watch", PAUSE, this::round);
    }

    /// One round, for the current council.
    void round() {
        var now = clock.instant();
        for (var id : there.takeDue(now, now.plus(PUT_OFF), BATCH)) {
            try {
                step(id);
            } catch (RuntimeException e) {
                LOG.error("Agreement {} could not be looked after", id, e);
            }
        }
    }

    /// Ends it at its provider, or looks at it there.
    void step(AgreementId id) {
        var agreement = store.get(id);
        var provider = agreement.provider().flatMap(providers::card);
        var known = agreement.providerAgreement();
        if (provider.isEmpty() || known.isEmpty()) {
            later(agreement);
        } else if (agreement.standing().atProvider() == Agreement.AtProvider.TO_END) {
            end(agreement, provider.get(), known.get());
        } else if (agreement.state() == AgreementState.ACTIVE) {
            look(agreement, provider.get(), known.get());
        }
    }

    /// That the provider did not answer is a state, left by asking again. To end what has ended is harmless.
    private void end(Agreement agreement, CardProvider provider, String known) {
        switch (provider.endAgreement(known)) {
            case Cancelled.Done _ -> there.endedThere(agreement.id());
            case Cancelled.TooLate _ -> {
                var seen = provider.agreement(known);
                if (Concluding.isOver(seen) || isUnused(seen) && !mayStillBeSetUp(agreement)) {
                    there.endedThere(agreement.id());
                } else {
                    later(agreement);
                }
            }
            case Cancelled.NotFound _, Cancelled.NoAnswer _, Cancelled.NotOffered _ -> later(agreement);
        }
    }

    /// No payment has set it up, so nothing can be taken.
    private static boolean isUnused(AgreementSeen seen) {
        return seen instanceof AgreementSeen.Known known && known.state() == AgreementSeen.State.CREATED;
    }

    private boolean mayStillBeSetUp(Agreement agreement) {
        return payments.find(agreements.first(agreement))
                .filter(first -> first.state().open())
                .isPresent();
    }

    private void later(Agreement agreement) {
        var looks = agreement.standing().looks();
        var wait = looks < LATER.size() ? LATER.get(looks) : EVERY_DAY;
        if (looks == LATER.size() && agreement.standing().atProvider() == Agreement.AtProvider.TO_END) {
            LOG.warn("Agreement {} has ended and could not be ended at its provider yet", agreement.id());
        }
        there.lookAgain(agreement, clock.instant().plus(wait), looks + 1);
    }

    private void look(Agreement agreement, CardProvider provider, String known) {
        var seen = provider.agreement(known);
        if (Concluding.isOver(seen)) {
            concluding.endedThere(agreement);
        } else if (seen instanceof AgreementSeen.Known found) {
            card(agreement, found);
            there.lookAgain(agreement, clock.instant().plus(EVERY_DAY), 0);
        } else {
            later(agreement);
        }
    }

    private void card(Agreement agreement, AgreementSeen.Known known) {
        if (known.lastFour() == null) {
            return;
        }
        var card = known.cardBrand() == null ? known.lastFour() : known.cardBrand() + " " + known.lastFour();
        var expires = known.expires();
        if (!card.equals(agreement.standing().card())
                || !java.util.Objects.equals(expires, agreement.standing().cardExpires())) {
            there.card(agreement.id(), card, expires);
        }
        lastDay(expires).ifPresent(day -> tell(agreement, String.valueOf(expires), day));
    }

    /// A card is good until the end of its month.
    static Optional<LocalDate> lastDay(@Nullable String expires) {
        if (expires == null || !expires.matches("\\d{2}/\\d{2}")) {
            return Optional.empty();
        }
        try {
            var year = CENTURY + Integer.parseInt(expires.substring(3));
            return Optional.of(YearMonth.of(year, Integer.parseInt(expires.substring(0, 2)))
                    .atEndOfMonth());
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    private void tell(Agreement agreement, String expires, LocalDate lastDay) {
        Instant now = clock.instant();
        boolean soon = !London.dayOf(now).isBefore(lastDay.minusDays(DAYS_BEFORE_EXPIRY));
        boolean matters = instalments.of(agreement.id()).stream()
                .anyMatch(
                        one -> one.state() == InstalmentState.DUE && one.dueOn().isAfter(lastDay));
        boolean endless = agreements.plan(agreement).isEndless();
        if (soon && (matters || endless)) {
            transactions.executeWithoutResult(_ -> {
                if (there.toldOfExpiry(agreement.id(), expires)) {
                    telling.expires(agreement, lastDay);
                }
            });
        }
    }
}
