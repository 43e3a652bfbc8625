package localgov.ims.portal;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
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
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.PortalFrame;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.pages.ChoosePage;
import localgov.ims.portal.pages.ChoosePage.FundChoice;
import localgov.ims.portal.pages.WhichPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The first page: what do you want to pay, or what does your letter say?
@Controller
class ChooseScreens {
    private static final int TO_PUT_RIGHT = 422;
    private static final int LONGEST_TYPED = 100;

    private final Templates templates;
    private final Catalogue catalogue;
    private final Payments payments;
    private final Baskets baskets;
    private final BillForm form;
    private final Texts texts;

    ChooseScreens(
            Templates templates, Catalogue catalogue, Payments payments, Baskets baskets, BillForm form, Texts texts) {
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

    /// What was chosen from the list.
    @GetMapping("/pay")
    View chosen(@RequestParam(defaultValue = "") String fund, HttpServletRequest request, PortalFrame frame) {
        var chosen =
                offered().stream().filter(known -> known.code().equals(fund)).findFirst();
        return chosen.<View>map(known -> Page.redirect("/pay/" + known.code()))
                .orElseGet(() -> page(request, Answers.none(frame.words()).wrong("fund", "portal.choose.none"), frame)
                        .status(TO_PUT_RIGHT));
    }

    /// A reference alone: the form of it tells what it is. A receipt number leads to its receipt. Sent as a form,
    /// because a reference does not belong in addresses.
    @PostMapping("/pay/find")
    View find(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String fund,
            HttpServletRequest request,
            PortalFrame frame) {
        var answers = Answers.of(frame.words(), Map.of("reference", reference));
        if (reference.isBlank()) {
            return page(request, answers.wrong("reference", "portal.find.blank"), frame)
                    .status(TO_PUT_RIGHT);
        }
        var fitting = fitting(reference);
        var receipt =
                fitting.isEmpty() ? PublicReference.read(reference).flatMap(payments::find) : Optional.<Payment>empty();
        if (receipt.isPresent()) {
            return Page.redirect(Visits.path(receipt.get()));
        }
        if (fitting.isEmpty()) {
            return page(request, answers.wrong("reference", "portal.find.none"), frame)
                    .status(TO_PUT_RIGHT);
        }
        return one(fitting, fund)
                .map(found -> form.prefilled(found, reference, frame))
                .orElseGet(() -> which(reference, fitting, frame));
    }

    /// Whoever comes to the address of a form that was sent begins again.
    @GetMapping("/pay/find")
    View again() {
        return Page.redirect("/");
    }

    private List<Fund> fitting(String reference) {
        return reference.length() > LONGEST_TYPED
                ? List.of()
                : catalogue.now().fitting(reference.strip()).stream()
                        .filter(FundFace::isOffered)
                        .toList();
    }

    private static Optional<Fund> one(List<Fund> fitting, String chosen) {
        return fitting.size() == 1
                ? Optional.of(fitting.getFirst())
                : fitting.stream().filter(fund -> fund.code().equals(chosen)).findFirst();
    }

    private View which(String reference, List<Fund> fitting, PortalFrame frame) {
        return Page.of(templates.portalWhich(new WhichPage(reference, choices(fitting, frame.words())), frame));
    }

    private List<Fund> offered() {
        return catalogue.now().funds().stream().filter(FundFace::isOffered).toList();
    }

    /// By name, as one would look for it in the payer's language.
    private static List<FundChoice> choices(List<Fund> funds, Words words) {
        var order = Collator.getInstance(Locale.of(words.language().code()));
        return funds.stream()
                .map(fund -> new FundFace(fund, words))
                .sorted(Comparator.comparing(FundFace::name, order))
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
