package localgov.ims.sandbox;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.kernel.Money;
import localgov.ims.platform.pages.Frames;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.PortalFrame;
import localgov.ims.platform.pages.Redirect;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.sandbox.SimulatedPay.Attempt;
import localgov.ims.sandbox.pages.EndedPage;
import localgov.ims.sandbox.pages.PayPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The page a payer is sent to. Its address works once; from then on the browser that opened it is known by a cookie.
@Controller
@DemoOnly
@RequestMapping(PayApi.ROOT)
class PayScreens {
    private static final String COOKIE = "sandbox_pay";
    private static final long COMPANY_CARD_SURCHARGE = 250;

    private final SimulatedPay pay;
    private final Tokens tokens;
    private final SandboxClock clock;
    private final Templates templates;
    private final Frames frames;
    private final WordBook book;

    PayScreens(SimulatedPay pay, Tokens tokens, SandboxClock clock, Templates templates, Frames frames, WordBook book) {
        this.pay = pay;
        this.tokens = tokens;
        this.clock = clock;
        this.templates = templates;
        this.frames = frames;
        this.book = book;
    }

    @GetMapping("/secure/{token}")
    View enter(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        pay.catchUp();
        var browser = browser(request).orElseGet(Ids::token);
        var used = tokens.use(token, Tokens.Purpose.PAGE, browser, clock.now());
        if (used.isEmpty() || used.get().use() == Tokens.Use.USED_UP) {
            return ended(request, "stale", null, Language.ENGLISH).status(HttpServletResponse.SC_GONE);
        }
        pay.find(used.get().payment()).ifPresent(pay::open);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(browser, request.isSecure()));
        return Page.redirect(PayApi.ROOT + "/pay/" + used.get().payment());
    }

    /// The same by a form, as a service may send it.
    @PostMapping("/secure")
    View enterByForm(@RequestParam String chargeTokenId, HttpServletRequest request, HttpServletResponse response) {
        return enter(chargeTokenId, request, response);
    }

    @GetMapping("/pay/{id}")
    View ask(@PathVariable String id, HttpServletRequest request) {
        pay.catchUp();
        var found = opened(id, request);
        if (found.isEmpty()) {
            return ended(request, "stale", null, Language.ENGLISH).status(HttpServletResponse.SC_GONE);
        }
        var payment = found.get();
        if (!payment.state().awaitsPayer()) {
            return ended(request, "finished", payment.returnUrl(), language(payment));
        }
        var page = new PayPage(
                Money.pence(payment.amount()),
                payment.reference(),
                payment.description(),
                payment.id(),
                PayApi.ROOT + "/pay/" + payment.id(),
                Money.pence(COMPANY_CARD_SURCHARGE));
        return Page.of(templates.sandboxPay(page, frame(request, language(payment))));
    }

    @PostMapping("/pay/{id}")
    View decide(@PathVariable String id, @RequestParam String outcome, HttpServletRequest request) {
        pay.catchUp();
        var found = opened(id, request);
        if (found.isEmpty()) {
            return ended(request, "stale", null, Language.ENGLISH).status(HttpServletResponse.SC_GONE);
        }
        var payment = found.get();
        if (outcome.equals("leave")) {
            return ended(request, "left", null, language(payment));
        }
        var decided = decide(payment, outcome);
        if (decided && outcome.equals("closed")) {
            return ended(request, "closed", null, language(payment));
        }
        return decided && returnsHere(payment, request)
                ? Redirect.away(URI.create(String.valueOf(payment.returnUrl())))
                : ended(request, "finished", payment.returnUrl(), language(payment));
    }

    private boolean decide(SimulatedPayment payment, String outcome) {
        var paid = payment.delayedCapture() ? Life.CAPTURABLE : Life.SUCCESS;
        return switch (outcome) {
            case "success", "closed" -> pay.decide(payment, paid, Attempt.USUAL);
            case "corporate" ->
                pay.decide(payment, paid, new Attempt("4988080000000000", null, "12/30", COMPANY_CARD_SURCHARGE));
            case "declined" -> pay.decide(payment, Life.DECLINED, Attempt.REFUSED);
            case "cancelled_by_user" -> pay.decide(payment, Life.CANCELLED_BY_USER, Attempt.USUAL);
            case "error" -> pay.decide(payment, Life.ERROR, Attempt.USUAL);
            default -> false;
        };
    }

    /// Our pages send their forms to ourselves alone, and a browser holds that against the redirect after a form too.
    /// A service that lives elsewhere is returned to by a link.
    private static boolean returnsHere(SimulatedPayment payment, HttpServletRequest request) {
        var address = payment.returnUrl();
        if (address == null) {
            return false;
        }
        var back = URI.create(address);
        var port = back.getPort() < 0 ? ("https".equals(back.getScheme()) ? 443 : 80) : back.getPort();
        return request.getServerName().equalsIgnoreCase(back.getHost())
                && request.getServerPort() == port
                && request.getScheme().equals(back.getScheme());
    }

    private Optional<SimulatedPayment> opened(String id, HttpServletRequest request) {
        return browser(request).filter(browser -> tokens.opened(id, browser)).flatMap(_ -> pay.find(id));
    }

    private Page ended(HttpServletRequest request, String how, @Nullable String returnUrl, Language language) {
        return Page.of(templates.sandboxEnded(new EndedPage(how, returnUrl), frame(request, language)));
    }

    /// The page speaks the language the payment was started in.
    private PortalFrame frame(HttpServletRequest request, Language language) {
        var frame = frames.portal(request);
        return new PortalFrame(
                frame.council(),
                frame.notices(),
                book.in(language),
                frame.csrf(),
                frame.assets(),
                null,
                frame.path(),
                frame.otherLanguageHref());
    }

    private static Language language(SimulatedPayment payment) {
        return Language.of(payment.language()).orElse(Language.ENGLISH);
    }

    private static Optional<String> browser(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static String cookie(String browser, boolean secure) {
        return ResponseCookie.from(COOKIE, browser)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path(PayApi.ROOT)
                .build()
                .toString();
    }
}
