package localgov.ims.notifications;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.councils.Jobs;
import localgov.ims.messages.AddressCorrected;
import localgov.ims.payments.PaymentId;
import localgov.ims.people.Scope;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.words.Language;
import localgov.ims.refunds.Refund;
import localgov.ims.refunds.RefundId;
import localgov.ims.refunds.Refunds;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Where payers want to be told: for each payment the address that was given for it. Kept locked, for as long
/// as the council says that there may be something to tell.
@Component
public class Contacts {
    static final String OF_PAYMENT = "payment:";
    static final String OF_REFUND = "refund:";
    private static final Duration LOOKS_EVERY = Duration.ofHours(1);
    /// So long a payment that was begun may still be paid.
    private static final Duration UNFINISHED = Duration.ofDays(3);

    private final ContactStore store;
    private final MessageRules rules;
    private final Refunds refunds;
    private final Strongbox strongbox;
    private final InstantSource clock;

    Contacts(
            ContactStore store,
            MessageRules rules,
            Refunds refunds,
            Strongbox strongbox,
            InstantSource clock,
            Jobs jobs) {
        this.store = store;
        this.rules = rules;
        this.refunds = refunds;
        this.strongbox = strongbox;
        this.clock = clock;
        jobs.every("notifications-contacts", LOOKS_EVERY, this::forget);
    }

    /// Whoever is about to pay wants to be told there.
    public void give(PaymentId payment, String address, Language language) {
        store.give(payment, strongbox.lock(address, place(payment)), language, clock.instant());
    }

    /// Whoever has the receipt before them wants it sent there. Where an address was given before paying, that one
    /// stays: a receipt is shown to others.
    public void offer(PaymentId payment, String address, Language language) {
        store.offer(payment, strongbox.lock(address, place(payment)), language, clock.instant());
    }

    /// Whoever is about to pay does not want to be told after all.
    public void takeBack(PaymentId payment) {
        store.takeBack(payment);
    }

    Optional<Contact> of(PaymentId payment) {
        return store.find(payment)
                .map(kept -> new Contact(
                        strongbox.unlock(kept.address(), place(payment)),
                        Language.of(kept.language()).orElse(Language.ENGLISH)));
    }

    /// What a colleague put right for one message holds for what follows.
    @EventListener
    void correct(AddressCorrected corrected) {
        payment(corrected.concerns())
                .ifPresent(payment -> store.correct(payment, strongbox.lock(corrected.address(), place(payment))));
    }

    private Optional<PaymentId> payment(String concerns) {
        var paid = id(concerns, OF_PAYMENT).map(PaymentId::new);
        return paid.isPresent()
                ? paid
                : id(concerns, OF_REFUND)
                        .flatMap(refund -> refunds.find(new RefundId(refund), Scope.EVERYTHING))
                        .flatMap(Refund::payment);
    }

    /// Messages may belong to anything; only of payments and refunds addresses are kept here.
    private static Optional<UUID> id(String concerns, String of) {
        try {
            return concerns.startsWith(of)
                    ? Optional.of(UUID.fromString(concerns.substring(of.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException anotherRooms) {
            return Optional.empty();
        }
    }

    void forget() {
        var now = clock.instant();
        store.forget(now.minus(UNFINISHED), now.minus(rules.contactsKept()));
    }

    private static String place(PaymentId payment) {
        return "notifications.contact:" + payment;
    }
}
