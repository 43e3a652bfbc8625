package localgov.ims.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import localgov.ims.councils.Jobs;
import localgov.ims.payments.HintStore.Hint;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.Listed;
import localgov.ims.providers.Providers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finds what was paid at the council's providers and is not known here, also where no webhook tells of it and no
/// day of settlement. Each hour the last days are listed, so that a search that is behind hides nothing; after a stop
/// of ours, or of the provider's, the days before the last whole list too, however long it was. What is found is
/// followed as a message of the provider's would be.
@Component
class Strangers {
    private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration LOOKING_BACK = Duration.ofDays(3);

    /// No list is longer than this, so that one of many weeks has an end and need not be begun anew when it breaks off.
    private static final Duration LONGEST = Duration.ofDays(4);

    private static final String FOUND = "found:";

    private final HintStore hints;
    private final ListedStore lists;
    private final Listening listening;
    private final Providers providers;
    private final InstantSource clock;

    Strangers(
            HintStore hints,
            ListedStore lists,
            Listening listening,
            Providers providers,
            Jobs jobs,
            InstantSource clock) {
        this.hints = hints;
        this.lists = lists;
        this.listening = listening;
        this.providers = providers;
        this.clock = clock;
        jobs.every("payments-find-strangers", PAUSE, this::round);
    }

    /// One round, for the current council.
    void round() {
        providers.codes().forEach(this::look);
    }

    private void look(String account) {
        var now = clock.instant();
        var known = lists.until(account).filter(now::isAfter).orElse(now);
        providers.card(account).ifPresent(provider -> {
            var from = known.minus(LOOKING_BACK);
            while (from.isBefore(now) && list(provider, from, end(from, now))) {
                from = end(from, now);
            }
        });
    }

    private static Instant end(Instant from, Instant now) {
        var longest = from.plus(LONGEST);
        return longest.isBefore(now) ? longest : now;
    }

    /// Whether the list was whole; the next one goes on from the last that was.
    private boolean list(CardProvider provider, Instant from, Instant to) {
        return switch (provider.paid(from, to)) {
            case Listed.These<String>(var references) -> {
                follow(provider.code(), references);
                lists.listed(provider.code(), to);
                yield true;
            }
            case Listed.NoAnswer<String>(var what) -> {
                LOG.info("What was paid at {} could not be listed: {}", provider.code(), what);
                yield false;
            }
            case Listed.NotOffered<String> _ -> false;
        };
    }

    private void follow(String account, List<String> references) {
        hints.unheardOf(account, references)
                .forEach(
                        reference -> listening.found(new Hint(account, FOUND + reference, reference, clock.instant())));
    }
}
