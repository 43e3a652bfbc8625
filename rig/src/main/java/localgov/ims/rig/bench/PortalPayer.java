package localgov.ims.rig.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody who pays on the portal with a browser of their own: keeps cookies, sends the forms that are there, and
/// goes where they are sent step by step, so that each answer can be timed.
final class PortalPayer implements AutoCloseable {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final URI portal;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    PortalPayer(URI portal) {
        this.portal = portal;
    }

    /// An answer and how long it took to come, as the payer sees it.
    record Answer(int status, URI from, String body, String location, double milliseconds) {
        /// A page that can be read.
        Answer page() {
            if (status != 200) {
                throw new IllegalStateException("%s answered %d".formatted(from.getPath(), status));
            }
            return this;
        }

        /// Where it leads, which must be such a place.
        URI to(String place) {
            var there = status / 100 == 3 ? from.resolve(location) : from;
            if (status / 100 != 3 || !there.getPath().matches(place)) {
                throw new IllegalStateException(
                        "%s answered %d %s, and not a way to %s".formatted(from.getPath(), status, location, place));
            }
            return there;
        }
    }

    Answer get(String path) {
        return get(portal.resolve(path));
    }

    Answer get(URI address) {
        return send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").GET());
    }

    /// Sends the form of a page that goes to a path, with what it hides and what is filled in.
    Answer send(Answer page, String path, Map<String, String> filledIn) {
        var fields = new LinkedHashMap<String, String>();
        var begins = page.body().indexOf("action=\"" + path + "\"");
        if (begins < 0) {
            throw new IllegalStateException(
                    "No form on %s goes to %s".formatted(page.from().getPath(), path));
        }
        var form = page.body().substring(begins, page.body().indexOf("</form>", begins));
        HIDDEN.matcher(form).results().forEach(found -> fields.put(found.group(1), found.group(2)));
        fields.putAll(filledIn);
        var body = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(portal.resolve(path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var asked = request.build();
            long start = System.nanoTime();
            var reply = http.send(asked, HttpResponse.BodyHandlers.ofString());
            double took = (System.nanoTime() - start) / 1e6;
            return new Answer(
                    reply.statusCode(),
                    asked.uri(),
                    reply.body(),
                    reply.headers().firstValue("Location").orElse(""),
                    took);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
