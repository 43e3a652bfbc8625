package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address of the system, who may ask there, and that nobody else may.
@WithCouncil
class RoutesTest {
    static final Path REVIEWED = Path.of("..", "docs", "routes.tsv");

    @Autowired
    Routes routes;

    @Autowired
    Roles roles;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    /// A route that is not in the file, or is there otherwise, has not been looked at by anybody. The file is written
    /// anew, and the test says so once.
    @Test
    void everyRouteHasBeenReviewed() throws Exception {
        var now = table();
        var reviewed = Files.exists(REVIEWED) ? Files.readString(REVIEWED) : "";
        if (!now.equals(reviewed)) {
            Files.writeString(REVIEWED, now);
            fail("docs/routes.tsv was not what the system opens any more. It is written anew: look at each line that"
                    + " changed, and commit it.");
        }
    }

    private String table() {
        var known = CurrentCouncil.within(TestCouncil.ALDERMERE, roles::all).stream()
                .filter(Role::builtIn)
                .toList();
        return "method\tpath\twho may\troles\n"
                + routes.all().stream()
                        .map(route -> String.join("\t", route.method(), route.path(), who(route), roles(route, known)))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String who(Routes.Route route) {
        return route.open()
                .map(why -> "everybody: " + why)
                .orElseGet(() -> route.anyOf().isEmpty()
                        ? "nobody"
                        : route.anyOf().stream().map(Permission::name).sorted().collect(Collectors.joining(" or ")));
    }

    private static String roles(Routes.Route route, List<Role> known) {
        if (route.open().isPresent()) {
            return "";
        }
        return known.stream()
                .filter(role -> route.opensTo(role.permissions()))
                .map(Role::code)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void noAddressIsAnsweredInAWayThatIsNotLookedAt() {
        assertThat(routes.unread()).isSubsetOf("RouterFunctionMapping");
        assertThat(routes.all()).extracting(Routes.Route::path).contains("/", "/office", "/actuator/health");
    }

    @Test
    void whateverIsOpenToEverybodySaysWhy() {
        assertThat(routes.all())
                .filteredOn(route -> route.open().isPresent())
                .allSatisfy(route ->
                        assertThat(route.open().orElseThrow()).as(route.path()).hasSizeGreaterThan(5));
    }

    /// One caller for each route: somebody who may do everything but what it takes. Take any one `@Needs` away, or the
    /// gate itself, and this fails.
    @TestFactory
    Stream<DynamicTest> whoeverLacksThePermissionIsRefused() {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> !PermissionGate.needs(entry.getValue()).isEmpty())
                .flatMap(entry -> asked(entry.getKey()).map(asked -> {
                    var lacking = Somebody.allBut(
                            PermissionGate.needs(entry.getValue()).toArray(Permission[]::new));
                    return DynamicTest.dynamicTest(asked.toString(), () -> isRefused(asked, lacking));
                }));
    }

    private record Asked(HttpMethod method, String path, MediaType type, MediaType accepted) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static Stream<Asked> asked(RequestMappingInfo info) {
        var type = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.APPLICATION_FORM_URLENCODED);
        var accepted = info.getProducesCondition().getProducibleMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.ALL);
        var methods = info.getMethodsCondition().getMethods();
        var each = methods.isEmpty()
                ? Stream.of(HttpMethod.GET)
                : methods.stream().map(one -> HttpMethod.valueOf(one.name()));
        return each.flatMap(method -> info.getPatternValues().stream()
                .map(path -> new Asked(method, path.replaceAll("\\{[^}]*}", "1"), type, accepted)));
    }

    private void isRefused(Asked asked, Permission... lacking) {
        var who = asked.path().startsWith("/api/")
                ? Somebody.program(Limits.NONE, lacking)
                : Somebody.who(Limits.NONE, lacking);
        assertThat(mvc.method(asked.method())
                        .uri(asked.path())
                        .contentType(asked.type())
                        .accept(asked.accepted())
                        .with(who)
                        .with(csrf()))
                .hasStatus(403);
    }
}
