package localgov.ims.payments;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import localgov.ims.councils.CouncilCache;
import localgov.ims.kernel.PlainAddress;
import localgov.ims.payments.Created.Problem;
import localgov.ims.platform.ImsSettings;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// To which addresses of other sites payers may be sent back: those on the council's list and what lies
/// below them. The list is asked when a payment is made, and again when its payer goes.
@Component
class ReturnAddresses {
    /// Under this name the payer takes the payment's reference along, and nothing else.
    static final String PARAMETER = "payment";

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final String PROGRAM = "api:";

    private final CouncilCache<List<Listed>> listed;
    private final boolean demo;

    ReturnAddresses(Settings settings, ImsSettings operator, InstantSource clock) {
        this.listed = new CouncilCache<>(clock, MOMENT, () -> read(settings));
        this.demo = operator.demo();
    }

    /// @param program the name of the key it is for; empty for every key
    private record Listed(PlainAddress address, String program) {
        boolean isFor(String who) {
            return program.isEmpty() || who.equals(PROGRAM + program);
        }
    }

    private static List<Listed> read(Settings settings) {
        return settings.list(PaymentsData.RETURN_ADDRESSES).stream()
                .filter(entry -> !entry.isRetired())
                .flatMap(entry -> listed(entry).stream())
                .toList();
    }

    private static Optional<Listed> listed(Entry entry) {
        return PlainAddress.read(entry.value(PaymentsData.ADDRESS))
                .map(address -> new Listed(address, entry.value(PaymentsData.API_KEY)));
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(PaymentsData.RETURN_ADDRESSES.table())) {
            listed.forget();
        }
    }

    /// What is wrong with an address to return to, for whoever asks for the payment.
    ///
    /// @param who `api:<key name>`
    Optional<Problem> problem(@Nullable String given, String who) {
        if (given == null) {
            return Optional.empty();
        }
        var address = plain(given);
        if (address.isEmpty()) {
            return refused(
                    "unsafe",
                    "The address to return to must be a plain one that begins with https://, without a user, a fragment"
                            + " or steps up");
        }
        if (address.get().has(PARAMETER)) {
            return refused("reserved", "The address to return to must not have a parameter called " + PARAMETER);
        }
        return isListed(address.get(), who)
                ? Optional.empty()
                : refused("not-allowed", "The council has not allowed payers to be sent to this address");
    }

    private Optional<PlainAddress> plain(String given) {
        return PlainAddress.read(given).filter(address -> demo || !address.isThisMachine());
    }

    private static Optional<Problem> refused(String code, String words) {
        return Optional.of(Problem.ofBasket("return_url", code, words));
    }

    private boolean isListed(PlainAddress address, String who) {
        return listed.get().stream()
                .filter(one -> one.isFor(who))
                .anyMatch(one -> one.address().covers(address));
    }

    /// Where the payer of this payment goes in the end, with its reference and nothing else; nowhere
    /// when they came from no other site, or the council has taken its address off the list since.
    Optional<URI> wayBack(Payment payment) {
        return payment.returnUrl()
                .flatMap(this::plain)
                .filter(address -> isListed(address, payment.askedBy()))
                .map(address -> address.with(PARAMETER, payment.reference().toString()))
                .map(address -> URI.create(address.toString()));
    }
}
