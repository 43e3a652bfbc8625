package localgov.ims.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fund;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.PortalFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Which bill, and how much: a new one, or one that is in the basket.
@Controller
class BillScreens {
    private static final String BASKET = "/basket";

    private final Catalogue catalogue;
    private final Baskets baskets;
    private final BillForm form;
    private final DueAmount due;

    BillScreens(Catalogue catalogue, Baskets baskets, BillForm form, DueAmount due) {
        this.due = due;
        this.catalogue = catalogue;
        this.baskets = baskets;
        this.form = form;
    }

    @GetMapping("/pay/{fund}")
    View ask(@PathVariable String fund, HttpServletRequest request, PortalFrame frame) {
        return form.empty(offered(fund), request, frame);
    }

    @PostMapping("/pay/{fund}")
    View add(
            @PathVariable String fund,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            PortalFrame frame) {
        var place = new BillForm.Place(offered(fund), null);
        return form.judge(place, typed, request, frame, line -> switch (baskets.add(
                BasketKey.orNew(request, response), line)) {
            case DONE -> Page.redirect(BASKET);
            case ALREADY_THERE ->
                form.page(place, Answers.of(frame.words(), typed).wrong("reference", "portal.basket.already"), frame);
            case FULL -> form.page(place, Answers.of(frame.words(), typed).refused("portal.basket.full"), frame);
        });
    }

    /// What is due, for whoever knows the postcode of the account besides its number.
    @PostMapping("/pay/{fund}/due")
    View due(
            @PathVariable String fund,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            PortalFrame frame) {
        return due.ask(offered(fund), typed, request, frame);
    }

    @GetMapping("/pay/{fund}/due")
    View again(@PathVariable String fund) {
        return Page.redirect("/pay/" + offered(fund).code());
    }

    @GetMapping("/basket/{line}/change")
    View change(@PathVariable int line, HttpServletRequest request, PortalFrame frame) {
        return basket(request)
                .flatMap(basket -> basket.line(line))
                .flatMap(found -> known(found).map(fund -> form.filled(fund, found, frame)))
                .orElseGet(() -> Page.redirect(BASKET));
    }

    @PostMapping("/basket/{line}/change")
    View changed(
            @PathVariable int line,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            PortalFrame frame) {
        var basket = basket(request);
        var fund = basket.flatMap(found -> found.line(line)).flatMap(this::known);
        if (basket.isEmpty() || fund.isEmpty()) {
            return Page.redirect(BASKET);
        }
        return form.judge(new BillForm.Place(fund.get(), line), typed, request, frame, bill -> {
            baskets.change(basket.get(), bill);
            return Page.redirect(BASKET);
        });
    }

    private Optional<PayerBasket> basket(HttpServletRequest request) {
        return BasketKey.of(request).flatMap(baskets::find);
    }

    private Optional<Fund> known(PayerBasket.Line line) {
        return catalogue.now().fund(line.fund());
    }

    private Fund offered(String code) {
        return catalogue
                .now()
                .fund(code)
                .filter(FundFace::isOffered)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
