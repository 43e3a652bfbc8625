package localgov.ims.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.accounts.Accounts;
import localgov.ims.audit.Audit;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.Payments;
import org.springframework.stereotype.Component;

/// Keeps whoever tries out stolen cards from doing it here. What was paid never counts; of what was begun and not
/// paid, so many are free for a network, for a bill and for a basket. Beyond that nothing is taken for that bill or
/// of that basket for a while if most of it comes to nothing, and from that network only bills of accounts that the
/// council knows: a neighbour who
/// pays council tax is not held up. The first time that one of them is stopped is noted in the audit.
@Component
class CardTrials {
    /// So many payments of one network may come to nothing within the time.
    static final int FREE = 20;
    /// So many for one bill, from wherever, and so many of one basket.
    static final int FREE_FOR_ONE = 15;

    static final Duration TIME = Duration.ofHours(1);
    private static final String OF_THE_NETWORK = "portal.basket.tried";
    private static final String OF_ONE = "portal.basket.tried-one";

    private final Payments payments;
    private final Accounts accounts;
    private final Audit audit;
    private final Attempts attempts;

    private record Bill(String fund, String account) {}

    CardTrials(Payments payments, Accounts accounts, Audit audit, InstantSource clock) {
        this.payments = payments;
        this.accounts = accounts;
        this.audit = audit;
        this.attempts = new Attempts(clock, TIME);
    }

    /// Why nothing may be begun now, as a key of words; nothing when it may.
    Optional<String> stops(PayerBasket basket, HttpServletRequest request) {
        var bills = basket.lines().stream()
                .map(line -> new Bill(line.fund(), line.account()))
                .toList();
        return isMostlyUnpaid(basket(basket.id()))
                        && isOver(basket(basket.id()), FREE_FOR_ONE, "of one basket", "basket:" + basket.id())
                ? Optional.of(OF_ONE)
                : stops(bills, request);
    }

    boolean mayBegin(String fund, String account, HttpServletRequest request) {
        return stops(List.of(new Bill(fund, account)), request).isEmpty();
    }

    private Optional<String> stops(List<Bill> bills, HttpServletRequest request) {
        for (var bill : bills) {
            var subject = "account:%s/%s".formatted(bill.fund, bill.account);
            if (isMostlyUnpaid(one(bill)) && isOver(one(bill), FREE_FOR_ONE, "for one account", subject)) {
                return Optional.of(OF_ONE);
            }
        }
        return isReached(network(request), FREE)
                        && !bills.stream().allMatch(this::isKnown)
                        && isOver(network(request), FREE, "from one network", "network")
                ? Optional.of(OF_THE_NETWORK)
                : Optional.empty();
    }

    /// @param what what they have in common, and the subject of the note, both in English as the audit is
    private boolean isOver(String whose, int free, String what, String subject) {
        if (!isReached(whose, free)) {
            return false;
        }
        if (attempts.isNews(whose)) {
            audit.note(
                    "system",
                    "payment.trials-stopped",
                    subject,
                    "%d card payments %s were begun within %d minutes and not paid: no more are taken for a while"
                            .formatted(free, what, TIME.toMinutes()));
        }
        return true;
    }

    /// A payer of this network goes on to pay.
    void begun(PaymentId payment, HttpServletRequest request) {
        if (!isThisMachine(request.getRemoteAddr())) {
            attempts.add(network(request), payment);
        }
        payments.find(payment)
                .ifPresent(found -> found.lines()
                        .forEach(line -> attempts.add(one(new Bill(line.fund(), line.account())), payment)));
    }

    /// The same, with what is in a basket.
    void begun(PaymentId payment, PayerBasket basket, HttpServletRequest request) {
        attempts.add(basket(basket.id()), payment);
        begun(payment, request);
    }

    private boolean isReached(String whose, int free) {
        var recent = attempts.recent(whose);
        return recent.size() >= free && payments.unpaid(recent) >= free;
    }

    /// A reference that very many pay, such as that of an appeal, has many who change their minds as well.
    private boolean isMostlyUnpaid(String whose) {
        var recent = attempts.recent(whose);
        return recent.size() >= FREE_FOR_ONE && payments.unpaid(recent) * 3 > recent.size() * 2L;
    }

    private boolean isKnown(Bill bill) {
        return accounts.find(bill.fund, bill.account).isPresent();
    }

    /// A proxy on this machine that does not say whose requests it passes on must not hold up everybody.
    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private static String network(HttpServletRequest request) {
        return "%s network %s".formatted(CurrentCouncil.id(), Lookups.network(request.getRemoteAddr()));
    }

    private static String one(Bill bill) {
        return "%s bill %s %s".formatted(CurrentCouncil.id(), bill.fund, bill.account);
    }

    private static String basket(UUID basket) {
        return "%s basket %s".formatted(CurrentCouncil.id(), basket);
    }
}
