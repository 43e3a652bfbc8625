package localgov.ims.portal;

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

/// The key to a basket: 256 random bits in a cookie, of which the database keeps only the hash.
record BasketKey(String value) {
    static final String COOKIE = "basket";

    private static final int BYTES = 32;
    private static final int LETTERS = 43;
    private static final Duration KEPT = Duration.ofDays(3);
    private static final SecureRandom RANDOM = new SecureRandom();

    static Optional<BasketKey> of(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> value.length() == LETTERS)
                        .findFirst()
                        .map(BasketKey::new);
    }

    /// The payer's key, or a new one that their browser is told to keep.
    static BasketKey orNew(HttpServletRequest request, HttpServletResponse response) {
        return of(request).orElseGet(() -> {
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            var key = new BasketKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            response.addHeader(HttpHeaders.SET_COOKIE, key.cookie(request.isSecure()));
            return key;
        });
    }

    /// Sent along when the payer comes back from the provider's site, which `Strict` would not do.
    private String cookie(boolean secure) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }

    byte[] hash() {
        return Digest.of(value);
    }

    /// Tells nothing.
    @Override
    public String toString() {
        return "BasketKey";
    }
}
