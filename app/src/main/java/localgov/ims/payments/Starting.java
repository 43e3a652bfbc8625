package localgov.ims.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Channel;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.Cardholder;
import localgov.ims.providers.Destination;
import localgov.ims.providers.PaymentRequest;
import localgov.ims.providers.ProviderState;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Seen;
import localgov.ims.providers.Started;
import org.springframework.stereotype.Component;

/// Sends payers to the provider's page.
///
/// That a provider is being asked is written down before it is asked, so that an answer that is lost is
/// searched for. Only the page of the attempt that is written down is ever shown to a payer: an attempt that
/// nobody was sent to cannot be paid.
@Component
class Starting {
    /// Longer than a provider is given to answer: until then whoever asked may still be waiting.
    private static final Duration SOMEBODY_IS_ASKING = Duration.ofSeconds(45);

    private final PaymentStore store;
    private final Settling settling;
    private final Providers providers;
    private final Describing describing;
    private final Charging charging;
    private final ReturnTokens tokens;
    private final InstantSource clock;

    Starting(
            PaymentStore store,
            Settling settling,
            Providers providers,
            Catalogue catalogue,
            Charging charging,
            ReturnTokens tokens,
            InstantSource clock) {
        this.store = store;
        this.settling = settling;
        this.providers = providers;
        this.describing = new Describing(catalogue);
        this.charging = charging;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// @param payment as it was read; nothing is decided by it that has changed since
    Going start(Payment payment, Visit visit) {
        if (payment.state().open() && charging.isWithoutPayer(payment)) {
            return new Going.NotYet(payment);
        }
        if (payment.state().open() && charging.isOver(payment)) {
            return new Going.Ended(cancel(payment.id()));
        }
        return switch (payment.state()) {
            case CREATED -> ask(payment, visit);
            case STARTED, UNKNOWN ->
                payment.providerReference().isPresent() ? resume(payment, visit) : search(payment, visit);
            case PAID, FAILED, CANCELLED, EXPIRED -> new Going.Ended(payment);
        };
    }

    /// The first payment of an agreement goes to where the agreement is.
    private Going ask(Payment payment, Visit visit) {
        var arranged = charging.arranged(payment);
        if (arranged.isPresent()) {
            return providers
                    .card(arranged.get().provider())
                    .map(provider -> ask(payment, provider, visit))
                    .orElseGet(() -> new Going.NoProvider(payment));
        }
        var funds = payment.lines().stream().map(Payment.Line::fund).distinct().toList();
        return switch (providers.destination(funds)) {
            case Destination.One(var provider) -> ask(payment, provider, visit);
            case Destination.Nowhere _, Destination.Apart _ -> new Going.NoProvider(payment);
        };
    }

    private Going ask(Payment payment, CardProvider provider, Visit visit) {
        var asking = payment.standing().asking(provider.code(), provider.pretends(), clock.instant());
        if (!store.move(payment, asking)) {
            return start(store.get(payment.id()), visit);
        }
        var asked = payment.standing(asking.nextVersion());
        var request = request(asked, provider, visit);
        return switch (provider.start(request)) {
            case Started.Sent(var reference, var page) -> {
                providers.letIn(provider.code(), request.ways().needed());
                yield sent(asked, provider, reference, known -> new Going.ToProvider(known, page));
            }
            // Nobody was asked: a form says nothing of whether the provider lets us in.
            case Started.ByForm(var reference, var form) ->
                sent(asked, provider, reference, known -> Going.ByForm.of(known, form));
            case Started.Refused(var code, var detail) -> new Going.Ended(refused(asked, code, detail));
            case Started.TooBusy _ -> new Going.TooBusy(settling.asBefore(payment, asked));
            case Started.ShutOut(var code, var lacking) -> {
                providers.shutOut(provider.code(), code, lacking);
                yield new Going.NoProvider(settling.asBefore(payment, asked));
            }
            case Started.NoAnswer _ -> search(asked, visit);
        };
    }

    private Going sent(Payment asked, CardProvider provider, String reference, Function<Payment, Going> onward) {
        var payment = settling.change(
                asked,
                now -> now.providerReference().isPresent()
                        ? now.standing()
                        : looking(now.standing().knownAs(reference).open(PaymentState.STARTED)));
        if (payment.providerReference().filter(reference::equals).isEmpty()) {
            // Somebody else's attempt counts; nobody will be sent to this one.
            provider.cancel(reference);
            return new Going.NotYet(payment);
        }
        if (payment.state().open()) {
            return onward.apply(payment);
        }
        // It was given up while the provider was being asked.
        provider.cancel(reference);
        return new Going.Ended(payment);
    }

    private Payment refused(Payment asked, String code, String detail) {
        return settling.change(
                asked,
                now -> now.providerReference().isPresent()
                        ? now.standing()
                        : looking(now.standing()
                                .ended(PaymentState.FAILED, "refused", clock.instant())
                                .noted("The provider refused to take it: %s %s"
                                        .formatted(code, CardNumbers.masked(detail)))));
    }

    private Standing looking(Standing standing) {
        return standing.lookingAgainAt(Looking.next(standing, clock.instant()));
    }

    /// An attempt the provider knows is looked at again: each look gives a fresh page for a payer who may still
    /// act. A provider that is entered by a form is entered by it again while it has not heard of the payer.
    private Going resume(Payment payment, Visit visit) {
        var sight = settling.look(payment);
        var settled = settling.conclude(payment, sight);
        if (!settled.state().open()) {
            return new Going.Ended(settled);
        }
        if (!(sight.seen() instanceof Seen.Known known) || !isOf(settled, known)) {
            return new Going.NotYet(settled);
        }
        if (known.nextUrl() != null) {
            return new Going.ToProvider(settled, known.nextUrl());
        }
        return known.state() == ProviderState.CREATED ? formAgain(settled, known, visit) : new Going.NotYet(settled);
    }

    private Going formAgain(Payment payment, Seen.Known known, Visit visit) {
        return payment.provider()
                .flatMap(providers::card)
                .flatMap(provider -> provider.formAgain(known.providerReference(), request(payment, provider, visit)))
                .<Going>map(form -> Going.ByForm.of(payment, form))
                .orElseGet(() -> new Going.NotYet(payment));
    }

    private static boolean isOf(Payment payment, Seen.Known known) {
        return payment.providerReference()
                .filter(known.providerReference()::equals)
                .isPresent();
    }

    /// We do not know whether the provider knows it. Found: it goes on from there. Not found, and nobody can
    /// still be waiting for the answer: it is asked again, which is safe, because no payer was ever sent to the
    /// lost attempt.
    private Going search(Payment payment, Visit visit) {
        var sight = settling.look(payment);
        var settled = settling.conclude(payment, sight);
        if (settled.state().open() && settled.providerReference().isPresent()) {
            return resume(settled, visit);
        }
        if (!settled.state().open()) {
            return new Going.Ended(settled);
        }
        return sight.seen() instanceof Seen.NotFound && !somebodyIsAsking(settled)
                ? ask(settled, visit)
                : new Going.NotYet(settled);
    }

    private boolean somebodyIsAsking(Payment payment) {
        Instant asked = payment.standing().askedAt();
        return asked != null && clock.instant().isBefore(asked.plus(SOMEBODY_IS_ASKING));
    }

    /// Makes sure that an attempt cannot be paid any more, unless it has been. It is still open afterwards only
    /// when a payer has been sent to it and the provider does not say that it is over: then nothing may take its
    /// place.
    Payment cancel(PaymentId id) {
        var payment = store.get(id);
        if (payment.state().open()
                && payment.standing().isAsked()
                && payment.providerReference().isEmpty()) {
            payment = settling.settle(id);
        }
        if (!payment.state().open()) {
            return payment;
        }
        if (payment.providerReference().isPresent()) {
            var reference = payment.providerReference().get();
            payment.provider().flatMap(providers::card).ifPresent(provider -> provider.cancel(reference));
            return settling.settle(id);
        }
        if (payment.standing().isAsked() && charging.isWithoutPayer(payment)) {
            // The question may have got there, and takes money without anybody.
            return payment;
        }
        var given = settling.change(payment, this::givenUp);
        return given.state().open() ? cancel(id) : given;
    }

    /// Nobody was ever sent to an attempt whose number we do not know, so it can be given up without its provider.
    private Standing givenUp(Payment now) {
        return now.providerReference().isPresent()
                ? now.standing()
                : looking(now.standing().ended(PaymentState.CANCELLED, "payer", clock.instant()));
    }

    private static Cardholder cardholder(Payment payment, Visit.Told told) {
        var email = told.email() == null ? payment.email().orElse(null) : told.email();
        return new Cardholder(told.name(), told.address(), told.postcode(), email);
    }

    private PaymentRequest request(Payment payment, CardProvider provider, Visit visit) {
        var request = new PaymentRequest(
                payment.id().toString(),
                payment.amount(),
                payment.reference().value(),
                describing.description(payment, visit.language()),
                visit.returnUrl(
                        payment,
                        () -> provider.keepsTheWayBack() ? Optional.of(tokens.issue(payment.id())) : Optional.empty()),
                visit.language(),
                cardholder(payment, visit.told()),
                Map.of("funds", Describing.funds(payment)));
        var whole = charging.arranged(payment)
                .map(arranged -> request.settingUp(arranged.agreement()))
                .orElse(request);
        return payment.channel().equals(Channel.PHONE.code()) ? whole.byTelephone() : whole;
    }
}
