package localgov.ims.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/// A payer's browser without script: follows redirects, keeps cookies, fills in the forms that are there.
public final class Payer {
    private final String base;
    private final Connection session;
    private Connection.Response last;
    private Document page = new Document("");

    public Payer(int port) {
        base = "http://localhost:" + port;
        session = Jsoup.newSession().ignoreHttpErrors(true).timeout(60_000).header("Accept", "text/html");
    }

    public Document page() {
        return page;
    }

    public int status() {
        return last.statusCode();
    }

    public String path() {
        return last.url().getPath();
    }

    public Payer get(String path) {
        return go(session.newRequest(base + path));
    }

    /// Where this address leads, without going there.
    String redirectOf(String path) {
        try {
            return String.valueOf(session.newRequest(base + path)
                    .followRedirects(false)
                    .execute()
                    .header("Location"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What an instance knows of its visitors in memory is gone, as after a restart.
    void meetAnotherInstance() {
        session.cookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .toList()
                .forEach(cookie -> session.cookieStore().remove(java.net.URI.create(base), cookie));
    }

    /// The browser has lost its cookies of this name.
    void forget(String name) {
        var store = session.cookieStore();
        store.getURIs()
                .forEach(place -> store.get(place).stream()
                        .filter(cookie -> cookie.getName().equals(name))
                        .forEach(cookie -> store.remove(place, cookie)));
        store.getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .forEach(cookie -> store.remove(java.net.URI.create(base + cookie.getPath()), cookie));
    }

    String cookie(String name) {
        return session.cookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /// Chooses one of a list and goes on.
    public Payer choose(String name, String value) {
        var form =
                (FormElement) page.select("form:has([name=%s])".formatted(name)).first();
        return send(form, Map.of(name, value));
    }

    /// Fills in the one form of the page that has fields to fill in.
    public Payer submit(Map<String, String> values) {
        var form = (FormElement)
                page.select("main form:has(input:not([type=hidden]))").last();
        return send(form, values);
    }

    /// Sends the form of the page that goes there, or one like it with the page's token.
    public Payer submitTo(String action, Map<String, String> values) {
        var form =
                (FormElement) page.select("form[action=%s]".formatted(action)).first();
        if (form == null) {
            throw new AssertionError("No form goes to " + action + " on " + page.title());
        }
        return send(form, values);
    }

    public Payer press(String button) {
        Element pressed = page.select("button").stream()
                .filter(found -> found.text().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + button + " on " + page.text()));
        return send((FormElement) pressed.closest("form"), Map.of());
    }

    private Payer send(FormElement form, Map<String, String> values) {
        var all = new HashMap<String, String>();
        form.formData().forEach(field -> all.put(field.key(), field.value()));
        all.putAll(values);
        var method = form.attr("method").equalsIgnoreCase("post") ? Connection.Method.POST : Connection.Method.GET;
        var action = form.absUrl("action");
        return go(session.newRequest(action.isEmpty() ? last.url().toString() : action)
                .method(method)
                .data(all));
    }

    private Payer go(Connection request) {
        try {
            last = request.execute();
            page = last.parse();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
