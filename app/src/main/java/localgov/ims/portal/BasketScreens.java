package localgov.ims.portal;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Door;
import localgov.ims.catalogue.VatRate;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Going;
import localgov.ims.payments.Payments;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.PortalFrame;
import localgov.ims.platform.words.Words;
import localgov.ims.platform.words.Written;
import localgov.ims.portal.Baskets.Paying;
import localgov.ims.portal.pages.AlikePage;
import localgov.ims.portal.pages.BasketPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What the payer is about to pay, and the button that pays it.
@Controller
class BasketScreens {
    private static final String BASKET = "/basket";

    private final Templates templates;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Baskets baskets;
    private final Payments payments;
    private final ReceiptsByMail mail;
    private final CardTrials trials;
    private final InstantSource clock;

    BasketScreens(
            Templates templates,
            Catalogue catalogue,
            Accounts accounts,
            Baskets baskets,
            Payments payments,
            ReceiptsByMail mail,
            CardTrials trials,
            InstantSource clock) {
        this.trials = trials;
        this.mail = mail;
        this.clock = clock;
        this.templates = templates;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.baskets = baskets;
        this.payments = payments;
    }

    @GetMapping(BASKET)
    View basket(HttpServletRequest request, PortalFrame frame) {
        return page(basket(request), Answers.none(frame.words()), frame);
    }

    @PostMapping("/basket/{line}/remove")
    View remove(@PathVariable int line, HttpServletRequest request) {
        basket(request).ifPresent(basket -> baskets.remove(basket, line));
        return Page.redirect(BASKET).saying("portal.basket.removed");
    }

    @GetMapping({"/basket/{line}/remove", "/basket/pay"})
    View again() {
        return Page.redirect(BASKET);
    }

    /// @param anyway the version of the basket that the payer pays although some of it may have been paid before
    @PostMapping("/basket/pay")
    View pay(
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") int anyway,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            PortalFrame frame) {
        var basket = basket(request).filter(found -> !found.lines().isEmpty());
        if (basket.isEmpty()) {
            return Page.redirect(BASKET);
        }
        var answers = Answers.of(frame.words(), Map.of("email", email));
        var address = ReceiptsByMail.address(email);
        if (!email.isBlank() && address.isEmpty()) {
            return page(basket, answers.wrong("email", "portal.email.not-one"), frame);
        }
        var stopped = trials.stops(basket.get(), request);
        if (stopped.isPresent()) {
            return page(basket, answers.refused(stopped.get()), frame);
        }
        var visit = Visits.of(request, frame.words()).telling(basket.get().told(address));
        return switch (baskets.pay(basket.get(), version, anyway == version, visit)) {
            case Paying.Gone(Going.NoProvider _) -> page(basket, answers.refused("portal.basket.no-cards"), frame);
            case Paying.Gone(Going.TooBusy _) -> page(basket, answers.refused("portal.basket.busy"), frame);
            case Paying.Gone(Going.Refused(var _, var problems)) ->
                page(basket, refused(answers, basket.get(), problems, frame.words()), frame);
            case Paying.Gone(var going) -> {
                trials.begun(going.payment().id(), basket.get(), request);
                mail.wish(going.payment().id(), address, frame.words().language());
                yield Visits.onTo(going);
            }
            case Paying.WasPaid(var payment) -> Page.redirect(Visits.path(payment));
            case Paying.PaidBefore(var before) -> alike(basket.get(), before, email, frame);
            case Paying.TooLittle(var least) -> page(basket, answers.refused("portal.basket.least", least), frame);
            case Paying.Changed _ -> page(basket, answers.refused("portal.basket.changed"), frame);
            case Paying.Refused(var refused) ->
                page(basket, refused(answers, basket.get(), refused.problems(), frame.words()), frame);
        };
    }

    /// Asks before the same is paid again, with what was paid and when.
    private View alike(PayerBasket basket, List<Alike.Before> before, String email, PortalFrame frame) {
        var words = frame.words();
        var rows = before.stream()
                .map(one -> {
                    var row = row(one.line(), words);
                    return new AlikePage.Row(
                            row.name(),
                            row.label(),
                            row.account(),
                            row.amount(),
                            one.paidOn() == null
                                    ? words.say("portal.alike.doubt")
                                    : words.say("portal.alike.paid", one.paidOn()));
                })
                .toList();
        var page = new AlikePage(rows, words.money(basket.total()), basket.version(), email);
        return Page.of(templates.portalAlike(page, frame));
    }

