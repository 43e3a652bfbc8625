package localgov.ims.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import localgov.ims.sandbox.Callbacks.Event;
import localgov.ims.sandbox.Faults.Fault;
import localgov.ims.sandbox.PaymentWish.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to a simulated payment, whoever makes it happen: the payer on the page, the service
/// through the API, a tester through the controls, or time.
@Component
@DemoOnly
class SimulatedPay {
    private static final Duration CAPTURE_GIVEN_UP = Duration.ofHours(26);
    private static final Duration CAPTURE_WAITS = Duration.ofDays(1);

    /// How a payment is paid.
    ///
    /// @param surcharge pence that the provider adds for a corporate card
    record Attempt(String cardNumber, @Nullable String holder, String expiry, long surcharge) {
        static final Attempt USUAL = new Attempt(Cards.USUAL, null, "12/30", 0);
        static final Attempt REFUSED = new Attempt(Cards.REFUSED, null, "12/30", 0);
    }

    /// What came of a request to create.
    sealed interface Creation {
        record Made(SimulatedPayment payment) implements Creation {}

        record Repeated(SimulatedPayment payment) implements Creation {}

        record KeyUsedOtherwise() implements Creation {}
    }

    private final PaymentStore payments;
    private final GatewayStore gateways;
    private final Agreements agreements;
    private final Idempotency idempotency;
    private final Callbacks callbacks;
    private final CallbackSending sending;
    private final Faults faults;
    private final SandboxClock clock;
    private final TransactionTemplate transactions;

    SimulatedPay(
            PaymentStore payments,
            GatewayStore gateways,
            Agreements agreements,
            Idempotency idempotency,
            Callbacks callbacks,
            CallbackSending sending,
            Faults faults,
            SandboxClock clock,
            TransactionTemplate transactions) {
        this.payments = payments;
        this.gateways = gateways;
        this.agreements = agreements;
        this.idempotency = idempotency;
        this.callbacks = callbacks;
        this.sending = sending;
        this.faults = faults;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// Makes the payment. One of a standing agreement is taken at once, without the payer, and only once for a key.
    Creation create(Gateway gateway, PaymentWish wish, @Nullable String key, String bodyHash) {
        var id = Ids.next();
        var keyed = wish.mode() == Mode.AGREEMENT ? key : null;
        var made = Boolean.TRUE.equals(transactions.execute(transaction -> {
            var now = clock.now();
            payments.insert(id, gateway, wish, now);
            if (keyed != null && !idempotency.claim(gateway, keyed, bodyHash, id, now)) {
                transaction.setRollbackOnly();
                return false;
            }
            return true;
        }));
        if (keyed != null && !made) {
            var known = idempotency.known(gateway, keyed).orElseThrow();
            return known.bodyHash().equals(bodyHash)
                    ? new Creation.Repeated(get(known.payment()))
                    : new Creation.KeyUsedOtherwise();
        }
        if (wish.mode() == Mode.AGREEMENT) {
            takeFromAgreement(id);
        }
        return new Creation.Made(get(id));
    }

    private void takeFromAgreement(String id) {
        var payment = get(id);
        var card = agreements.card(payment.agreement());
        var never = card.filter(Agreements::declinesLater).isPresent();
        var declines = never || faults.strikes(Fault.AGREEMENT_DECLINES, "create");
        decide(payment, declines ? Life.DECLINED : Life.SUCCESS, declines ? Attempt.REFUSED : Attempt.USUAL);
        if (declines) {
            payments.mayRetry(id, !never);
        }
    }

    Optional<SimulatedPayment> find(String id) {
        return payments.find(id);
    }

    private SimulatedPayment get(String id) {
        return payments.find(id).orElseThrow();
    }

    /// The payer opened the page.
    void open(SimulatedPayment payment) {
        if (payment.state() == Life.CREATED) {
            transactions.executeWithoutResult(
                    _ -> payments.move(payment.id(), Life.CREATED, Life.STARTED, clock.now()));
        }
    }

    /// Brings a payment to an outcome, through every state on the way; false when it cannot get there from where it
    /// is, or when somebody was quicker.
    boolean decide(SimulatedPayment payment, Life outcome, Attempt attempt) {
        var steps = payment.state().stepsTo(outcome, payment.delayedCapture());
        var decided = !steps.isEmpty()
                && Boolean.TRUE.equals(transactions.execute(transaction -> {
                    var now = clock.now();
                    var from = payment.state();
                    for (var to : steps) {
                        if (!payments.move(payment.id(), from, to, now)) {
                            transaction.setRollbackOnly();
                            return false;
                        }
                        from = to;
                    }
                    settle(payment, outcome, attempt, now);
                    return true;
                }));
        if (decided) {
            catchUp();
            sending.soon();
        }
        return decided;
    }

    /// What follows from an outcome: the card is known, the capture begins, the subscriber is told.
    private void settle(SimulatedPayment before, Life outcome, Attempt attempt, Instant now) {
        var gateway = gateways.get(before.gateway());
        var cardWasSent = before.state().awaitsPayer()
                && switch (outcome) {
                    case SUBMITTED, CAPTURABLE, SUCCESS, DECLINED, ERROR -> before.state() != Life.SUBMITTED;
                    case CREATED, STARTED, EXPIRED, CANCELLED_BY_USER, CANCELLED -> false;
                };
        if (cardWasSent) {
            var card = Cards.shown(before.card(), attempt.cardNumber(), attempt.holder(), attempt.expiry());
            var surcharge = outcome == Life.DECLINED || outcome == Life.ERROR ? 0 : attempt.surcharge();
            var fee = gateway.profile().settles() ? gateway.profile().fee(before.amount() + surcharge) : null;
            payments.authorised(before.id(), card, surcharge, fee, Ids.next());
        }
        if (outcome == Life.SUCCESS) {
            var fails = faults.strikes(Fault.CAPTURE_FAILS, "capture");
            var due = now.plus(fails ? CAPTURE_GIVEN_UP : untilCaptured(gateway));
            payments.submitCapture(before.id(), now, due, fails);
            agreements.activate(before.setUpAgreement(), get(before.id()).card());
        }
        Event.of(outcome).ifPresent(event -> callbacks.tell(event, get(before.id()), gateway, now));
    }

    private Duration untilCaptured(Gateway gateway) {
        return faults.strikes(Fault.CAPTURE_WAITS, "capture")
                ? CAPTURE_WAITS
                : gateway.profile().untilCaptured();
    }

    /// Lets time do what it would have done by now: expire, capture, give up.
    void catchUp() {
        if (!payments.anythingDue(clock.now())) {
            return;
        }
        transactions.executeWithoutResult(_ -> {
            clock.hold();
            var now = clock.now();
            payments.expire(now).forEach(id -> {
                payments.happened(id, Life.EXPIRED, now);
                tell(Event.CARD_PAYMENT_EXPIRED, id, now);
            });
            payments.giveUpCapture(now).forEach(id -> payments.happened(id, Life.ERROR, now));
            payments.capture(now).forEach(id -> tell(Event.CARD_PAYMENT_CAPTURED, id, now));
        });
        sending.soon();
    }

    private void tell(Event event, String id, Instant now) {
        var payment = get(id);
        callbacks.tell(event, payment, gateways.get(payment.gateway()), now);
    }
}
