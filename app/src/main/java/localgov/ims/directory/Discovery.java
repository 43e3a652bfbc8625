package localgov.ims.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/// What directories say about themselves, kept for ten minutes.
@Component
class Discovery {
    private static final String WHERE = "/.well-known/openid-configuration";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private record Kept(Map<String, Object> document, Instant until) {}

    private final RestClient http;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Discovery(Reaching reaching) {
        this.http = RestClient.builder().requestFactory(reaching.requests()).build();
    }

    /// A client of this directory, without what the council knows about it.
    ClientRegistration.Builder of(Provider provider, Instant now) {
        var found = Optional.ofNullable(kept.get(provider.issuer()))
                .filter(known -> known.until().isAfter(now))
                .map(Kept::document)
                .orElseGet(() -> read(provider, now));
        var builder = ClientRegistrations.fromOidcConfiguration(found);
        return provider.secret().isBlank()
                ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                : builder;
    }

    void forget(Provider provider) {
        kept.remove(provider.issuer());
    }

    private Map<String, Object> read(Provider provider, Instant now) {
        var issuer = provider.issuer();
        var address = URI.create(issuer.replaceAll("/$", "") + WHERE);
        var document = http.get().uri(address).retrieve().body(DOCUMENT);
        if (document == null || !issuer.equals(document.get("issuer"))) {
            throw new IllegalStateException("The directory calls itself otherwise");
        }
        if (issuer.startsWith("https:")) {
            for (var endpoint : new String[] {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
                if (!String.valueOf(document.get(endpoint)).startsWith("https:")) {
                    throw new IllegalStateException("The directory has an address without TLS: " + endpoint);
                }
            }
        }
        kept.put(issuer, new Kept(document, now.plus(KEPT)));
        return document;
    }
}