    private Optional<PayerBasket> basket(HttpServletRequest request) {
        return BasketKey.of(request).flatMap(baskets::find);
    }

    /// What cannot be paid any more, each at its bill.
    private Answers refused(Answers typed, PayerBasket basket, List<Created.Problem> problems, Words words) {
        var answers = typed;
        for (var problem : problems) {
            answers = problem.line() < 0
                    ? ofBasket(answers, problem)
                    : answers.wrong(
                            id(basket.lines().get(problem.line())), "portal.as-it-is", inWords(basket, problem, words));
        }
        return answers;
    }

    private static Answers ofBasket(Answers answers, Created.Problem problem) {
        if (problem.code().equals(Created.APART)) {
            return answers.refused("portal.basket.apart");
        }
        if (problem.field().equals("method")) {
            return answers.refused("portal.basket.no-cards");
        }
        var limit = problem.values().getOrDefault("limit", "");
        return problem.code().equals(Created.TOO_LITTLE)
                ? answers.refused("portal.basket.too-little", limit)
                : answers.refused("portal.basket.too-much", limit);
    }

    private String inWords(PayerBasket basket, Created.Problem problem, Words words) {
        var line = basket.lines().get(problem.line());
        return catalogue
                .now()
                .fund(line.fund())
                .map(fund -> Refusals.inWords(new FundFace(fund, words), problem.code(), problem.values()))
                .orElseGet(() -> words.say("portal.refused.closed", line.fund()));
    }

    private View page(Optional<PayerBasket> basket, Answers answers, PortalFrame frame) {
        var lines = basket.map(PayerBasket::lines).orElse(List.of());
        var page = new BasketPage(
                lines.stream().map(line -> row(line, frame.words())).toList(),
                frame.words().money(basket.map(PayerBasket::total).orElse(Money.ZERO)),
                vat(lines).filter(Money::isPositive).map(frame.words()::money).orElse(""),
                basket.map(PayerBasket::version).orElse(0),
                !lines.isEmpty()
                        && payments.pretends(lines.stream()
                                .map(PayerBasket.Line::fund)
                                .distinct()
                                .toList()),
                lines.size() >= Basket.MOST_LINES);
        var shown = Page.of(templates.portalBasket(page, answers, frame));
        return answers.hold() ? shown : shown.status(BillForm.TO_PUT_RIGHT);
    }

    private BasketPage.Row row(PayerBasket.Line line, Words words) {
        var face = catalogue.now().fund(line.fund()).map(fund -> new FundFace(fund, words));
        return new BasketPage.Row(
                line.line(),
                id(line),
                face.map(FundFace::name).orElseGet(() -> Written.of(line.fund())),
                face.map(FundFace::label).orElseGet(() -> Written.of("")),
                line.account(),
                words.money(line.amount()),
                rate(line)
                        .filter(rate -> rate.vatIn(line.amount()).isPositive())
                        .map(rate -> VatInWords.of(rate.vatIn(line.amount()), rate.basisPoints(), words))
                        .orElse(""),
                face
                        .map(FundFace::fund)
                        .map(fund -> accounts.messages(fund, line.account(), Door.PAYERS))
                        .orElse(List.of())
                        .stream()
                        .map(message -> Said.of(message, words))
                        .toList());
    }

    private Optional<Money> vat(List<PayerBasket.Line> lines) {
        return lines.stream()
                .map(line -> rate(line).map(rate -> rate.vatIn(line.amount())).orElse(Money.ZERO))
                .reduce(Money::plus);
    }

    /// As the book would split it today.
    private Optional<VatRate> rate(PayerBasket.Line line) {
        var now = catalogue.now();
        return now.fund(line.fund()).flatMap(fund -> now.vat(fund.vatCode(), London.dayOf(clock.instant())));
    }

    private static String id(PayerBasket.Line line) {
        return "bill-" + line.line();
    }
}
