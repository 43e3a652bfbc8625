package localgov.ims.portal;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import localgov.ims.accounts.Accounts;
import localgov.ims.accounts.Payable;
import localgov.ims.catalogue.Door;
import localgov.ims.catalogue.Fund;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Payments;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.PortalFrame;
import localgov.ims.portal.pages.BillPage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// The form for one bill: its reference, the amount and, where the council asks, who pays. Used for a new bill and
/// for one in the basket.
@Component
class BillForm {
    static final int TO_PUT_RIGHT = 422;
    private static final String UNKNOWN = "unknown-account";
    private static final String AMOUNT = "amount";
    /// What the form of a reference alone tells.
    private static final Set<String> FORMAL = Set.of("characters", "starts", "pattern", "mask", "check-digit");

    private final Templates templates;
    private final Accounts accounts;
    private final Payments payments;
    private final Hints hints;
    private final Baskets baskets;
    private final Lookups lookups;
    private final ObjectProvider<OtherWays> ways;

    BillForm(
            Templates templates,
            Accounts accounts,
            Payments payments,
            Hints hints,
            Baskets baskets,
            Lookups lookups,
            ObjectProvider<OtherWays> ways) {
        this.ways = ways;
        this.hints = hints;
        this.baskets = baskets;
        this.lookups = lookups;
        this.templates = templates;
        this.accounts = accounts;
        this.payments = payments;
    }

    /// Where a form goes and where one comes from.
    ///
    /// @param line the bill's number in the basket, when it is in it
    record Place(Fund fund, @Nullable Integer line) {
        String action() {
            return line == null ? "/pay/" + fund.code() : "/basket/%d/change".formatted(line);
        }

        String back() {
            return line == null ? "/" : "/basket";
        }
    }

    View empty(Fund fund, HttpServletRequest request, PortalFrame frame) {
        var answers = fund.suggested()
                .map(price -> Answers.none(frame.words()).with(AMOUNT, plain(price)))
                .orElseGet(() -> Answers.none(frame.words()));
        return page(new Place(fund, null), known(fund, request, answers), frame);
    }

    /// Who pays is asked once for a basket: what was typed for another bill of it is filled in.
    private Answers known(Fund fund, HttpServletRequest request, Answers answers) {
        return fund.addressNeeded()
                ? BasketKey.of(request)
                        .flatMap(baskets::find)
                        .flatMap(PayerBasket::details)
                        .map(payer -> payer.filledIn(answers))
                        .orElse(answers)
                : answers;
    }

    /// The form with what a letter says already in it, for the payer to compare.
    View linked(Fund fund, PayLink link, HttpServletRequest request, PortalFrame frame) {
        var amount =
                link.amount().isEmpty() ? fund.suggested().map(BillForm::plain).orElse("") : link.amount();
        var answers = Answers.of(frame.words(), Map.of("reference", link.reference(), AMOUNT, amount));
        return page(
                new Place(fund, null),
                known(fund, request, answers),
                null,
                !link.amount().isEmpty() && fund.priceAt(Door.PAYERS).isEmpty(),
                frame);
    }

    View filled(Fund fund, PayerBasket.Line line, PortalFrame frame) {
        var answers = Answers.of(frame.words(), Map.of("reference", line.account(), AMOUNT, plain(line.amount())));
        return page(
                new Place(fund, line.line()), PayerDetails.read(line.payer()).filledIn(answers), frame);
    }

