package localgov.ims.portal;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.organisation.ChangeableText;
import localgov.ims.organisation.Texts;
import localgov.ims.payments.Created;
import localgov.ims.payments.Going;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import localgov.ims.payments.Visit;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.PortalFrame;
import localgov.ims.platform.pages.QrCode;
import localgov.ims.platform.pages.Redirect;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.pages.OnwardPage;
import localgov.ims.portal.pages.ResultPage;
import localgov.ims.portal.pages.StoppedPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What became of a payment. They show no name, and open to the browser that paid; any other one is led to where
/// the money is.
@Controller
class PaymentScreens {
    private static final Duration YOUNG = Duration.ofMinutes(2);
    private static final Duration NOT_SO_YOUNG = Duration.ofMinutes(10);

    private final Templates templates;
    private final Payments payments;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Texts texts;
    private final ReceiptDoor door;
    private final ReceiptLines lines;
    private final ReceiptsByMail mail;
    private final Baskets baskets;
    private final SignedReceipts signed;
    private final Lookups lookups;
    private final ReturnedPayments returned;
    private final SignedEntrances entrances;

    PaymentScreens(
            Templates templates,
            Payments payments,
            Catalogue catalogue,
            InstantSource clock,
            Texts texts,
            ReceiptDoor door,
            ReceiptLines lines,
            ReceiptsByMail mail,
            Baskets baskets,
            SignedReceipts signed,
            Lookups lookups,
            ReturnedPayments returned,
            SignedEntrances entrances) {
        this.entrances = entrances;
        this.lookups = lookups;
        this.returned = returned;
        this.texts = texts;
        this.door = door;
        this.lines = lines;
        this.mail = mail;
        this.baskets = baskets;
        this.signed = signed;
        this.templates = templates;
        this.payments = payments;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// On to the provider's page: for a payer whom another site sent here, and for one who tries again. Whoever knows
    /// nothing but its number is led to where the money is.
    @RequestMapping(
            path = "/payments/{reference}/pay",
            method = {RequestMethod.GET, RequestMethod.POST})
    View pay(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            PortalFrame frame) {
        return door.toPay(reference, token, request)
                .map(payment -> pay(payment, request, frame))
                .orElseGet(() -> Page.redirect(Visits.path(door.find(reference, request))));
    }

    private View pay(Payment payment, HttpServletRequest request, PortalFrame frame) {
        wishReceipt(payment, frame.words().language());
        var going = payments.start(payment.id(), visit(payment, request, frame.words()));
        return switch (going) {
            case Going.Refused refused -> stopped(refused, frame);
            case Going.TooBusy busy -> notNow(busy.payment(), "portal.basket.busy", frame);
            case Going.NoProvider nobody -> notNow(nobody.payment(), "portal.basket.no-cards", frame);
            case Going.ByForm byForm -> onByForm(byForm, frame);
            case Going other -> Visits.onTo(other);
        };
    }

    /// Whoever comes with the basket of which this payment is made is the payer, and need not type again what they
    /// told us.
    private Visit visit(Payment payment, HttpServletRequest request, Words words) {
        var visit = Visits.of(request, words);
        return BasketKey.of(request)
                .flatMap(key -> baskets.behind(key, payment.id()))
                .map(basket -> visit.telling(basket.told(mail.wished(payment.id()))))
                .orElse(visit);
    }

    /// A form takes the payer on, with one button and without script.
    private View onByForm(Going.ByForm going, PortalFrame frame) {
        var words = frame.words();
        var page = new OnwardPage(
                words.money(going.payment().amount()), going.page(), going.fields(), going.inTheirLanguage());
        return Page.of(templates.portalOnward(page, frame)).sendingFormTo(going.page());
    }

    /// Whoever sent the payer here may have said where the receipt goes; it is written in the payer's language.
    private void wishReceipt(Payment payment, Language language) {
        if (!payment.askedBy().equals(Baskets.CHANNEL)) {
            payment.email()
                    .flatMap(ReceiptsByMail::address)
                    .ifPresent(address -> mail.wish(payment.id(), Optional.of(address), language));
        }
    }

    /// What the payer was sent here for cannot be paid any more; perhaps later.
    private View stopped(Going.Refused refused, PortalFrame frame) {
        var words = frame.words();
        var payment = refused.payment();
        var reasons = refused.problems().stream()
                .map(problem -> reason(payment, problem, words))
                .distinct()
                .toList();
        var page = new StoppedPage(reasons, back(payment), payment.askedBy().equals(Baskets.CHANNEL), null);
        return Page.of(templates.portalStopped(page, frame)).status(BillForm.TO_PUT_RIGHT);
    }

    /// Nothing is wrong with the payment: it may be tried again.
    private View notNow(Payment payment, String why, PortalFrame frame) {
        var page = new StoppedPage(
                List.of(frame.words().say(why)),
                back(payment),
                payment.askedBy().equals(Baskets.CHANNEL),
                entrances.path(payment));
        return Page.of(templates.portalStopped(page, frame)).status(BillForm.TO_PUT_RIGHT);
    }

    /// Back by way of our own address, which writes down that the payer went.
    private @Nullable String wayBack(Payment payment) {
        return payments.wayBack(payment)
                .map(_ -> Visits.path(payment) + "/return")
                .orElse(null);
    }

    private @Nullable String back(Payment payment) {
        return payments.wayBack(payment).map(URI::toString).orElse(null);
    }

    private String reason(Payment payment, Created.Problem problem, Words words) {
        var fund = problem.line() < 0
                ? payment.lines().getFirst().fund()
                : payment.lines().get(problem.line()).fund();
        return catalogue
                .now()
                .fund(fund)
                .map(found -> Refusals.inWords(new FundFace(found, words), problem.code(), problem.values()))
                .orElseGet(() -> words.say("portal.refused.closed", fund));
    }

    /// Back from the provider's page, which tells us nothing: the provider is asked.
    @GetMapping("/payments/{reference}/return")
    View returned(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        var payment = payments.returned(door.back(reference, token, request, response));
        var elsewhere = payments.wayBack(payment).filter(_ -> !payment.state().open());
        elsewhere.ifPresent(_ -> payments.goesBack(payment));
        return elsewhere.<View>map(Redirect::away).orElseGet(() -> Page.redirect(Visits.path(payment)));
    }

    /// How it stands, for the browser that paid. A payment whose end is not known is asked about each time the
    /// page is drawn.
    @GetMapping("/payments/{reference}")
    View result(@PathVariable String reference, HttpServletRequest request, PortalFrame frame) {
        var payment = door.find(reference, request);
        return door.isPayers(payment, request)
                ? result(payment, Answers.none(frame.words()), frame)
                : Page.redirect(Visits.progress(payment));
    }

    /// A paid payment's receipt by e-mail, to one address and a few times.
    @PostMapping("/payments/{reference}/email")
    View email(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            PortalFrame frame) {
        var payment = door.find(reference, request);
        if (!door.isPayers(payment, request)) {
            return Page.redirect(Visits.progress(payment));
        }
        var answers = Answers.of(frame.words(), Map.of("email", email));
        var address = ReceiptsByMail.address(email);
        if (payment.state() != PaymentState.PAID || returned.of(payment).isPresent()) {
            return Page.redirect(Visits.path(payment));
        }
        if (address.isEmpty()) {
            return result(payment, answers.wrong("email", "portal.email.not-one"), frame)
                    .status(BillForm.TO_PUT_RIGHT);
        }
        if (!lookups.mayWrite(request)
                || !mail.sendNow(payment, address.get(), frame.words().language())) {
            return result(payment, answers.wrong("email", "portal.email.enough"), frame)
                    .status(BillForm.TO_PUT_RIGHT);
        }
        return Page.redirect(Visits.path(payment)).saying("portal.email.sent");
    }

    @GetMapping("/payments/{reference}/email")
    View again(@PathVariable String reference, HttpServletRequest request) {
        return Page.redirect(Visits.path(door.find(reference, request)));
    }

    /// For a page that waits: whether it should be drawn anew. The provider is asked as the page itself would.
    @GetMapping("/payments/{reference}/state")
    ResponseEntity<Standing> standing(@PathVariable String reference, HttpServletRequest request) {
        var found = door.find(reference, request);
        var payment = found.state().open() ? payments.returned(found) : found;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Standing(payment.state().open()));
    }

