package localgov.ims.handovers;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.handovers.Handovers.Handed;
import localgov.ims.handovers.pages.HandoverPage;
import localgov.ims.handovers.pages.NotHandedPage;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Entrances;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.PortalFrame;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A payer whose browser another system sent here with what is to be paid. Coming here changes nothing:
/// the payer sees what it is, and goes on by a form of ours.
@Controller
class HandoverScreens {
    static final String PATH = "/pay/handover/Payment/Create";
    private static final String ON = PATH + "/on";
    private static final int REFUSED = 422;

    private final Templates templates;
    private final Handovers handovers;
    private final CallingSystems systems;
    private final Entrances entrances;
    private final Catalogue catalogue;
    private final InstantSource clock;

    HandoverScreens(
            Templates templates,
            Handovers handovers,
            CallingSystems systems,
            Entrances entrances,
            Catalogue catalogue,
            InstantSource clock) {
        this.templates = templates;
        this.handovers = handovers;
        this.systems = systems;
        this.entrances = entrances;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// @param wanted what is to be paid
    private record Known(CallingSystem system, Brought brought, Wanted wanted) {}

    /// Nothing unless a system that the council has declared signed it, and it is still in time.
    private Optional<Known> known(Map<String, String> sent) {
        var brought = Brought.of(sent);
        return systems.named(brought.value(Brought.SYSTEM))
                .filter(system ->
                        systems.secret(system).filter(brought::isSignedWith).isPresent())
                .filter(_ -> brought.isInTime(clock.instant()))
                .flatMap(system -> brought.wanted().map(wanted -> new Known(system, brought, wanted)));
    }

    @RequestMapping(
            path = PATH,
            method = {RequestMethod.GET, RequestMethod.POST})
    View look(@RequestParam Map<String, String> sent, PortalFrame frame) {
        return known(sent)
                .map(known -> Page.of(templates.handoversHandover(page(known, frame.words()), frame)))
                .orElseGet(() -> not("handovers.not-known", frame));
    }

    private Page not(String key, PortalFrame frame) {
        return Page.of(templates.handoversNot(new NotHandedPage(frame.words().say(key)), frame))
                .status(REFUSED);
    }

    private HandoverPage page(Known known, Words words) {
        var lines = known.wanted().lines();
        var total = lines.stream().map(Basket.Line::amount).reduce(Money.ZERO, Money::plus);
        return new HandoverPage(
                known.system().name(),
                words.money(total),
                lines.stream().map(line -> row(line, words)).toList(),
                ON,
                known.brought().fields());
    }

    private HandoverPage.Row row(Basket.Line line, Words words) {
        var fund = catalogue.now().fund(line.fund());
        boolean welsh = words.language() == Language.WELSH;
        var name = fund.map(found -> welsh && !found.nameInWelsh().isEmpty() ? found.nameInWelsh() : found.name())
                .orElse(line.fund());
        return new HandoverPage.Row(name, words.say("handovers.account"), line.account(), words.money(line.amount()));
    }

    @PostMapping(ON)
    View on(@RequestParam Map<String, String> sent, PortalFrame frame) {
        var known = known(sent);
        if (known.isEmpty()) {
            return not("handovers.not-known", frame);
        }
        return switch (handovers.hand(known.get().wanted(), known.get().system())) {
            case Handed.Over(var payment) -> Page.redirect(entrances.path(payment));
            case Handed.Otherwise _ -> not("handovers.otherwise", frame);
            case Handed.Refused _ -> not("handovers.refused", frame);
        };
    }
}
