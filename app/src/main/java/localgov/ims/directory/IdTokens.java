package localgov.ims.directory;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import localgov.ims.people.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/// Proves the tokens by which directories say who somebody is, and reads them. One that is not signed, or by another
/// key, for somebody else, of another issuer or another time is not believed.
@Component
class IdTokens implements JwtDecoderFactory<ClientRegistration> {
    private static final List<SignatureAlgorithm> SIGNED =
            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    /// Keys of one directory are worth nothing for another, also when both say the same about where they are.
    private record Of(String keys, String issuer, String client) {}

    private final RestTemplate http;
    private final InstantSource clock;
    private final Map<Of, JwtDecoder> decoders = new ConcurrentHashMap<>();

    IdTokens(Reaching reaching, InstantSource clock) {
        this.http = new RestTemplate(reaching.requests());
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration client) {
        var keys = Objects.requireNonNull(client.getProviderDetails().getJwkSetUri());
        var issuer = Objects.requireNonNull(client.getProviderDetails().getIssuerUri());
        return decoders.computeIfAbsent(new Of(keys, issuer, client.getClientId()), _ -> decoder(keys, client));
    }

    private JwtDecoder decoder(String keys, ClientRegistration client) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithms(all -> all.addAll(SIGNED))
                .restOperations(http)
                .build();
        var now = clock.withZone(ZoneOffset.UTC);
        var meant = new OidcIdTokenValidator(client);
        meant.setClock(now);
        var inTime = new JwtTimestampValidator();
        inTime.setClock(now);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(inTime, meant));
        return decoder;
    }

    /// Whom a token is about, as far as the council believes this directory.
    Said.Known read(OidcUser user, Provider provider) {
        var said = user.getClaims();
        var address = said.get(provider.addressClaim()) instanceof String text
                ? text.strip().toLowerCase(Locale.ROOT)
                : "";
        var counts = provider.counts(address) && (provider.vouches() || isVerified(said, provider));
        var groups = groups(said.get(provider.groupsClaim()));
        Instant authenticated = user.getIdToken().getAuthenticatedAt();
        return new Said.Known(
                new Identity(
                        provider.issuer(), Objects.requireNonNull(user.getSubject()), counts ? address : "", groups),
                authenticated,
                groups.isEmpty() && isUntold(said, provider.groupsClaim()));
    }

    /// What a directory says about an address it says about the claim of that name alone; Entra has a word of its own.
    private static boolean isVerified(Map<String, Object> said, Provider provider) {
        return provider.addressClaim().equals(StandardClaimNames.EMAIL)
                && (isYes(said.get(StandardClaimNames.EMAIL_VERIFIED)) || isYes(said.get("xms_edov")));
    }

    private static boolean isYes(@Nullable Object claim) {
        return claim != null && Set.of("true", "1").contains(claim.toString());
    }

    private static Set<String> groups(@Nullable Object claim) {
        return switch (claim) {
            case Collection<?> many ->
                many.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.toUnmodifiableSet());
            case String one when !one.isBlank() -> Set.of(one);
            case null, default -> Set.of();
        };
    }

    /// Entra leaves groups out when there are too many, and says where they could be asked for.
    private static boolean isUntold(Map<String, Object> said, String groupsClaim) {
        return isYes(said.get("hasgroups"))
                || said.get("_claim_names") instanceof Map<?, ?> elsewhere && elsewhere.containsKey(groupsClaim);
    }
}
