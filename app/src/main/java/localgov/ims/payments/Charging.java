package localgov.ims.payments;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.providers.Capability;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.Collected;
import localgov.ims.providers.CollectionRequest;
import localgov.ims.providers.Providers;
import localgov.ims.providers.Seen;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Takes a payment under a standing agreement, without its payer.
///
/// Unlike a payer's page, a question that was lost takes money by itself when it got there. So it is looked for by
/// our reference, and put again only when the provider finds none, and only with the same key and within the day
/// for which the provider knows the key: then it takes nothing twice, even if its search was behind.
@Component
class Charging {
    /// Longer than a provider is given to answer: until then whoever asked may still be waiting.
    private static final Duration SOMEBODY_IS_ASKING = Duration.ofSeconds(45);
    /// A provider knows a key for a day, from the first question on; that was not before the payment was made.
    private static final Duration KEY_IS_KNOWN = Duration.ofHours(20);

    /// The council itself says that the account takes no payments by agreement.
    private static final String NOT_OFFERED = "not-offered";

    private final PaymentStore store;
    private final Settling settling;
    private final Providers providers;
    private final Describing describing;
    private final ObjectProvider<Arrangements> arrangements;
    private final InstantSource clock;

    Charging(
            PaymentStore store,
            Settling settling,
            Providers providers,
            Catalogue catalogue,
            ObjectProvider<Arrangements> arrangements,
            InstantSource clock) {
        this.store = store;
        this.settling = settling;
        this.providers = providers;
        this.describing = new Describing(catalogue);
        this.arrangements = arrangements;
        this.clock = clock;
    }

    /// Under which agreement a payment is made.
    Optional<Arranged> arranged(Payment payment) {
        return arrangements.stream().flatMap(room -> room.of(payment).stream()).findFirst();
    }

    /// Whether no payer is sent anywhere to pay it: not for what is taken without one, nor before the provider
    /// knows the agreement that a first payment sets up.
    boolean isWithoutPayer(Payment payment) {
        return arranged(payment)
                .filter(arranged -> !arranged.first() || arranged.agreement().isEmpty())
                .isPresent();
    }

    /// Whether it is the payment of an agreement that has ended: whatever has not been asked for is not any more.
    boolean isOver(Payment payment) {
        return arranged(payment).filter(arranged -> !arranged.inForce()).isPresent();
    }

    /// Takes it, or finds out what became of taking it. Call it as often as you like.
    Payment charge(PaymentId id) {
        var payment = store.get(id);
        var arranged = arranged(payment).filter(found -> !found.first());
        if (!payment.state().open() || arranged.isEmpty()) {
            return payment;
        }
        if (payment.state() == PaymentState.CREATED) {
            return arranged.get().inForce() ? ask(payment, arranged.get(), false) : givenUp(payment);
        }
        if (payment.providerReference().isPresent()) {
            return settling.settle(id);
        }
        var sight = settling.look(payment);
        var settled = settling.conclude(payment, sight);
        return settled.state().open()
                        && settled.providerReference().isEmpty()
                        && sight.seen() instanceof Seen.NotFound
                        && arranged.get().inForce()
                        && mayAskAgain(settled)
                ? ask(settled, arranged.get(), true)
                : settled;
    }

    /// Nobody is asked for it any more, unless somebody has been.
    void withdraw(PaymentId id) {
        var payment = store.get(id);
        if (payment.state() == PaymentState.CREATED) {
            givenUp(payment);
        }
    }

    /// Nobody has been asked for it, and nobody will be.
    private Payment givenUp(Payment payment) {
        return settling.change(
                payment,
                now -> now.state() == PaymentState.CREATED
                        ? looking(now.standing().ended(PaymentState.CANCELLED, "payer", clock.instant()))
                        : now.standing());
    }

    private boolean mayAskAgain(Payment payment) {
        var now = clock.instant();
        var asked = payment.standing().askedAt();
        return asked != null
                && !now.isBefore(asked.plus(SOMEBODY_IS_ASKING))
                && now.isBefore(payment.createdAt().plus(KEY_IS_KNOWN));
    }

    private Payment ask(Payment payment, Arranged arranged, boolean again) {
        return providers
                .card(arranged.provider())
                .map(provider -> ask(payment, arranged, provider, again))
                .orElse(payment);
    }

    /// It is written down before the provider is asked, so that a question whose answer is lost is known to have
    /// been put.
    ///
    /// @param again whether it has been put before: then a refusal says nothing about the first time
    private Payment ask(Payment payment, Arranged arranged, CardProvider provider, boolean again) {
        if (!store.move(payment, payment.standing().asking(provider.code(), provider.pretends(), clock.instant()))) {
            return store.get(payment.id());
        }
        var asked = store.get(payment.id());
        return switch (provider.collect(request(asked, arranged))) {
            case Collected.Begun(var reference) -> {
                providers.letIn(provider.code(), Set.of(Capability.AGREEMENTS));
                yield begun(asked, reference);
            }
            case Collected.TooBusy _ -> settling.asBefore(payment, asked);
            case Collected.ShutOut(var code, var lacking) -> {
                providers.shutOut(provider.code(), code, lacking);
                yield settling.asBefore(payment, asked);
            }
            case Collected.Refused(var code, var detail) -> again ? asked : refused(asked, code, detail);
            case Collected.NotOffered _ -> {
                providers.shutOut(provider.code(), NOT_OFFERED, Capability.AGREEMENTS);
                yield settling.asBefore(payment, asked);
            }
            case Collected.NoAnswer _ -> asked;
        };
    }

    private CollectionRequest request(Payment payment, Arranged arranged) {
        return new CollectionRequest(
                arranged.agreement(),
                payment.id().toString(),
                payment.amount(),
                payment.reference().value(),
                describing.description(payment, arranged.language()));
    }

    private Payment begun(Payment asked, String reference) {
        var known = settling.change(
                asked,
                now -> now.providerReference().isPresent()
                        ? now.standing()
                        : looking(now.standing().knownAs(reference).open(PaymentState.STARTED)));
        return settling.settle(known.id());
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
}