    /// @param open whether nobody knows yet how it ends
    record Standing(boolean open) {}

    private Page result(Payment found, Answers answers, PortalFrame frame) {
        var payment = found.state().open() ? payments.returned(found) : found;
        var page = page(payment, frame.words());
        return Page.of(
                switch (payment.state()) {
                    case PAID ->
                        page.returned() == null
                                ? templates.portalPaid(page, answers, frame)
                                : templates.portalReturned(page, frame);
                    case FAILED, CANCELLED, EXPIRED -> templates.portalNotPaid(page, frame);
                    case CREATED, STARTED, UNKNOWN -> templates.portalChecking(page, frame);
                });
    }

    private ResultPage page(Payment payment, Words words) {
        var paid = payment.paid().orElse(payment.amount());
        var told = lines.of(payment, words);
        var back = returned.of(payment);
        return new ResultPage(
                payment.reference().grouped(),
                Visits.path(payment),
                told.rows(),
                words.money(paid),
                paid.minus(payment.surcharge()).equals(payment.amount()) ? null : words.money(payment.amount()),
                payment.paidAt().map(words::moment).orElse(""),
                kind(payment),
                payment.askedBy().equals("portal") && !payment.takenBack(),
                !payment.payerMayHavePaid(),
                payment.pretended(),
                back.map(one -> words.date(one.returnedOn())).orElse(null),
                refreshAfter(payment),
                payment.state().open() ? null : wayBack(payment),
                told.vat().isPositive() ? words.money(told.vat()) : null,
                back.isPresent() ? null : proof(payment),
                said(words.language()));
    }

    private ResultPage.Said said(Language language) {
        return new ResultPage.Said(
                texts.say(ChangeableText.CONFIRMATION_NOTE, language),
                texts.say(ChangeableText.NOT_PAID_HELP, language),
                texts.say(ChangeableText.RECEIPT_FOOTER, language));
    }

    /// What makes a receipt one that others can trust.
    private ResultPage.@Nullable Proof proof(Payment payment) {
        return payment.state() != PaymentState.PAID
                ? null
                : signed.address(payment)
                        .map(address -> new ResultPage.Proof(address, QrCode.of(address)))
                        .orElse(null);
    }

    private static String kind(Payment payment) {
        if (payment.takenBack()) {
            return "uncollected";
        }
        return switch (payment.state()) {
            case CANCELLED -> "cancelled";
            case EXPIRED -> "expired";
            case FAILED -> payment.reason().filter("declined"::equals).isPresent() ? "declined" : "failed";
            case CREATED, STARTED, UNKNOWN, PAID -> "";
        };
    }

    /// Soon at first, and more and more seldom while nothing comes.
    private int refreshAfter(Payment payment) {
        if (!payment.state().open() || payment.state() == PaymentState.CREATED) {
            return 0;
        }
        var age = Duration.between(payment.createdAt(), clock.instant());
        return age.compareTo(YOUNG) < 0 ? 5 : age.compareTo(NOT_SO_YOUNG) < 0 ? 15 : 60;
    }
}
