package localgov.ims.platform.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Which language a request is answered in: `?lang=cy` chooses and is remembered in a cookie, then the cookie,
/// else English. Never by where somebody is or by what their browser was shipped with.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class RequestLanguage extends OncePerRequestFilter {
    static final String COOKIE = "lang";
    private static final String WORDS = RequestLanguage.class.getName() + ".words";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final WordBook book;

    RequestLanguage(WordBook book) {
        this.book = book;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var chosen = chosen(request);
        chosen.ifPresent(language -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(language, request.isSecure())));
        var language = chosen.or(() -> remembered(request)).orElse(Language.ENGLISH);
        request.setAttribute(WORDS, book.in(language));
        chain.doFilter(request, response);
    }

    /// The words this request is answered in.
    static Words words(HttpServletRequest request) {
        return request.getAttribute(WORDS) instanceof Words words ? words : new WordBook().in(Language.ENGLISH);
    }

    /// Read from the address only: a form may have a field of that name.
    private static Optional<Language> chosen(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null
                ? Optional.empty()
                : Stream.of(query.split("&", -1))
                        .filter(part -> part.startsWith("lang="))
                        .findFirst()
                        .flatMap(part -> Language.of(part.substring("lang=".length())));
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .flatMap(cookie -> Language.of(cookie.getValue()));
    }

    private static String cookie(Language language, boolean secure) {
        return ResponseCookie.from(COOKIE, language.code())
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
