package localgov.ims.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.payments.Payment;
import localgov.ims.payments.ReturnTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookie by which a browser that came back from paying is known. Each belongs to the pages of one payment, so
/// that payments in several tabs keep theirs.
final class PayerKey {
    static final String COOKIE = "payer";

    private PayerKey() {}

    /// All that the browser brings; it may keep one for each way in which a reference can be written.
    static List<String> of(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? List.of()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .limit(3)
                        .toList();
    }

    /// Sent along when the payer comes from the provider's site, which `Strict` would not do.
    static void into(HttpServletResponse response, Payment payment, String key, boolean secure) {
        var cookie = ResponseCookie.from(COOKIE, key)
                .path(Visits.path(payment))
                .maxAge(ReturnTokens.KNOWN)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
