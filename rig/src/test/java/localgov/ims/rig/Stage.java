package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Where journeys are played: one running system and one browser for all of them, and a visitor's own
/// cookies for each. A journey asks for it with `@ExtendWith(Stage.class)` and a parameter.
final class Stage implements ParameterResolver, AfterEachCallback {
    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<Visitor> visitors = new ArrayList<>();
    private @Nullable House house;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        house = context.getRoot().getStore(Namespace.create(Stage.class)).computeIfAbsent(House.class);
        return this;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        visitors.forEach(Visitor::leave);
        visitors.clear();
    }

    Api api() {
        return house().ims.api();
    }

    long credits(String account) {
        return api().get("/api/v1/balances")
                .json()
                .get("accounts")
                .valueStream()
                .filter(each -> each.get("account").asString().equals(account))
                .mapToLong(each -> each.get("credits").asLong())
                .sum();
    }

    void lawsHold() {
        var laws = api().get("/api/v1/laws").json();
        assertThat(laws.get("hold").asBoolean()).as(laws.toString()).isTrue();
    }

    /// Somebody at a desk.
    Visitor visitor() {
        return enters(new Visitor(context(1280, true), null));
    }

    Visitor visitorWithoutScript() {
        return enters(new Visitor(context(1280, false), context(1280, true)));
    }

    Visitor visitorOnAPhone() {
        return enters(new Visitor(context(360, true), null));
    }

    /// The narrowest screen that pages are made for, in Welsh.
    Visitor visitorInWelshOnANarrowPhone() {
        var context = context(320, true);
        context.addCookies(
                List.of(new Cookie("lang", "cy").setUrl(house().ims.address().toString())));
        return enters(new Visitor(context, null));
    }

    /// The owner's address of the database, for what only an outsider may do.
    String databaseUrl() {
        return house().ims.databaseUrl();
    }

    private Visitor enters(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }

    private BrowserContext context(int width, boolean script) {
        return house().browser
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setJavaScriptEnabled(script)
                        .setBaseURL(house().ims.address().toString())
                        .setLocale("en-GB"));
    }

    private House house() {
        if (house == null) {
            throw new IllegalStateException("A test asks for the stage as its parameter");
        }
        return house;
    }

    /// Stays open until the last test has run.
    static final class House implements AutoCloseable {
        private final Path folder = folder();
        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(QUIETLY));
        // Last: without a browser nothing is left running.
        private final RunningIms ims = RunningIms.start(folder, RunningIms.freePort(), RunningIms.BRIEFLY);

        private static Path folder() {
            try {
                return Files.createTempDirectory("journeys");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            playwright.close();
            ims.close();
            try (var all = Files.walk(folder)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
