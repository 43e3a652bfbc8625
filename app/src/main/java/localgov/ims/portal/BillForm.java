package localgov.ims.portal;

import gg.jte.generated.precompiled.Templates;
import java.util.Map;
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
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// The form for one bill: its reference, the amount and, where the council asks, who pays. Used for a new bill and
/// for one in the basket.
@Component
class BillForm {
    static final int TO_PUT_RIGHT = 422;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_POSTCODE = 10;

    private final Templates templates;
    private final Accounts accounts;
    private final Payments payments;

    BillForm(Templates templates, Accounts accounts, Payments payments) {
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

    View empty(Fund fund, PortalFrame frame) {
        return page(new Place(fund, null), Answers.none(frame.words()), frame);
    }

    View prefilled(Fund fund, String reference, PortalFrame frame) {
        return page(new Place(fund, null), Answers.of(frame.words(), Map.of("reference", reference.strip())), frame);
    }

    View filled(Fund fund, PayerBasket.Line line, PortalFrame frame) {
        var answers = Answers.of(
                frame.words(),
                Map.of(
                        "reference", line.account(),
                        "amount", line.amount().inPounds().toPlainString(),
                        "name", payerPart(line.payer(), 0),
                        "postcode", payerPart(line.payer(), 1)));
        return page(new Place(fund, line.line()), answers, frame);
    }

    /// Judges what was typed; hands a bill that may be paid on, and shows the form again otherwise.
    View judge(Place place, Map<String, String> typed, PortalFrame frame, Function<PayerBasket.Line, View> accepted) {
        var answers = Answers.of(frame.words(), typed);
        var amount = TypedAmount.read(typed.getOrDefault("amount", ""));
        // The reference is judged also when the amount cannot be read, so that all that is wrong is told at once.
        var judged = check(
                place.fund(),
                typed.getOrDefault("reference", ""),
                amount instanceof TypedAmount.Is(var money) ? money : new Money(1));
        if (judged instanceof Payable.No no && !(no.field().equals("amount") && amount instanceof TypedAmount.Isnt)) {
            var face = new FundFace(place.fund(), frame.words());
            answers = wrong(answers, no.field(), Refusals.inWords(face, no.code(), no.args()));
        }
        if (amount instanceof TypedAmount.Isnt(var key)) {
            answers = answers.wrong("amount", key);
        }
        answers = payerIsGiven(place.fund(), answers, typed);
        return answers.hold()
                        && judged instanceof Payable.Yes(var number, var reasons)
                        && amount instanceof TypedAmount.Is(var money)
                ? accepted.apply(new PayerBasket.Line(
                        place.line() == null ? 0 : place.line(),
                        place.fund().code(),
                        number,
                        money,
                        payer(place.fund(), typed)))
                : page(place, answers, frame);
    }

    View page(Place place, Answers answers, PortalFrame frame) {
        var face = new FundFace(place.fund(), frame.words());
        var page = new BillPage(
                face.name(),
                face.label(),
                face.hint(),
                place.action(),
                place.fund().addressNeeded(),
                place.line() != null,
                place.back(),
                accounts.messages(place.fund(), Door.PAYERS).stream()
                        .map(message -> Said.of(message, frame.words()))
                        .toList());
        var shown = Page.of(templates.portalBill(page, answers, frame));
        return answers.hold() ? shown : shown.status(TO_PUT_RIGHT);
    }

    private Payable check(Fund fund, String reference, Money amount) {
        return payments.check(new Basket.Line(fund.code(), reference, amount, null), Baskets.CHANNEL);
    }

    private static Answers wrong(Answers answers, String field, String sentence) {
        return switch (field) {
            case "account" -> answers.wrong("reference", "portal.as-it-is", sentence);
            case "amount" -> answers.wrong("amount", "portal.as-it-is", sentence);
            default -> answers.refused("portal.as-it-is", sentence);
        };
    }

    private static Answers payerIsGiven(Fund fund, Answers answers, Map<String, String> typed) {
        var judged = answers;
        if (fund.addressNeeded() && !isShort(typed.getOrDefault("name", ""), LONGEST_NAME)) {
            judged = judged.wrong("name", "portal.payer.no-name");
        }
        if (fund.addressNeeded() && !isShort(typed.getOrDefault("postcode", ""), LONGEST_POSTCODE)) {
            judged = judged.wrong("postcode", "portal.payer.no-postcode");
        }
        return judged;
    }

    private static boolean isShort(String typed, int longest) {
        return !typed.isBlank() && typed.strip().length() <= longest;
    }

    private static @Nullable String payer(Fund fund, Map<String, String> typed) {
        return fund.addressNeeded()
                ? typed.getOrDefault("name", "").strip() + ", "
                        + typed.getOrDefault("postcode", "").strip()
                : null;
    }

    private static String payerPart(@Nullable String payer, int part) {
        if (payer == null) {
            return "";
        }
        int comma = payer.lastIndexOf(", ");
        return part == 0 ? payer.substring(0, comma) : payer.substring(comma + 2);
    }
}
