package localgov.ims.portal;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fund;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.organisation.ChangeableText;
import localgov.ims.organisation.Texts;
import localgov.ims.payments.Payments;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.PortalFrame;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.pages.ChoosePage;
import localgov.ims.portal.pages.ChoosePage.FundChoice;
import localgov.ims.portal.pages.WhichPage;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The first page: what do you want to pay, or what does your letter say?
@Controller
class ChooseScreens {
    private static final int TO_PUT_RIGHT = 422;

    private final Templates templates;
    private final Catalogue catalogue;
    private final Payments payments;
    private final Baskets baskets;
    private final BillForm form;
    private final Texts texts;
    private final Hints hints;
    private final Lookups lookups;

    ChooseScreens(
            Templates templates,
            Catalogue catalogue,
            Payments payments,
            Baskets baskets,
            BillForm form,
            Texts texts,
            Hints hints,
            Lookups lookups) {
        this.hints = hints;
        this.lookups = lookups;
        this.templates = templates;
        this.catalogue = catalogue;
        this.payments = payments;
        this.baskets = baskets;
        this.form = form;
        this.texts = texts;
    }

    @GetMapping("/")
    View choose(HttpServletRequest request, PortalFrame frame) {
        return page(request, Answers.none(frame.words()), frame);
    }

    /// What was chosen from the list; or a pay link from a letter, with what is printed on it. Nothing in it is
    /// believed: it fills in a form that is judged as if somebody had typed it. The address holds a reference, so
    /// no other site is told of it and nobody keeps the page.
    @GetMapping("/pay")
    View chosen(
            @RequestParam(defaultValue = "") String fund,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String amount,
            HttpServletRequest request,
            HttpServletResponse response,
            PortalFrame frame) {
        if (!reference.isBlank()) {
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("X-Robots-Tag", "noindex");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return linked(fund, reference, amount, request, frame);
        }
        var chosen =
                offered().stream().filter(known -> known.code().equals(fund)).findFirst();
        return chosen.<View>map(known -> Page.redirect("/pay/" + known.code()))
                .orElseGet(() -> page(request, Answers.none(frame.words()).wrong("fund", "portal.choose.none"), frame)
                        .status(TO_PUT_RIGHT));
    }

    private View linked(String fund, String reference, String amount, HttpServletRequest request, PortalFrame frame) {
        var link = new PayLink(fund, reference, amount).tidied();
        return offered().stream()
                .filter(known -> known.code().equals(link.fund()))
                .findFirst()
                .<View>map(known -> form.linked(known, link, request, frame))
                .orElseGet(() -> byForm(link, false, request, frame));
    }

    /// A reference alone: the form of it tells what it is. A receipt number leads to its receipt. Sent as a form,
    /// because what somebody types does not belong in addresses.
    ///
    /// @param asked whether the payer was asked which of several it is
    @PostMapping("/pay/find")
    View find(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String fund,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "false") boolean asked,
            HttpServletRequest request,
            PortalFrame frame) {
        var answers = Answers.of(frame.words(), Map.of("reference", reference));
        if (reference.isBlank()) {
            return page(request, answers.wrong("reference", "portal.find.blank"), frame)
                    .status(TO_PUT_RIGHT);
        }
        return byForm(new PayLink(fund, reference, amount).tidied(), asked, request, frame);
    }

    private View byForm(PayLink asked, boolean again, HttpServletRequest request, PortalFrame frame) {
        var fitting = hints.fitting(asked.reference());
        var read = fitting.isEmpty() ? PublicReference.read(asked.reference()) : Optional.<PublicReference>empty();
        if (read.isPresent()) {
            lookups.admit(request);
            var receipt = payments.find(read.get());
            if (receipt.isPresent()) {
                return Page.redirect(Visits.path(receipt.get()));
            }
            lookups.missed(request);
        }
        if (fitting.isEmpty()) {
            return fitsNothing(asked, request, frame);
        }
        return one(fitting, asked.fund())
                .map(found -> form.linked(found, asked, request, frame))
                .orElseGet(() -> which(asked, fitting, again, frame));
    }

    private View fitsNothing(PayLink asked, HttpServletRequest request, PortalFrame frame) {
        var answers = Answers.of(frame.words(), Map.of("reference", asked.reference()));
        var wrong = hints.nearly(asked.reference(), frame.words())
                .map(slip -> answers.wrongAs("reference", slip))
                .orElseGet(() -> answers.wrong("reference", "portal.find.none"));
        return page(request, wrong, frame).status(TO_PUT_RIGHT);
    }

    /// Whoever comes to the address of a form that was sent begins again.
    @GetMapping("/pay/find")
    View again() {
        return Page.redirect("/");
    }

    private static Optional<Fund> one(List<Fund> fitting, String chosen) {
        return fitting.size() == 1
                ? Optional.of(fitting.getFirst())
                : fitting.stream().filter(fund -> fund.code().equals(chosen)).findFirst();
    }

    /// @param again whether the payer has been asked and has chosen none of them
    private View which(PayLink asked, List<Fund> fitting, boolean again, PortalFrame frame) {
        var page = new WhichPage(asked.reference(), asked.amount(), choices(fitting, frame.words()));
        var answers = Answers.none(frame.words());
        return again
                ? Page.of(templates.portalWhich(page, answers.wrong("fund", "portal.which.none"), frame))
                        .status(TO_PUT_RIGHT)
                : Page.of(templates.portalWhich(page, answers, frame));
    }

    private List<Fund> offered() {
        return catalogue.now().funds().stream().filter(FundFace::isOffered).toList();
    }

    /// By name, as one would look for it in the payer's language.
    private static List<FundChoice> choices(List<Fund> funds, Words words) {
        var order = Collator.getInstance(Locale.of(words.language().code()));
        return funds.stream()
                .map(fund -> new FundFace(fund, words))
                .sorted(Comparator.comparing(face -> face.name().text(), order))
                .map(face -> new FundChoice(face.fund().code(), face.name(), face.label()))
                .toList();
    }

    private ChoosePage.Said said(PortalFrame frame) {
        var language = frame.words().language();
        return new ChoosePage.Said(
                texts.say(ChangeableText.START_INTRO, language),
                texts.say(ChangeableText.START_HELP, language),
                texts.say(ChangeableText.OTHER_WAYS, language),
                frame.council().brand().otherWays());
    }

    private Page page(HttpServletRequest request, Answers answers, PortalFrame frame) {
        var basket = BasketKey.of(request).flatMap(baskets::find);
        var page = new ChoosePage(
                choices(offered(), frame.words()),
                basket.map(PayerBasket::lines).map(List::size).orElse(0),
                frame.words().money(basket.map(PayerBasket::total).orElse(Money.ZERO)),
                said(frame));
        return Page.of(templates.portalChoose(page, answers, frame));
    }
}
