package localgov.ims.people;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import localgov.ims.platform.ImsSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/// The three doors: programs with a key at `/api`, colleagues with a session at `/office`, everybody at
/// the portal. What is behind none of them does not exist.
@Configuration(proxyBeanMethods = false)
class Doors {
    static final String SIGN_IN = "/office/sign-in";
    static final String SIGN_OUT = "/office/sign-out";

    /// What somebody needs who cannot sign in yet: the question for the password and for the code, a forgotten
    /// password, an invitation.
    private static final String[] BEFORE_SIGNING_IN = {
        SIGN_IN, SIGN_IN + "/*", SIGN_IN + "/with/*", "/office/forgotten", "/office/forgotten/*", "/office/join/*"
    };

    /// What everybody may ask for without saying who they are.
    private static final String[] PORTAL = {
        "/",
        "/pay",
        "/pay/**",
        "/basket",
        "/basket/**",
        "/payments/**",
        "/receipt/**",
        "/track",
        "/verify/*",
        "/agreements/**",
        "/assets/**",
        "/webjars/**",
        "/favicon.ico"
    };
    private static final String PROVIDERS = "/providers/**";
    private static final String SANDBOX = "/sandbox/**";

    /// Payers come from other sites with a form; it is looked at and changes nothing.
    private static final String HANDED_OVER = "/pay/handover/Payment/Create";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /// Nobody signs in by Spring's own user service: its presence keeps a generated user from being made.
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("People sign in by their own door");
        };
    }

    /// A span and a timer for each filter of each request would cost more than the filters do.
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiKeys keys) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .servletApi(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new ApiKeyFilter(keys), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> rules(requests)
                        .requestMatchers(HttpMethod.GET, "/api/v1/openapi.json")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (_, response, _) -> ProblemReply.notKnown(response))
                        .accessDeniedHandler((_, response, _) -> ProblemReply.notPermitted(response)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain office(HttpSecurity http, Sessions sessions, PersonStore people) throws Exception {
        return http.securityMatcher("/office", "/office/**")
                .addFilterBefore(new StillThemselves(sessions, people), AuthorizationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(wanted -> wanted.requestCache(pageWanted()))
                .authorizeHttpRequests(requests -> rules(requests)
                        .requestMatchers(BEFORE_SIGNING_IN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN)))
                .logout(out -> out.logoutUrl(SIGN_OUT)
                        .addLogoutHandler((request, response, _) -> sessions.end(request, response))
                        .logoutSuccessUrl(SIGN_IN + "?signed-out")
                        .permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain portal(HttpSecurity http, ImsSettings settings, Sessions sessions, PersonStore people)
            throws Exception {
        return http.addFilterBefore(new StillThemselves(sessions, people), AuthorizationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .ignoringRequestMatchers(
                                settings.demo()
                                        ? new String[] {PROVIDERS, HANDED_OVER, SANDBOX}
                                        : new String[] {PROVIDERS, HANDED_OVER}))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> {
                    rules(requests)
                            .requestMatchers(PORTAL)
                            .permitAll()
                            .requestMatchers(PROVIDERS)
                            .permitAll();
                    if (settings.demo()) {
                        requests.requestMatchers("/sandbox", SANDBOX).permitAll();
                    }
                    requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*")
                            .permitAll()
                            .anyRequest()
                            .denyAll();
                })
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (_, response, _) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }

    /// The page of the office that somebody asked for before they signed in waits in their browser.
    static RequestCache pageWanted() {
        var wanted = new CookieRequestCache();
        wanted.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod()));
        return wanted;
    }

    /// A form carries a token that their browser keeps and we do not, so that it may be sent to another
    /// instance than the one that drew it, and after a restart.
    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /// A page that was asked for and permitted may be drawn by an error page or a forward of our own.
    private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        return requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
    }
}
