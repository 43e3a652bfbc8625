package localgov.ims.sandbox;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import localgov.ims.platform.pages.Frames;
import localgov.ims.platform.pages.Page;
import localgov.ims.sandbox.SmartPayBooks.Order;
import localgov.ims.sandbox.pages.EndedPage;
import localgov.ims.sandbox.pages.SmartPayPage;
import localgov.ims.sandbox.pages.SmartPayReturnPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The simulated page of SmartPay Fuse: entered by a signed form, left by another.
@Controller
@DemoOnly
@RequestMapping(SmartPayApi.ROOT)
class SmartPayScreens {
    private final SmartPayBooks books;
    private final SimulatedSmartPay smartPay;
    private final Templates templates;
    private final Frames frames;

    SmartPayScreens(SmartPayBooks books, SimulatedSmartPay smartPay, Templates templates, Frames frames) {
        this.books = books;
        this.smartPay = smartPay;
        this.templates = templates;
        this.frames = frames;
    }

    @PostMapping("/pay")
    View enter(@RequestParam Map<String, String> form, HttpServletRequest request) {
        return smartPay.enter(form)
                .<View>map(token -> Page.redirect(SmartPayApi.ROOT + "/pay/" + token))
                .orElseGet(() -> ended(request, "refused").status(HttpServletResponse.SC_FORBIDDEN));
    }

    @GetMapping("/pay/{token}")
    View ask(@PathVariable String token, HttpServletRequest request) {
        return open(token)
                .<View>map(order -> Page.of(templates.sandboxSmartPay(
                        new SmartPayPage(
                                order.asked("amount"),
                                order.asked("reference_number"),
                                SmartPayApi.ROOT + "/pay/" + order.token()),
                        frames.portal(request))))
                .orElseGet(() -> ended(request, "finished"));
    }

    @PostMapping("/pay/{token}")
    View decide(@PathVariable String token, @RequestParam String outcome, HttpServletRequest request) {
        if (outcome.equals("leave")) {
            return ended(request, "left-form");
        }
        var wanted = SmartPayControls.named(outcome.equals("closed") ? "success" : outcome);
        var order = open(token);
        var reply = order.flatMap(found -> wanted.flatMap(decision -> smartPay.decide(found, decision)));
        if (order.isEmpty() || reply.isEmpty()) {
            return ended(request, "finished");
        }
        if (outcome.equals("closed")) {
            return ended(request, "closed");
        }
        var back = URI.create(order.get().asked("override_custom_receipt_page"));
        var page = new SmartPayReturnPage(reply.get().getOrDefault("decision", ""), back, reply.get());
        return Page.of(templates.sandboxSmartPayReturn(page, frames.portal(request)))
                .sendingFormTo(back);
    }

    private Optional<Order> open(String token) {
        return books.order(token).filter(order -> order.decided() == null);
    }

    private Page ended(HttpServletRequest request, String how) {
        return Page.of(templates.sandboxEnded(new EndedPage(how, null), frames.portal(request)));
    }
}
