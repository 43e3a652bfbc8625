package localgov.ims.providers;

import java.net.URI;
import java.util.Set;

/// The council's account with a provider.
///
/// @param code the council's own short name for it: small letters, digits and hyphens
/// @param baseUrl where the provider's API lives, without the trailing slash; https, or this machine
/// @param webhookSecret the whole signing secret, prefix included
/// @param also what the provider has switched on for this account besides what all its accounts can do
public record ProviderAccount(
        String code, String name, Kind kind, URI baseUrl, Secret apiKey, Secret webhookSecret, Set<Capability> also) {
    /// The providers we have an adapter for.
    public enum Kind {
        GOVUK_PAY("GOV.UK Pay", "https://publicapi.payments.service.gov.uk");

        private final String words;
        private final URI address;

        Kind(String words, String address) {
            this.words = words;
            this.address = URI.create(address);
        }

        /// A name, which is the same in every language.
        String words() {
            return words;
        }

        /// Where its API lives, for accounts that do not say otherwise.
        URI address() {
            return address;
        }
    }

    /// Whether its money is real.
    enum Mode {
        LIVE("Live: real money", "Byw: arian go iawn"),
        TEST("Test: pretended money", "Prawf: arian ffug");

        private static final String LIVE_KEY = "api_live_";

        private final String words;
        private final String welsh;

        Mode(String words, String welsh) {
            this.words = words;
            this.welsh = welsh;
        }

        String words() {
            return words;
        }

        String welsh() {
            return welsh;
        }

        /// What a key says of itself.
        static Mode of(Secret apiKey) {
            return apiKey.value().startsWith(LIVE_KEY) ? LIVE : TEST;
        }
    }

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public ProviderAccount {
        also = Set.copyOf(also);
        if (!code.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("A provider account's code is small letters, digits and hyphens");
        }
        var encrypted = "https".equals(baseUrl.getScheme());
        if (!encrypted && !("http".equals(baseUrl.getScheme()) && THIS_MACHINE.contains(baseUrl.getHost()))) {
            throw new IllegalArgumentException("A provider is spoken to over https, or on this machine");
        }
    }

    /// An account with nothing switched on besides.
    public ProviderAccount(String code, String name, Kind kind, URI baseUrl, Secret apiKey, Secret webhookSecret) {
        this(code, name, kind, baseUrl, apiKey, webhookSecret, Set.of());
    }

    /// The same account, with these switched on besides.
    public ProviderAccount with(Capability... switchedOn) {
        return new ProviderAccount(code, name, kind, baseUrl, apiKey, webhookSecret, Set.of(switchedOn));
    }

    /// The same account, spoken to with another of its keys.
    ProviderAccount with(Secret otherKey) {
        return new ProviderAccount(code, name, kind, baseUrl, otherKey, webhookSecret, also);
    }

    /// Whether money here is pretended.
    boolean pretends() {
        return Mode.of(apiKey) == Mode.TEST;
    }
}
