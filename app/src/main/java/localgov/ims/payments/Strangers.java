package localgov.ims.payments;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import localgov.ims.councils.Jobs;
import localgov.ims.payments.HintStore.Hint;
import localgov.ims.providers.Listed;
import localgov.ims.providers.Providers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finds what was paid at the council's providers and is not known here, also where no webhook tells of it and no
/// day of settlement. Each hour the last days are listed, so that a search that is behind, or a provider that
/// does not answer for some hours, hides nothing. What is found is followed as a message of the provider's would
/// be.
@Component
class Strangers {
    private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration LOOKING_BACK = Duration.ofDays(3);
    private static final String FOUND = "found:";

    private final HintStore hints;
    private final Listening listening;
    private final Providers providers;
    private final InstantSource clock;

    Strangers(HintStore hints, Listening listening, Providers providers, Jobs jobs, InstantSource clock) {
        this.hints = hints;
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
        var listed = providers
                .card(account)
                .map(provider -> provider.paid(now.minus(LOOKING_BACK), now))
                .orElseGet(Listed.NotOffered::new);
        switch (listed) {
            case Listed.These<String>(var references) -> follow(account, references);
            case Listed.NoAnswer<String>(var what) ->
                LOG.info("What was paid at {} could not be listed: {}", account, what);
            case Listed.NotOffered<String> _ -> {}
        }
    }

    private void follow(String account, List<String> references) {
        hints.unheardOf(account, references)
                .forEach(
                        reference -> listening.found(new Hint(account, FOUND + reference, reference, clock.instant())));
    }
}
