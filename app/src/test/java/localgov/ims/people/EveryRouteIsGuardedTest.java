package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import localgov.ims.WithCouncil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every screen of the office and every call of the API says who may ask for it; nothing else opens.
@WithCouncil
class EveryRouteIsGuardedTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    MockMvcTester mvc;

    static final List<String> BEFORE_SIGNING_IN = List.of(
            "/office/sign-in",
            "/office/sign-in/code",
            "/office/sign-in/with/{code}",
            "/office/sign-in/back",
            "/office/sign-in/passkey",
            "/office/sign-in/passkey-ask",
            "/office/forgotten",
            "/office/forgotten/{token}",
            "/office/join/{token}",
            "/api/v1/openapi.json",
            "/api/**");

    static boolean isInside(RequestMappingInfo route) {
        return route.getPatternValues().stream()
                .anyMatch(path -> path.equals("/office") || path.startsWith("/office/") || path.startsWith("/api/"));
    }

    List<RequestMappingInfo> inside() {
        return routes.getHandlerMethods().keySet().stream()
                .filter(EveryRouteIsGuardedTest::isInside)
                .toList();
    }

    @Test
    void everyRouteSaysWhatItNeeds() {
        assertThat(inside())
                .isNotEmpty()
                .allSatisfy(route -> assertThat(PermissionGate.isDeclared(
                                routes.getHandlerMethods().get(route)))
                        .as(() -> route + " says with @Needs who may ask for it")
                        .isTrue());
    }

    @Test
    void onlySigningInIsOpenToAllAndTheDescriptionOfTheApi() {
        assertThat(inside().stream()
                        .filter(route ->
                                PermissionGate.opens(routes.getHandlerMethods().get(route), java.util.Optional.empty()))
                        .flatMap(route -> route.getPatternValues().stream()))
                .isSubsetOf(BEFORE_SIGNING_IN)
                .contains("/office/sign-in");
    }

    @Test
    void noPageOfTheOfficeIsShownToNobody() {
        inside().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .filter(path -> path.startsWith("/office") && !BEFORE_SIGNING_IN.contains(path))
                .map(path -> path.replaceAll("\\{[^}]*}", "1"))
                .forEach(path -> assertThat(mvc.get().uri(path))
                        .as(path)
                        .hasStatus(302)
                        .hasHeader("Location", "/office/sign-in"));
    }

    /// Where a right is given, money is given back, a key is made or a way to sign in changes, one shows anew who one
    /// is.
    @Test
    void seriousStepsAskAgainWhoItIs() {
        assertThat(routes.getHandlerMethods().entrySet().stream()
                        .filter(route -> asksAgain(route.getValue()))
                        .flatMap(route -> route.getKey().getPatternValues().stream()
                                .flatMap(path -> route.getKey().getMethodsCondition().getMethods().stream()
                                        .map(method -> method + " " + path))))
                .containsExactlyInAnyOrder(
                        "POST /office/disputes/{id}",
                        "POST /office/refunds/found/{id}",
                        "POST /office/refunds/{reference}/by-bank",
                        "POST /office/advices/{id}/receipt",
                        "POST /office/arrivals/{code}/key",
                        "POST /office/webhooks/{code}/secret",
                        "GET /office/me/code",
                        "POST /office/me/code/begin",
                        "POST /office/me/code/recovery-codes",
                        "GET /office/me/passkeys",
                        "POST /office/me/passkeys/ask",
                        "POST /office/approvals/{id}",
                        "POST /office/counter/{id}/reverse",
                        "POST /office/people/keys/add",
                        "POST /office/receipts/{place}/returned",
                        "POST /office/refunds/of/{place}",
                        "POST /office/refunds/{reference}",
                        "POST /office/settings/receipt-keys/replace",
                        "POST /office/settings/receipt-keys/withdraw",
                        "POST /office/me/code",
                        "POST /office/me/code/remove",
                        "POST /office/me/passkeys",
                        "POST /office/me/passkeys/{id}/remove");
    }

    private static boolean asksAgain(HandlerMethod route) {
        return AnnotatedElementUtils.hasAnnotation(route.getMethod(), NeedsFreshSignIn.class)
                || AnnotatedElementUtils.hasAnnotation(route.getBeanType(), NeedsFreshSignIn.class);
    }

    @Test
    void aDoorThatSaysNothingOpensToNobody() throws Exception {
        class Forgetful {
            public void screen() {}
        }
        var method = new HandlerMethod(new Forgetful(), Forgetful.class.getMethod("screen"));
        var everything = new ApiKey(java.util.UUID.randomUUID(), "everything", java.util.Set.of(Permission.values()));
        assertThat(PermissionGate.opens(method, java.util.Optional.of(everything)))
                .isFalse();
    }
}
