package localgov.ims.portal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import localgov.ims.councils.Jobs;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.notifications.Contacts;
import localgov.ims.notifications.WhoTells;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import localgov.ims.platform.Strongbox;
import localgov.ims.platform.words.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends receipts: of what has been paid and of nothing else, each wish once, and a few for one payment.
@Component
class ReceiptsByMail {
    /// As many as one payment may have.
    static final int MOST = 5;
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(3);
    private static final int AT_ONCE = 100;
    private static final int LONGEST = 254;
    /// One address, as mail servers everywhere take it; a list, a name or a line break never fits.
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");

    private final ReceiptWishStore store;
    private final ReceiptLetter letter;
    private final Payments payments;
    private final ReturnedPayments returned;
    private final Messages messages;
    private final Contacts contacts;
    private final WhoTells whoTells;
    private final Strongbox strongbox;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ReceiptsByMail(
            ReceiptWishStore store,
            ReceiptLetter letter,
            Payments payments,
            ReturnedPayments returned,
            Messages messages,
            Contacts contacts,
            WhoTells whoTells,
            Strongbox strongbox,
            TransactionTemplate transactions,
            Jobs jobs,
            InstantSource clock) {
        this.store = store;
        this.letter = letter;
        this.payments = payments;
        this.returned = returned;
        this.messages = messages;
        this.contacts = contacts;
        this.whoTells = whoTells;
        this.strongbox = strongbox;
        this.transactions = transactions;
        this.clock = clock;
        jobs.every("portal-receipts", LOOKS_EVERY, this::sendWhatIsDue);
    }

    /// The address that was typed, if it is one.
    static Optional<String> address(String typed) {
        return Optional.of(typed.strip())
                .filter(address ->
                        address.length() <= LONGEST && ADDRESS.matcher(address).matches());
    }

    /// Somebody about to pay wants the receipt sent there, in their language; or nowhere after all.
    void wish(PaymentId payment, Optional<String> address, Language language) {
        address.ifPresentOrElse(
                to -> {
                    store.wish(payment, strongbox.lock(to, place(payment)), language, clock.instant());
                    contacts.give(payment, to, language);
                },
                () -> {
                    store.takeBack(payment);
                    contacts.takeBack(payment);
                });
    }

    /// Where the receipt of a payment that is not paid yet will go.
    Optional<String> wished(PaymentId payment) {
        return store.open(payment).map(wish -> strongbox.unlock(wish.address(), place(payment)));
    }

    void sendWhatIsDue() {
        store.forget(clock.instant().minus(KEPT));
        store.due(AT_ONCE)
                .forEach(wish -> payments.find(wish.payment()).ifPresent(payment -> {
                    var to = strongbox.unlock(wish.address(), place(wish.payment()));
                    transactions.executeWithoutResult(_ -> {
                        if (store.done(wish.payment(), clock.instant())) {
                            fulfil(payment, to, wish.in());
                        }
                    });
                }));
    }

    /// One system sends: where the provider confirms payments by e-mail, the payer has heard already.
    private void fulfil(Payment payment, String to, Language language) {
        if (whoTells.providerTellsOfPayments(payment)) {
            messages.unsent(ReceiptKind.ABOUT, concerns(payment), "provider-tells");
        } else {
            send(payment, to, language);
        }
    }

    /// Whoever has the receipt before them wants it by e-mail. False when it has gone often enough, and when its
    /// bank returned the payment.
    boolean sendNow(Payment payment, String address, Language language) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            boolean sent = send(payment, address, language);
            if (sent) {
                contacts.offer(payment.id(), address, language);
            }
            return sent;
        }));
    }

    private boolean send(Payment payment, String to, Language language) {
        if (payment.state() != PaymentState.PAID
                || returned.of(payment).isPresent()
                || store.count(payment.id(), MOST, clock.instant()).isEmpty()) {
            return false;
        }
        var written = letter.of(payment, language);
        messages.send(new Email(ReceiptKind.ABOUT, to, written.subject(), written.text())
                .in(language)
                .concerning(concerns(payment))
                .with(written.values()));
        return true;
    }

    private static String concerns(Payment payment) {
        return "payment:" + payment.id();
    }

    private static String place(PaymentId payment) {
        return "portal.receipt:" + payment;
    }
}
