package localgov.ims.counter;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import localgov.ims.counter.pages.CounterCardPage;
import localgov.ims.payments.Going;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Visit;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.Redirect;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// A caller's card: to the provider's page and back. The page here says how it stands and takes no digit of a card.
@Controller
@Needs(Permission.TAKE_PAYMENTS)
class CounterCardScreens {
    private final Templates templates;
    private final CounterBaskets baskets;
    private final CounterCards cards;

    CounterCardScreens(Templates templates, CounterBaskets baskets, CounterCards cards) {
        this.templates = templates;
        this.baskets = baskets;
        this.cards = cards;
    }

    /// Where one comes back to from the provider's page, and where one looks how it stands.
    @GetMapping(CounterPaths.ONE + "/card")
    View look(@PathVariable String id, Caller caller, OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        if (payment.state() != CounterState.ON_CARD_PAGE) {
            return Page.redirect(CounterPaths.now(payment));
        }
        var card = cards.look(payment, caller);
        var now = baskets.find(id, caller);
        return switch (now.state()) {
            case ON_CARD_PAGE -> Page.of(templates.counterCard(page(now, card, frame.words()), frame));
            case OPEN -> Page.redirect(CounterPaths.of(now.id())).saying("counter.card.not-paid");
            case TAKEN, REVERSED, GIVEN_UP -> Page.redirect(CounterPaths.now(now));
        };
    }

    private static CounterCardPage page(CounterPayment payment, Payment card, Words words) {
        return new CounterCardPage(
                CounterPaths.card(payment.id()),
                words.money(payment.total()),
                switch (card.state()) {
                    case CREATED -> words.say("counter.card.created");
                    case UNKNOWN -> words.say("counter.card.unknown");
                    case STARTED, PAID, FAILED, CANCELLED, EXPIRED -> words.say("counter.card.open");
                },
                payment.version());
    }

    @PostMapping(CounterPaths.ONE + "/card")
    View go(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int seen,
            HttpServletRequest request,
            Caller caller,
            OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        if (payment.state() == CounterState.OPEN && payment.version() != seen) {
            return baskets.changedSince(payment, caller);
        }
        var here = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        var visit = new Visit(URI.create(here), frame.words().language().code(), CounterPaths.card(payment.id()));
        return switch (cards.send(payment, caller, visit)) {
            case CounterCards.Sent.To(Going.ToProvider(var _, var page)) -> Redirect.away(page);
            case CounterCards.Sent.To _ -> Page.redirect(CounterPaths.card(payment.id()));
            case CounterCards.Sent.Elsewhere(var now) -> baskets.changedSince(now, caller);
            case CounterCards.Sent.Refused(var problems) -> baskets.refused(payment, problems, frame);
            case CounterCards.Sent.NoPage _ ->
                Page.redirect(CounterPaths.how(payment.id())).saying("counter.card.refused");
        };
    }

    @PostMapping(CounterPaths.ONE + "/card/back")
    View back(@PathVariable String id, Caller caller) {
        var payment = baskets.find(id, caller);
        if (payment.state() == CounterState.ON_CARD_PAGE) {
            cards.stop(payment, caller);
        }
        return Page.redirect(CounterPaths.now(baskets.find(id, caller)));
    }
}
