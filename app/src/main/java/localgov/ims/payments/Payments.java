package localgov.ims.payments;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import localgov.ims.accounts.Payable;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The front door: a payer pays now.
@Component
public class Payments {
    /// What stops a payment that had been asked for before. What was begun for a fund that has been closed or
    /// retired since goes on: its money is the fund's.
    private static final Set<String> STOPS = Set.of(
            "fund-stopped", "stopped", BasketCheck.NOT_OFFERED, Created.APART, Created.TOO_LITTLE, Created.TOO_MUCH);

    private final PaymentStore store;
    private final BasketCheck check;
    private final Starting starting;
    private final Charging charging;
    private final Settling settling;
    private final Listening listening;
    private final ReturnAddresses returns;
    private final List<Homeward> homewards;
    private final InstantSource clock;

    Payments(
            PaymentStore store,
            BasketCheck check,
            Starting starting,
            Charging charging,
            Settling settling,
            Listening listening,
            ReturnAddresses returns,
            List<Homeward> homewards,
            InstantSource clock) {
        this.returns = returns;
        this.homewards = List.copyOf(homewards);
        this.store = store;
        this.check = check;
        this.starting = starting;
        this.charging = charging;
        this.settling = settling;
        this.listening = listening;
        this.clock = clock;
    }

    /// Makes a payment of a basket, or tells what is wrong with it. The same request again (by its key)
    /// is the same payment, also when two come at once: a constraint decides.
    public Created create(Basket basket, Asking asking) {
        var earlier = asking.key() == null ? Optional.<Created>empty() : earlier(asking, asking.key());
        return earlier.orElseGet(() -> {
            var judged = check.judge(basket, asking.who(), asking.channel());
            return judged.problems().isEmpty()
                    ? insert(basket, judged.lines(), asking)
                    : new Created.Refused(judged.problems());
        });
    }

    private Created insert(Basket basket, List<Payment.Line> lines, Asking asking) {
        var payment = payment(basket, lines, asking);
        if (store.insert(payment, asking)) {
            return new Created.New(payment);
        }
        var earlier = asking.key() == null ? Optional.<Created>empty() : earlier(asking, asking.key());
        // Without an earlier request it was the reference that somebody else has: draw another.
        return earlier.orElseGet(() -> insert(basket, lines, asking));
    }

    private Payment payment(Basket basket, List<Payment.Line> lines, Asking asking) {
        var now = clock.instant();
        return new Payment(Payment.Wanted.anew(basket, asking, now), Standing.created(now), lines);
    }

    private Optional<Created> earlier(Asking asking, String key) {
        return store.asked(asking.who(), key).map(earlier -> {
            var payment = store.get(earlier.id());
            return java.util.Objects.equals(earlier.content(), asking.content())
                    ? new Created.SeenBefore(payment)
                    : new Created.SeenDifferently(payment);
        });
    }

    /// Whether the payer could pay one thing by card now, before it is in a basket.
    ///
    /// @param channel the door, such as `portal`
    public Payable check(Basket.Line line, String channel) {
        return check.judge(line, channel);
    }

    /// Whether a card payment of these funds goes to an account for tests now: then no money would move.
    public boolean pretends(Collection<String> funds) {
        return check.pretends(funds);
    }

    /// Sends the payer to the provider's page, unless the council has stopped it since. Call it as often as the
    /// payer asks to pay: there is one payment, and one page on which it can be paid.
    public Going start(PaymentId id, Visit visit) {
        var payment = store.get(id);
        if (payment.state() == PaymentState.CREATED) {
            var stops = check.judge(payment.basket(), payment.askedBy(), payment.channel()).problems().stream()
                    .filter(problem -> STOPS.contains(problem.code()))
                    .toList();
            if (!stops.isEmpty()) {
                return new Going.Refused(payment, stops);
            }
        }
        return starting.start(payment, visit);
    }

    /// Takes a payment under a standing agreement, without its payer, or finds out what became of it. Money
    /// is taken once, however often it is called. One that is as it was made has not been asked for: its
    /// provider is too busy, or does not let us in.
    public Payment charge(PaymentId id) {
        return charging.charge(id);
    }

    /// Gives up a payment that no provider has been asked for. Nobody is asked, so that it may be done while something
    /// is locked; one that has been asked for goes on.
    public void withdraw(PaymentId id) {
        charging.withdraw(id);
    }

    public Optional<Payment> find(PublicReference reference) {
        return store.find(reference);
    }

    public Optional<Payment> find(PaymentId id) {
        return store.find(id);
    }

    /// How many of these have not been paid, or not for good.
    public long unpaid(Collection<PaymentId> payments) {
        return store.unpaid(payments);
    }

    /// Whether a payment of this amount for this account is in doubt: nobody knows yet whether it was paid.
    ///
    /// @param except one that does not count, or nothing
    public boolean isInDoubt(String fund, String account, Money amount, Instant since, @Nullable PaymentId except) {
        return store.isInDoubt(fund, account, amount, since, except);
    }

    /// Asks the provider what happened and does the one thing that follows. Return, webhook and poll
    /// all end here; any of them at any time, in any order, any number of times, leads to the same
    /// books.
    public Payment settle(PaymentId id) {
        return settling.settle(id);
    }

    /// The payer is back from the provider's page, or asks again how it stands.
    public Payment returned(Payment read) {
        return read.state() == PaymentState.PAID ? read : settling.settle(read);
    }

    /// Gives a payment up before another replaces it. Answers with how it stands then: it may turn out to be
    /// paid.
    public Payment cancel(PaymentId id) {
        return starting.cancel(id);
    }

    /// What a provider told us by webhook, signed. Only a hint to look, which is done soon and by somebody else.
    public Heard hear(byte[] body, @Nullable String signature) {
        return listening.hear(body, signature);
    }

    /// Where the payer goes in the end who came from another site: an address that the council allows,
    /// with the payment's reference and nothing that says how it stands. Whoever wants to know that
    /// asks.
    public Optional<URI> wayBack(Payment payment) {
        return homewards.stream()
                .map(homeward -> homeward.of(payment))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> returns.wayBack(payment));
    }

    /// The payer goes there now: whoever sent them has the payment's reference from then on.
    public void goesBack(Payment payment) {
        homewards.forEach(homeward -> homeward.goes(payment));
    }

    /// What is wrong with an address to return to, for whoever asks for the payment; nothing when they may use
    /// it.
    ///
    /// @param who `api:<key name>`
    public Optional<Created.Problem> problemWithReturn(String address, String who) {
        return returns.problem(address, who);
    }
}
