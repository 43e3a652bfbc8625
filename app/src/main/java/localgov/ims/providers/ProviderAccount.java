package localgov.ims.providers;

import java.net.URI;
import java.util.Set;

/// The council's account with a provider.
///
/// @param code the council's own short name for it: small letters, digits and hyphens
/// @param baseUrl where the provider's API lives, without the trailing slash; https, or this machine
/// @param webhookSecret the whole signing secret, prefix included
public record ProviderAccount(String code, String name, Kind kind, URI baseUrl, Secret apiKey, Secret webhookSecret) {
    /// The providers we have an adapter for.
    public enum Kind {
        GOVUK_PAY
    }

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public ProviderAccount {
        if (!code.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("A provider account's code is small letters, digits and hyphens");
        }
        var encrypted = "https".equals(baseUrl.getScheme());
        if (!encrypted && !("http".equals(baseUrl.getScheme()) && THIS_MACHINE.contains(baseUrl.getHost()))) {
            throw new IllegalArgumentException("A provider is spoken to over https, or on this machine");
        }
    }
}
