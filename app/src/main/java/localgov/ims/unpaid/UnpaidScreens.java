package localgov.ims.unpaid;

import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import localgov.ims.ledger.Place;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
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

/// Writing down, on a receipt, that a bank returned it unpaid.
@Controller
@Needs(Permission.RECORD_UNPAID)
class UnpaidScreens {
    private static final String ONE = "/office/receipts/{place}/returned";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;
    private static final int LONGEST_REASON = 300;
    private static final String DAY = "day";
    private static final String REASON = "reason";

    private final Templates templates;
    private final UnpaidReceipts receipts;
    private final UnpaidPages pages;

    UnpaidScreens(Templates templates, UnpaidReceipts receipts, UnpaidPages pages) {
        this.templates = templates;
        this.receipts = receipts;
        this.pages = pages;
    }

    private record Found(UnpaidReceipt receipt, int line) {}

    @GetMapping(ONE)
    View returning(@PathVariable String place, Caller caller, OfficeFrame frame) {
        var found = find(place, caller);
        return found.receipt().whyNot() == UnpaidReceipt.WhyNot.RETURNED
                ? Page.redirect(UnpaidPages.receipt(found.receipt().journal(), found.line()))
                : shown(found, Answers.none(frame.words()), frame, HttpStatus.OK.value());
    }

    @PostMapping(ONE)
    @NeedsFreshSignIn
    View returned(
            @PathVariable String place, @RequestParam Map<String, String> sent, Person person, OfficeFrame frame) {
        var found = find(place, person);
        var answers = Answers.of(frame.words(), sent);
        var day = answers.date(DAY);
        var reason = sent.getOrDefault(REASON, "").strip();
        if (day.isEmpty()) {
            answers = answers.wrong(DAY, "unpaid.refused.day");
        }
        if (reason.isEmpty()) {
            answers = answers.wrong(REASON, "unpaid.refused.reason");
        } else if (reason.length() > LONGEST_REASON) {
            answers = answers.wrong(REASON, "unpaid.refused.long", LONGEST_REASON);
        }
        if (!answers.hold()) {
            return shown(found, answers, frame, REFUSED);
        }
        var receipt = Page.redirect(UnpaidPages.receipt(found.receipt().journal(), found.line()));
        return switch (receipts.write(found.receipt().journal(), found.line(), day.orElseThrow(), reason, person)) {
            case Returned.Done _ ->
                receipt.saying("unpaid.done", found.receipt().total());
            case Returned.SeenBefore _ -> receipt.saying("unpaid.done-before");
            case Returned.NotOnThatDay _ ->
                shown(
                        found,
                        answers.wrong(
                                DAY, "unpaid.refused.other-day", found.receipt().happenedOn()),
                        frame,
                        REFUSED);
            case Returned.GivenBack _ -> shown(found, answers.refused("unpaid.refused.given-back"), frame, CHANGED);
            case Returned.NotPossible _ -> shown(found, answers, frame, CHANGED);
            case Returned.NoSuchReceipt _ -> throw notThere();
        };
    }

    private View shown(Found found, Answers answers, OfficeFrame frame, int status) {
        var page = pages.page(found.receipt(), found.line(), frame.words());
        return Page.of(templates.unpaidWrite(page, answers, frame)).status(status);
    }

    private Found find(String place, Caller caller) {
        return Place.read(place)
                .flatMap(at -> receipts.receipt(at.journal(), at.line(), caller.scope(Permission.RECORD_UNPAID))
                        .map(receipt -> new Found(receipt, at.line())))
                .orElseThrow(UnpaidScreens::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
