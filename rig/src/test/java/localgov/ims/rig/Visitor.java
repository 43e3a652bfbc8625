package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody with a browser. Whatever page they come to is held to what every page must be: no barrier
/// that axe finds, one first heading, nothing wider than the screen, nothing that the browser complains
/// of.
final class Visitor {
    private static final int PATIENCE = 60_000;

    /// What widths that are no whole pixels may come to.
    private static final int ROUNDED = 1;

    private static final String TOO_WIDE = """
            () => {
              const wide = document.documentElement.clientWidth;
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const found = [...document.querySelectorAll('body *')]
                .filter((each) => each.getBoundingClientRect().right > wide)
                .map((each) => each.outerHTML.slice(0, 120));
              while (texts.nextNode()) {
                const range = document.createRange();
                range.selectNodeContents(texts.currentNode);
                if ([...range.getClientRects()].some((each) => each.right > wide)) {
                  found.push(texts.currentNode.textContent.trim().slice(0, 120));
                }
              }
              return found.slice(0, 8);
            }
            """;
    private static final int MOST_TRIES = 4;

    private final BrowserContext context;
    private final @Nullable BrowserContext mirror;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /// @param mirror a context that runs scripts, to examine the pages of one that runs none; nothing when this one
    /// does
    Visitor(BrowserContext context, @Nullable BrowserContext mirror) {
        this.context = context;
        this.mirror = mirror;
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    /// Opens a page of ours that has this heading.
    Visitor opens(String path, String heading) {
        page.navigate(path);
        return sees(heading);
    }

    /// Comes to the page with this heading, and examines it.
    Visitor sees(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(heading, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        examine();
        return this;
    }

    /// The same page came again with an error on it that leads to its field.
    Visitor isTold(String error) {
        var summary =
                page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(error));
        assertThat(summary).isVisible();
        assertThat(page.title()).matches("(Error|Gwall): .*");
        var field = page.locator(String.valueOf(summary.getAttribute("href")));
        assertThat(field).hasCount(1);
        examine();
        return this;
    }

    /// Signs in as one of the people of the demonstration.
    Visitor signsIn(String name) {
        return signsIn(name + "@demo.example", "demo-demo-demo");
    }

    Visitor signsIn(String email, String password) {
        page.navigate("/office/sign-in");
        fills("email", email).fills("password", password).sends("/office/sign-in");
        return this;
    }

    /// Fills in a field, whatever it is called in this language.
    Visitor fills(String name, String text) {
        page.locator("main [name='" + name + "']").first().fill(text);
        return this;
    }

    Visitor ticks(String name, String value) {
        page.locator("main [name='" + name + "'][value='" + value + "']").check();
        return this;
    }

    /// Picks one of a drop-down list.
    Visitor picks(String name, String value) {
        page.locator("main select[name='" + name + "']").selectOption(value);
        return this;
    }

    /// Sends the form that goes there, by its first button.
    Visitor sends(String action) {
        // Where one chooses a file, the first button opens the machine's folders.
        var button = page.locator("main form[action$='" + action + "'] button:not([type=button])")
                .first();
        page.waitForNavigation(button::click);
        return this;
    }

    /// Saves the form of this page.
    Visitor saves() {
        var button =
                page.locator("main form.ims-form .govuk-button-group button").last();
        page.waitForNavigation(button::click);
        return this;
    }

    Visitor signsOut() {
        var button = page.locator(".ims-person__out");
        page.waitForNavigation(button::click);
        return this;
    }

    /// Sends the form by the button of this value.
    Visitor decides(String value) {
        var button = page.locator("main button[value='" + value + "']");
        page.waitForNavigation(button::click);
        return this;
    }

    /// Where the page is, without the host.
    String path() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    /// The first link of the main part whose address is like this.
    String link(String like) {
        return String.valueOf(
                page.locator("main a[href*='" + like + "']").first().getAttribute("href"));
    }

    /// The address behind the first link of the main part that says this.
    String linkSaying(String text) {
        var links = page.locator("main a", new Page.LocatorOptions().setHasText(text));
        return String.valueOf(links.first().getAttribute("href"));
    }

    /// Opens a page of ours, whatever its heading, and examines it.
    Visitor looksAt(String path) {
        page.navigate(path);
        examine();
        return this;
    }

    /// The page came again with errors on it, each of which leads to its field.
    Visitor isToldOfErrors() {
        var links = page.locator(".govuk-error-summary a");
        assertThat(links.first()).isVisible();
        for (var link : links.all()) {
            assertThat(page.locator(String.valueOf(link.getAttribute("href")))).hasCount(1);
        }
        examine();
        return this;
    }

    Visitor reads(String text) {
        assertThat(page.getByText(text).first()).isVisible();
        return this;
    }

    Visitor types(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    Visitor chooses(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    Visitor presses(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    Visitor follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        return this;
    }

    /// Goes by the tabulator until something of this name has the focus, as somebody without a mouse does.
    Visitor tabsTo(String name) {
        for (int steps = 0; steps < 80; steps++) {
            page.keyboard().press("Tab");
            var here = String.valueOf(page.evaluate("""
                    () => {
                      const at = document.activeElement;
                      const labels = at && at.labels ? [...at.labels].map((label) => label.textContent).join(' ') : '';
                      return `${labels} ${at ? at.textContent : ''}`.replace(/\\s+/g, ' ').trim();
                    }
                    """));
            if (here.contains(name)) {
                assertThat(page.locator(":focus-visible")).hasCount(1);
                return this;
            }
        }
        throw new AssertionError("The keyboard does not reach “" + name + "” on " + page.url());
    }

    Visitor keys(String text) {
        page.keyboard().type(text);
        return this;
    }

    Visitor enter() {
        page.keyboard().press("Enter");
        return this;
    }

    /// What every page must be.
    void examine() {
        page.waitForLoadState();
        assertThat(page.locator("h1")).hasCount(1);
        if (mirror == null) {
            examine(page);
        } else {
            examineMirrored(mirror);
        }
        assertThat(complaints).as("the browser on %s", page.url()).isEmpty();
    }

    /// The examination is a script of its own. Where none runs, the same page is shown, without its
    /// scripts, to a browser that could run them.
    private void examineMirrored(BrowserContext context) {
        var html =
                page.content().replaceAll("(?s)<script.*?</script>", "").replaceAll("(?s)<noscript.*?</noscript>", "");
        try (var shown = context.newPage()) {
            shown.route(
                    page.url(),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody(html)));
            shown.navigate(page.url());
            examine(shown);
        }
    }

    private static void examine(Page page) {
        assertThat(barriers(page)).as("axe on %s", page.url()).isEmpty();
        var wide = page.evaluate("() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wide).intValue())
                .as("%s is wider than the screen: %s", page.url(), page.evaluate(TOO_WIDE))
                .isLessThanOrEqualTo(ROUNDED);
    }

    /// A page that looks again by itself may do so in the middle of this; then the new one is examined.
    /// The link back stands before the main part and outside of every landmark, as GOV.UK has it, so
    /// that skipping to the main part skips it.
    private static List<String> barriers(Page page) {
        for (int tries = 1; ; tries++) {
            try {
                return new AxeBuilder(page)
                        .setLegacyMode(true).options(violationsAlone()).analyze().getViolations().stream()
                                .map(found -> found.getId() + ": " + found.getHelp() + " "
                                        + found.getNodes().stream()
                                                .map(CheckedNode::getHtml)
                                                .toList())
                                .toList();
            } catch (RuntimeException wentOn) {
                if (tries == MOST_TRIES || !String.valueOf(wentOn.getMessage()).contains("navigat")) {
                    throw wentOn;
                }
                page.waitForLoadState();
            }
        }
    }

    /// What was found right is not gathered: putting it together takes a third of the time.
    private static AxeRunOptions violationsAlone() {
        var left = new AxeRuleOptions();
        left.setEnabled(false);
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        options.setRules(Map.of("region", left));
        return options;
    }

    void leave() {
        context.close();
        if (mirror != null) {
            mirror.close();
        }
    }
}
