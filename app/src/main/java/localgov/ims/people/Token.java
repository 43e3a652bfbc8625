package localgov.ims.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.kernel.Digest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// 256 random bits that open something to whoever carries them. Kept by us as a hash alone.
public record Token(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static Token fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// The token in this cookie of a request.
    public static Optional<Token> in(HttpServletRequest request, String cookie) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(one -> one.getName().equals(named(cookie, request)))
                        .findFirst()
                        .map(Cookie::getValue)
                        .map(Token::new);
    }

    /// Lets the browser keep it until it is closed.
    public void into(HttpServletResponse response, String cookie, HttpServletRequest request) {
        set(response, named(cookie, request), value, Duration.ofSeconds(-1), request.isSecure());
    }

    public static void remove(HttpServletResponse response, String cookie, HttpServletRequest request) {
        set(response, named(cookie, request), "", Duration.ZERO, request.isSecure());
    }

    public byte[] hash() {
        return Digest.of(value);
    }

    /// Over TLS a browser takes a cookie with this beginning only from this very host, for all of it.
    static String named(String cookie, HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + cookie : cookie;
    }

    private static void set(HttpServletResponse response, String name, String value, Duration age, boolean secure) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /// Stays out of logs.
    @Override
    public String toString() {
        return "•••";
    }
}
