package localgov.ims.agreements;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fund;
import localgov.ims.payments.Created;
import localgov.ims.payments.Going;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.PortalFrame;
import localgov.ims.platform.pages.Redirect;
import localgov.ims.portal.PayersDoor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// A payer spreads what they pay: makes a plan, sees it day by day, agrees, and may end it. Nobody signs in; the
/// signed address is the only key.
@Controller
class AgreementScreens {
    private static final int TO_PUT_RIGHT = 422;

    private final Templates templates;
    private final Catalogue catalogue;
    private final Offers offers;
    private final Agreements agreements;
    private final Consenting consenting;
    private final AgreementForm form;
    private final AgreementPages pages;
    private final AgreementLinks links;
    private final Concluding concluding;
    private final PayersDoor door;

    AgreementScreens(
            Templates templates,
            Catalogue catalogue,
            Offers offers,
            Agreements agreements,
            Consenting consenting,
            AgreementForm form,
            AgreementPages pages,
            AgreementLinks links,
            Concluding concluding,
            PayersDoor door) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.offers = offers;
        this.agreements = agreements;
        this.consenting = consenting;
        this.form = form;
        this.pages = pages;
        this.links = links;
        this.concluding = concluding;
        this.door = door;
    }

    /// First how it is paid, then what. The answer to the first stands in the address; it says nothing of a person.
    @GetMapping("/pay/{fund}/instalments")
    View ask(@PathVariable String fund, @RequestParam Map<String, String> asked, PortalFrame frame) {
        var known = fund(fund);
        var offer = offer(known);
        return How.of(offer, asked)
                .map(how -> asking(known, offer, how, Answers.none(frame.words()), frame))
                .orElseGet(() -> choosing(known, offer, How.judgeSent(offer, asked, frame.words()), frame));
    }

    @PostMapping("/pay/{fund}/instalments")
    View propose(
            @PathVariable String fund,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            PortalFrame frame) {
        var known = fund(fund);
        var offer = offer(known);
        var words = frame.words();
        var how = How.of(offer, typed);
        if (how.isEmpty()) {
            return choosing(known, offer, How.judge(offer, typed, words), frame);
        }
        var by = new AgreementForm.By(Agreements.PAYER, words.language(), request);
        var filled = form.judge(known, offer, how.get(), typed, by, words);
        return filled.proposal() == null
                ? asking(known, offer, how.get(), filled.answers(), frame)
                : Page.redirect(links.path(agreements.propose(filled.proposal())));
    }

    private View choosing(Fund fund, Offer offer, Answers answers, PortalFrame frame) {
        var page = AgreementFormPages.how(fund, offer, AgreementFormPages.At.payer(fund), frame.words());
        return status(Page.of(templates.agreementsHow(page, answers, frame)), answers);
    }

    private View asking(Fund fund, Offer offer, How how, Answers answers, PortalFrame frame) {
        var page = AgreementFormPages.what(fund, offer, how, AgreementFormPages.At.payer(fund), frame.words());
        return status(Page.of(templates.agreementsAsk(page, answers, frame)), answers);
    }

    private static View status(Page page, Answers answers) {
        return answers.hold() ? page : page.status(TO_PUT_RIGHT);
    }

    private Fund fund(String code) {
        return catalogue
                .now()
                .fund(code)
                .filter(PayersDoor::isOffered)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Offer offer(Fund fund) {
        return offers.of(fund).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// How it stands. While the first payment is under way, its provider is asked each time the page is drawn.
    @GetMapping("/agreements/{token}")
    View one(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, PortalFrame frame) {
        return shown(looked(find(token, request, response)), Answers.none(frame.words()), frame);
    }

    /// For a page that waits: whether it should be drawn anew.
    @GetMapping("/agreements/{token}/state")
    ResponseEntity<Waiting> state(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        var agreement = looked(find(token, request, response));
        return ResponseEntity.ok(new Waiting(agreement.state() == AgreementState.SETTING_UP));
    }

    /// @param open whether nobody knows yet how the first payment ends
    record Waiting(boolean open) {}

    private Agreement looked(Agreement agreement) {
        if (agreement.state() != AgreementState.SETTING_UP) {
            return agreement;
        }
        concluding.look(agreements.first(agreement));
        return agreements.find(agreement.reference()).orElseThrow();
    }

    /// @param first the first day of the plan that was shown
    @PostMapping("/agreements/{token}")
    View agree(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String agreed,
            @RequestParam(defaultValue = "") String first,
            HttpServletRequest request,
            HttpServletResponse response,
            PortalFrame frame) {
        var agreement = find(token, request, response);
        var answers = Answers.of(frame.words(), Map.of("agreed", agreed));
        if (!agreed.equals("yes")) {
            return shown(agreement, answers.wrong("agreed", "agreements.agree.needed"), frame);
        }
        if (!door.mayBegin(agreement.fund(), agreement.account(), request)) {
            return shown(agreement, answers.refused("agreements.agree.tried"), frame);
        }
        var visit = PayersDoor.visit(request, frame.words(), links.path(agreement));
        var consent = pages.consent(
                agreement, agreements.plan(agreement), frame.council().name(), frame.words());
        return switch (consenting.agree(agreement, day(first), consent, visit)) {
            case Agreed.Gone(var going) -> gone(going, agreement, request);
            case Agreed.Elsewhere _ -> Page.redirect(links.path(agreement));
            case Agreed.PlanChanged _ -> shown(agreement, answers.refused("agreements.agree.changed"), frame);
            case Agreed.NotOffered _ -> shown(agreement, answers.refused("agreements.agree.not-offered"), frame);
            case Agreed.NoAnswer _ ->
                shown(
                        agreements.find(agreement.reference()).orElseThrow(),
                        answers.refused("agreements.agree.no-answer"),
                        frame);
            case Agreed.Refused(var problems) -> {
                var wrong = answers;
                for (var problem : problems) {
                    wrong = wrong.refused("agreements.as-it-is", inWords(agreement, problem, frame));
                }
                yield shown(agreement, wrong, frame);
            }
        };
    }

    private View gone(Going going, Agreement agreement, HttpServletRequest request) {
        door.begun(going.payment().id(), request);
        return going instanceof Going.ToProvider(var _, var page)
                ? Redirect.away(page)
                : Page.redirect(links.path(agreement));
    }

    private String inWords(Agreement agreement, Created.Problem problem, PortalFrame frame) {
        return catalogue
                .now()
                .fund(agreement.fund())
                .map(fund -> PayersDoor.refusal(fund, problem.code(), problem.values(), frame.words()))
                .orElseGet(() -> frame.words().say("agreements.agree.not-offered"));
    }

    /// Asks whether it is to end: an address that is opened, by whoever looks through e-mails, ends nothing.
    @GetMapping("/agreements/{token}/end")
    View ending(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response, PortalFrame frame) {
        var agreement = find(token, request, response);
        return agreement.state().isOver()
                ? Page.redirect(links.path(agreement))
                : Page.of(templates.agreementsEnd(pages.one(agreement, frame), frame));
    }

    /// Ends it; to end what has ended is harmless.
    @PostMapping("/agreements/{token}/end")
    View end(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        var agreement = find(token, request, response);
        return switch (agreements.cancel(agreement, Agreements.PAYER)) {
            case Agreements.Ending.Done _ ->
                Page.redirect(links.path(agreement)).saying("agreements.end.done");
            case Agreements.Ending.Before _ -> Page.redirect(links.path(agreement));
        };
    }

    private View shown(Agreement agreement, Answers answers, PortalFrame frame) {
        return status(Page.of(templates.agreementsPlan(pages.one(agreement, frame), answers, frame)), answers);
    }

    /// The address is a key: no other site is told of it, and nobody keeps the page.
    private Agreement find(String token, HttpServletRequest request, HttpServletResponse response) {
        door.admit(request);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return links.read(token).flatMap(agreements::find).orElseThrow(() -> door.notFound(request));
    }

    private static LocalDate day(String written) {
        return Optional.of(written)
                .filter(day -> day.matches("\\d{4}-\\d{2}-\\d{2}"))
                .flatMap(day -> {
                    try {
                        return Optional.of(LocalDate.parse(day));
                    } catch (DateTimeParseException noSuchDay) {
                        return Optional.empty();
                    }
                })
                .orElse(LocalDate.EPOCH);
    }
}