    /// Judges what was typed; hands a bill that may be paid on, and shows the form again otherwise.
    View judge(
            Place place,
            Map<String, String> typed,
            HttpServletRequest request,
            PortalFrame frame,
            Function<PayerBasket.Line, View> accepted) {
        lookups.admit(request);
        var answers = Answers.of(frame.words(), typed);
        var amount = TypedAmount.read(amount(place.fund(), typed));
        // The reference is judged also when the amount cannot be read, so that all that is wrong is told at once.
        var judged = check(
                place.fund(),
                typed.getOrDefault("reference", ""),
                amount instanceof TypedAmount.Is(var money) ? money : new Money(1));
        if (judged instanceof Payable.No no && !(no.field().equals(AMOUNT) && amount instanceof TypedAmount.Isnt)) {
            if (no.code().equals(UNKNOWN)) {
                lookups.missed(request);
            }
            answers = wrong(place.fund(), answers, no.field(), inWords(place.fund(), no, typed, frame));
        }
        if (amount instanceof TypedAmount.Isnt(var key)) {
            answers = wrong(place.fund(), answers, AMOUNT, frame.words().say(key));
        }
        var payer = PayerDetails.typed(typed);
        if (place.fund().addressNeeded()) {
            answers = payer.judged(answers);
        }
        return answers.hold()
                        && judged instanceof Payable.Yes(var number, var reasons)
                        && amount instanceof TypedAmount.Is(var money)
                ? accepted.apply(new PayerBasket.Line(
                        place.line() == null ? 0 : place.line(),
                        place.fund().code(),
                        number,
                        money,
                        place.fund().addressNeeded() ? payer.kept() : null))
                : page(place, answers, frame);
    }

    /// What was typed, or the price where there is nothing to type.
    private static String amount(Fund fund, Map<String, String> typed) {
        var sent = typed.getOrDefault(AMOUNT, "");
        return sent.isBlank() ? fund.priceAt(Door.PAYERS).map(BillForm::plain).orElse(sent) : sent;
    }

    private static String plain(Money amount) {
        return amount.inPounds().toPlainString();
    }

    /// A slip of the pen is named where the form of references shows it.
    private String inWords(Fund fund, Payable.No no, Map<String, String> typed, PortalFrame frame) {
        var face = new FundFace(fund, frame.words());
        return FORMAL.contains(no.code())
                ? hints.slip(face, typed.getOrDefault("reference", ""))
                        .orElseGet(() -> Refusals.inWords(face, no.code(), no.args()))
                : Refusals.inWords(face, no.code(), no.args());
    }

    View page(Place place, Answers answers, PortalFrame frame) {
        return page(place, answers, null, false, frame);
    }

    /// @param due what is due on the account, in words, when whoever asks has shown that they know it
    /// @param filledIn whether a letter has filled in the form
    View page(Place place, Answers answers, @Nullable String due, boolean filledIn, PortalFrame frame) {
        var face = new FundFace(place.fund(), frame.words());
        var page = new BillPage(
                face.name(),
                face.label(),
                face.hint(),
                place.action(),
                place.fund().code(),
                place.fund().addressNeeded(),
                place.line() == null
                        && place.fund().accountMustExist()
                        && place.fund().priceAt(Door.PAYERS).isEmpty(),
                due,
                place.fund().priceAt(Door.PAYERS).map(frame.words()::money).orElse(null),
                filledIn,
                place.line() != null,
                place.back(),
                accounts.messages(place.fund(), Door.PAYERS).stream()
                        .map(message -> Said.of(message, frame.words()))
                        .toList(),
                place.line() == null ? otherWays(place.fund(), frame) : List.of());
        var shown = Page.of(templates.portalBill(page, answers, frame));
        return answers.hold() ? shown : shown.status(TO_PUT_RIGHT);
    }

    private List<BillPage.Way> otherWays(Fund fund, PortalFrame frame) {
        return ways.stream()
                .flatMap(room -> room.of(fund, frame.words()).stream())
                .map(way -> new BillPage.Way(way.words(), way.why(), way.href()))
                .toList();
    }

    private Payable check(Fund fund, String reference, Money amount) {
        return payments.check(new Basket.Line(fund.code(), reference, amount, null), Baskets.CHANNEL);
    }

    /// Where there is a price, there is no field for an amount.
    private static Answers wrong(Fund fund, Answers answers, String field, String sentence) {
        return switch (field) {
            case "account" -> answers.wrong("reference", "portal.as-it-is", sentence);
            case AMOUNT ->
                fund.priceAt(Door.PAYERS).isPresent()
                        ? answers.refused("portal.as-it-is", sentence)
                        : answers.wrong(AMOUNT, "portal.as-it-is", sentence);
            default -> answers.refused("portal.as-it-is", sentence);
        };
    }
}
