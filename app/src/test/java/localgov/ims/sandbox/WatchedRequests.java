package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import localgov.ims.sandbox.PublishedRequests.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands before the simulated GOV.UK Pay in every test and holds what our client asks against what is
/// published. A test during which it asked otherwise fails. What a test asks by itself, wrongly too,
/// carries a mark and is let by.
@Component
@DemoOnly
class WatchedRequests extends OncePerRequestFilter implements AfterEachCallback {
    /// By this a test's own question is known.
    static final String MARK = "X-Asked-By-A-Test";

    private static final Queue<String> WRONG = new ConcurrentLinkedQueue<>();
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    /// The calls that our client has made since the tests began, such as `POST /v1/payments`.
    static Set<String> seen() {
        return Set.copyOf(SEEN);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var wrong = new ArrayList<String>();
        for (var one = WRONG.poll(); one != null; one = WRONG.poll()) {
            wrong.add(one);
        }
        assertThat(wrong)
                .as("what our client asked of GOV.UK Pay, and is not as it is published")
                .isEmpty();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PayApi.ROOT + "/v1/") || request.getHeader(MARK) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readAllBytes();
        var path = request.getRequestURI().substring(PayApi.ROOT.length());
        SEEN.add(request.getMethod() + " " + path.replaceAll("/[a-zA-Z0-9_-]{20,}", "/…"));
        var asked = new Request(
                request.getMethod(),
                path,
                parameters(request.getQueryString()),
                request.getHeader("Idempotency-Key"),
                new String(body, StandardCharsets.UTF_8));
        PublishedDocument.ifHere()
                .map(document -> PublishedRequests.disagreements(document, asked))
                .ifPresent(WRONG::addAll);
        chain.doFilter(new Read(request, body), response);
    }

    private static Map<String, List<String>> parameters(@Nullable String query) {
        var found = new LinkedHashMap<String, List<String>>();
        for (var pair : query == null ? new String[0] : query.split("&")) {
            var parts = pair.split("=", 2);
            found.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                    .add(parts.length > 1 ? decoded(parts[1]) : "");
        }
        return found;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// The same request, whose body has been read.
    private static final class Read extends HttpServletRequestWrapper {
        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read() {
                    return bytes.read();
                }
            };
        }
    }
}
