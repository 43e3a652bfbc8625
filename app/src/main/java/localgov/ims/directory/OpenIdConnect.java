package localgov.ims.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import localgov.ims.councils.OfficeAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Asks a directory who somebody is: the authorisation code flow with PKCE, state and nonce, as Spring Security does
/// it, for a client that is read from the council's settings each time.
@Component
class OpenIdConnect {
    static final String BACK = "/office/sign-in/back";
    private static final Set<String> SCOPES = Set.of(OidcScopes.OPENID, OidcScopes.EMAIL, OidcScopes.PROFILE);

    private final Discovery discovery;
    private final IdTokens tokens;
    private final Reaching reaching;
    private final OfficeAddress office;
    private final OidcAuthorizationCodeAuthenticationProvider proving;
    private final InstantSource clock;

    OpenIdConnect(
            Discovery discovery,
            IdTokens tokens,
            TokenExchange exchange,
            Reaching reaching,
            OfficeAddress office,
            InstantSource clock) {
        this.discovery = discovery;
        this.tokens = tokens;
        this.reaching = reaching;
        this.office = office;
        this.clock = clock;
        this.proving = new OidcAuthorizationCodeAuthenticationProvider(
                exchange.client(), request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        proving.setJwtDecoderFactory(tokens);
    }

    /// What became of setting out.
    sealed interface SetOut {
        /// @param address where the browser goes
        record To(String address, Way.Asked asked) implements SetOut {}

        record Down(String why) implements SetOut {}
    }

    /// @param anew whether they show who they are again although the directory knows them
    SetOut setOut(Provider provider, boolean anew, HttpServletRequest request) {
        try {
            var here = office.at(BACK);
            var client = reaching.inTime(() -> client(provider, here));
            var asking = new DefaultOAuth2AuthorizationRequestResolver(code -> client);
            asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                    .andThen(builder -> {
                        if (anew) {
                            builder.additionalParameters(more -> {
                                more.put("prompt", "login");
                                more.put("max_age", "0");
                            });
                        }
                    }));
            var asked = Objects.requireNonNull(asking.resolve(request, provider.code()));
            return new SetOut.To(
                    asked.getAuthorizationRequestUri(),
                    new Way.Asked(
                            Objects.requireNonNull(asked.getState()),
                            attribute(asked, OidcParameterNames.NONCE),
                            attribute(asked, PkceParameterNames.CODE_VERIFIER)));
        } catch (ExecutionException | TimeoutException e) {
            return new SetOut.Down(Failures.down(e));
        }
    }

    private static String attribute(OAuth2AuthorizationRequest asked, String name) {
        return Objects.requireNonNull(asked.<String>getAttribute(name), name);
    }

    /// Reads what came back, exchanges the code and proves the token.
    Said comeBack(Provider provider, Way.Asked asked, Map<String, @Nullable String> reply) {
        if (!asked.state().equals(reply.get("state"))) {
            return new Said.NotBelieved("state");
        }
        var issuer = reply.get("iss");
        if (issuer != null && !issuer.equals(provider.issuer())) {
            return new Said.NotBelieved("issuer");
        }
        var error = reply.get("error");
        var code = reply.get("code");
        if (error != null || code == null) {
            return Failures.told(error == null ? "no_code" : error);
        }
        try {
            var here = office.at(BACK);
            var user = reaching.inTime(() -> proved(provider, here, asked, code));
            return tokens.read(user, provider);
        } catch (TimeoutException e) {
            discovery.forget(provider);
            return new Said.Down(Failures.down(e));
        } catch (ExecutionException e) {
            var said = Failures.read(e);
            if (said instanceof Said.Down) {
                discovery.forget(provider);
            }
            return said;
        }
    }

    /// In a thread of its own, which belongs to no council.
    private OidcUser proved(Provider provider, String here, Way.Asked asked, String code)
            throws OAuth2AuthenticationException {
        var client = client(provider, here);
        var request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
                .clientId(client.getClientId())
                .redirectUri(here)
                .scopes(client.getScopes())
                .state(asked.state())
                .attributes(all -> {
                    all.put(OidcParameterNames.NONCE, asked.nonce());
                    all.put(PkceParameterNames.CODE_VERIFIER, asked.verifier());
                })
                .build();
        var response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(here)
                .state(asked.state())
                .build();
        var login = new OAuth2LoginAuthenticationToken(client, new OAuth2AuthorizationExchange(request, response));
        var proved = Objects.requireNonNull(proving.authenticate(login));
        return (OidcUser) Objects.requireNonNull(proved.getPrincipal());
    }

    private ClientRegistration client(Provider provider, String here) {
        return discovery
                .of(provider, clock.instant())
                .registrationId(provider.code())
                .clientId(provider.clientId())
                .clientSecret(provider.secret())
                .redirectUri(here)
                .scope(SCOPES)
                .build();
    }
}
