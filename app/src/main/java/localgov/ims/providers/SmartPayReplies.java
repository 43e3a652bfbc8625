package localgov.ims.providers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// Compares a signed reply with the form it says it belongs to, and keeps it once.
final class SmartPayReplies {
    /// A reply comes with the payer or within the provider's own few tries; an older one is somebody's copy.
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final String STERLING = "GBP";

    private final FormStore forms;
    private final InstantSource clock;

    SmartPayReplies(FormStore forms, InstantSource clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /// @param account the account with whose secret it is signed
    ProviderNews hear(String account, Map<String, String> fields) {
        return SmartPayReply.read(fields)
                .map(reply -> compared(account, reply))
                .orElseGet(ProviderNews.Unreadable::new);
    }

    private ProviderNews compared(String account, SmartPayReply reply) {
        var now = clock.instant();
        var form = forms.find(account, reply.transaction());
        if (form.isEmpty()) {
            return new ProviderNews.Differs(account, "a form that was never made");
        }
        var asked = form.get();
        if (!asked.reference().equals(reply.reference())) {
            return new ProviderNews.Differs(account, "another reference than was asked for");
        }
        if (!asked.pence().equals(reply.amount()) || !STERLING.equals(reply.currency())) {
            return new ProviderNews.Differs(
                    account,
                    "%s %s for %s, where %s was asked for"
                            .formatted(
                                    reply.amount().inPounds().toPlainString(),
                                    inLetters(reply.currency()),
                                    asked.reference(),
                                    asked.pence()));
        }
        if (isStale(reply.signedAt(), now)) {
            return new ProviderNews.Differs(account, "a reply signed at another time, for " + asked.reference());
        }
        forms.heard(asked.transaction(), reply, now);
        return new ProviderNews.About(
                account, reply.message(), asked.transaction().toString());
    }

    private static boolean isStale(Instant signed, Instant now) {
        return signed.isBefore(now.minus(FRESH)) || signed.isAfter(now.plus(CLOCKS_DIFFER));
    }

    private static String inLetters(String currency) {
        return currency.matches("[A-Z]{3}") ? currency : "of no currency";
    }
}
