package localgov.ims.refunds;

import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import localgov.ims.ledger.Place;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Asking for money of one receipt to be given back.
@Controller
@Needs(Permission.ASK_REFUNDS)
class AskScreens {
    static final String PATH = RefundScreens.PATH + "/of";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Refunds refunds;
    private final AskPages pages;

    AskScreens(Templates templates, Refunds refunds, AskPages pages) {
        this.templates = templates;
        this.refunds = refunds;
        this.pages = pages;
    }

    private record Found(Received receipt, int line) {}

    @GetMapping(PATH + "/{place}")
    View ask(@PathVariable String place, OfficeFrame frame) {
        var found = find(place);
        return shown(found, pages.filledIn(found.receipt(), frame.words()), HttpStatus.OK.value(), frame);
    }

    @PostMapping(PATH + "/{place}")
    @NeedsFreshSignIn
    View asked(@PathVariable String place, @RequestParam Map<String, String> sent, OfficeFrame frame, Caller caller) {
        var found = find(place);
        var form = AskForm.of(sent, found.receipt(), found.line(), frame.words());
        if (!form.answers().hold()) {
            return shown(found, form.answers(), REFUSED, frame);
        }
        return switch (refunds.ask(form.wish(), caller)) {
            case Wanting.Waiting(var refund) -> onwards(refund, "refunds.done.waits");
            case Wanting.Going(var refund) -> onwards(refund, "refunds.done.going");
            case Wanting.SeenBefore(var refund) -> onwards(refund, "refunds.done.before");
            case Wanting.Refused(var problems) ->
                shown(found, pages.wrong(form, problems, frame.words()), REFUSED, frame);
            case Wanting.MoreThanLeft(var line, var left) ->
                shown(
                        find(place),
                        form.answers().wrong(field(found.receipt(), line), "refunds.refused.more-than-left", left),
                        CHANGED,
                        frame);
            case Wanting.NotPossible _ -> shown(found, form.answers(), REFUSED, frame);
            case Wanting.SeenDifferently _ ->
                shown(found, form.answers().refused("refunds.refused.sent-before"), CHANGED, frame);
            case Wanting.NoSuchReceipt _ -> throw notThere();
            case Wanting other -> throw new IllegalStateException("A colleague asked and was answered " + other);
        };
    }

    private static String field(Received receipt, int line) {
        return receipt.line(line).filter(Received.Line::isSurcharge).isPresent()
                ? AskForm.SURCHARGE
                : AskForm.amount(line);
    }

    private static View onwards(Refund refund, String key) {
        return Page.redirect(RefundScreens.path(refund)).saying(key, refund.amount());
    }

    private View shown(Found found, Answers answers, int status, OfficeFrame frame) {
        var page = pages.page(found.receipt(), found.line(), answers, frame.words());
        return Page.of(templates.refundsAsk(page, answers, frame)).status(status);
    }

    private Found find(String place) {
        return Place.read(place)
                .flatMap(at -> refunds.receipt(at.journal(), at.line(), CurrentCaller.scope(Permission.ASK_REFUNDS))
                        .map(receipt -> new Found(receipt, at.line())))
                .orElseThrow(AskScreens::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
