package localgov.ims.payments;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.HintStore.Hint;
import localgov.ims.providers.ProviderNews;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Hears what providers say happened, and follows it by looking. A message is kept before it is acknowledged, so
/// that none that was acknowledged is lost; what it says of the payment is never believed.
@Component
class Listening {
    private static final String JOB = "payments-follow-webhook";
    /// Providers send a message again for two days. After that the poller alone goes on looking.
    private static final Duration GIVEN_UP = Duration.ofDays(2);
    private static final Duration SOMEBODY_IS_AT_IT = Duration.ofSeconds(10);
    private static final int AT_ONCE = 100;

    private final HintStore hints;
    private final PaymentStore payments;
    private final Settling settling;
    private final Providers providers;
    private final UnclaimedPayments unclaimed;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Listening(
            HintStore hints,
            PaymentStore payments,
            Settling settling,
            Providers providers,
            UnclaimedPayments unclaimed,
            Jobs jobs,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.hints = hints;
        this.payments = payments;
        this.settling = settling;
        this.providers = providers;
        this.unclaimed = unclaimed;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
        jobs.named(JOB, this::follow);
    }

    Heard hear(byte[] body, @Nullable String signature) {
        return heard(providers.hearGovukPay(body, signature));
    }

    /// Keeps what may be believed, and lets somebody look soon.
    Heard heard(ProviderNews news) {
        return switch (news) {
            case ProviderNews.NotSigned _ -> Heard.NOT_SIGNED;
            case ProviderNews.Differs _ -> Heard.DIFFERS;
            case ProviderNews.Unreadable _ -> Heard.NOTED;
            case ProviderNews.About(var account, var message, var reference) -> {
                if (hints.heard(new Hint(account, message, reference, clock.instant()))) {
                    jobs.soon(JOB, account + "/" + message);
                }
                yield Heard.NOTED;
            }
        };
    }

    /// What was found in a provider's list is followed as if the provider had told of it.
    void found(Hint hint) {
        if (hints.heard(hint)) {
            jobs.soon(JOB, hint.provider() + "/" + hint.message());
        }
    }

    private void follow(String subject) {
        var parts = subject.split("/", 2);
        hints.toFollow(parts[0], parts[1]).ifPresent(this::follow);
    }

    /// Those that were heard and not followed: a process that stopped, or a provider that did not answer.
    void followForgotten() {
        hints.toFollow(clock.instant().minus(SOMEBODY_IS_AT_IT), AT_ONCE).forEach(this::follow);
    }

    private void follow(Hint hint) {
        outcome(hint).ifPresent(outcome -> hints.followed(hint, outcome, clock.instant()));
    }

    private Optional<String> outcome(Hint hint) {
        var known = payments.find(hint.provider(), hint.providerReference());
        if (known.isPresent()) {
            var payment = settling.settle(known.get().id());
            events.publishEvent(new PaymentHeardOf(
                    payment.id(), hint.provider(), payment.paidAt().orElse(null)));
            return Optional.of("settled");
        }
        return switch (look(hint)) {
            case Seen.Known seen -> Optional.of(adopt(hint, seen));
            case Seen.NotFound _ -> Optional.of(unseen(hint, "unknown to the provider"));
            case Seen.NoAnswer _ ->
                clock.instant().isAfter(hint.heardAt().plus(GIVEN_UP))
                        ? Optional.of(unseen(hint, "no answer"))
                        : Optional.empty();
        };
    }

    /// The provider told of a payment that it does not show us, and that we do not know: a person should.
    private String unseen(Hint hint, String why) {
        unclaimed.met(Sighting.unseen(hint.provider(), hint.providerReference()));
        return why;
    }

    private Seen look(Hint hint) {
        return providers
                .card(hint.provider())
                .map(provider -> provider.look(hint.providerReference()))
                .orElseGet(() -> new Seen.NoAnswer("The provider account is not connected any more"));
    }

    /// A payment whose start had no answer is told by the reference that the provider repeats.
    /// Nobody else’s payment becomes ours by repeating a reference: only one that this account was asked for can.
    private String adopt(Hint hint, Seen.Known seen) {
        var referredTo = PublicReference.read(seen.reference()).flatMap(payments::find);
        var ours = referredTo.filter(
                payment -> payment.provider().filter(hint.provider()::equals).isPresent());
        if (ours.isEmpty()) {
            if (seen.state().paid()) {
                unclaimed.met(Sighting.paid(
                        hint.provider(), hint.providerReference(), seen.amount(), referredTo.isPresent()));
            }
            return "not one of our payments";
        }
        settling.conclude(ours.get(), Sight.of(seen));
        return "settled";
    }
}
