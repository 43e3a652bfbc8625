package localgov.ims.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fund;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps whoever tries out stolen cards from doing it here. From a network where many payments were begun and not
/// paid, only bills of accounts that the council knows are taken for a while: whoever tries out cards has none,
/// and a neighbour who pays council tax is not held up. What was paid never counts.
@Component
class CardTrials {
    /// So many payments of one network may come to nothing within the time.
    static final int FREE = 20;
    static final Duration TIME = Duration.ofHours(1);
    private static final int LOOKED_AT = 60;
    private static final int NETWORKS = 20_000;
    private static final Logger LOG = LoggerFactory.getLogger(CardTrials.class);

    private final Payments payments;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, List<Begun>> begun = new ConcurrentHashMap<>();

    private record Begun(PaymentId payment, Instant at) {}

    CardTrials(Payments payments, Catalogue catalogue, Accounts accounts, InstantSource clock) {
        this.payments = payments;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.clock = clock;
    }

    boolean mayBegin(PayerBasket basket, HttpServletRequest request) {
        return mayBegin(() -> basket.lines().stream().allMatch(line -> isKnown(line.fund(), line.account())), request);
    }

    boolean mayBegin(String fund, String account, HttpServletRequest request) {
        return mayBegin(() -> isKnown(fund, account), request);
    }

    private boolean mayBegin(BooleanSupplier allKnown, HttpServletRequest request) {
        var recent = recent(whose(request));
        if (recent.size() < FREE || unpaid(recent) < FREE || allKnown.getAsBoolean()) {
            return true;
        }
        LOG.warn("{} card payments of one network were begun within {} and not paid: no more are taken", FREE, TIME);
        return false;
    }

    /// A payer of this network goes on to pay.
    void begun(PaymentId payment, HttpServletRequest request) {
        if (isThisMachine(request.getRemoteAddr())) {
            return;
        }
        if (begun.size() >= NETWORKS) {
            begun.keySet().removeIf(whose -> recent(whose).isEmpty());
        }
        begun.compute(whose(request), (_, before) -> {
            var all = new ArrayList<>(lately(before == null ? List.of() : before));
            if (all.stream().noneMatch(one -> one.payment().equals(payment))) {
                all.add(new Begun(payment, clock.instant()));
            }
            return List.copyOf(all.subList(Math.max(0, all.size() - LOOKED_AT), all.size()));
        });
    }

    private List<Begun> recent(String whose) {
        return lately(begun.getOrDefault(whose, List.of()));
    }

    private List<Begun> lately(List<Begun> all) {
        var since = clock.instant().minus(TIME);
        return all.stream().filter(one -> one.at().isAfter(since)).toList();
    }

    private long unpaid(List<Begun> recent) {
        return recent.stream()
                .filter(one -> payments.find(one.payment())
                        .filter(payment -> payment.state() == PaymentState.PAID)
                        .isEmpty())
                .count();
    }

    private boolean isKnown(String fund, String account) {
        return catalogue.now().fund(fund).filter(Fund::accountMustExist).isPresent()
                && accounts.find(fund, account).isPresent();
    }

    /// A proxy on this machine that does not say whose requests it passes on must not hold up everybody.
    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private static String whose(HttpServletRequest request) {
        return CurrentCouncil.id() + " " + Lookups.network(request.getRemoteAddr());
    }
}
