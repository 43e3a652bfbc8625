package localgov.ims.refunds;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.refunds.pages.FoundPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Writing down a refund that was made in the card provider's own tool.
@Controller
@Needs(Permission.ASK_REFUNDS)
class FoundScreens {
    private static final String PATH = RefundScreens.PATH + "/found";
    private static final String ONE = PATH + "/{id}";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Refunds refunds;
    private final Elsewhere elsewhere;
    private final AskPages asks;
    private final RefundPages pages;
    private final InstantSource clock;

    FoundScreens(
            Templates templates,
            Refunds refunds,
            Elsewhere elsewhere,
            AskPages asks,
            RefundPages pages,
            InstantSource clock) {
        this.templates = templates;
        this.refunds = refunds;
        this.elsewhere = elsewhere;
        this.asks = asks;
        this.pages = pages;
        this.clock = clock;
    }

    static String path(Found found) {
        return PATH + "/" + found.id();
    }

    private record Seen(Found found, Received receipt) {}

    @GetMapping(ONE)
    View one(@PathVariable String id, OfficeFrame frame) {
        var seen = find(id);
        var answers = filledIn(seen, frame.words())
                .with(AskForm.KEY, RefundId.at(clock.instant()).toString());
        return shown(seen, answers, HttpStatus.OK.value(), frame);
    }

    /// Where it can have come out of one place only, that is filled in.
    private static Answers filledIn(Seen seen, Words words) {
        var answers = Answers.none(words);
        var open = seen.receipt().lines().stream()
                .filter(line -> line.left().isPositive())
                .toList();
        if (seen.receipt().left().equals(seen.found().amount())) {
            for (var line : open) {
                answers = answers.with(
                        AskForm.amount(line.line()), line.left().inPounds().toPlainString());
            }
        } else if (open.size() == 1) {
            answers = answers.with(
                    AskForm.amount(open.getFirst().line()),
                    seen.found().amount().inPounds().toPlainString());
        }
        return answers;
    }

    @PostMapping(ONE)
    @NeedsFreshSignIn
    View write(@PathVariable String id, @RequestParam Map<String, String> sent, OfficeFrame frame, Person person) {
        var seen = find(id);
        var form = AskForm.of(sent, seen.receipt(), 1, frame.words());
        if (!form.answers().hold()) {
            return shown(seen, form.answers(), REFUSED, frame);
        }
        return switch (refunds.record(seen.found().id(), form.wish(), person)) {
            case Wanting.Waiting(var refund) -> onwards(refund, "refunds.done.recorded");
            case Wanting.Going(var refund) -> onwards(refund, "refunds.done.recorded-now");
            case Wanting.SeenBefore(var refund) -> onwards(refund, "refunds.done.before");
            case Wanting.Refused(var problems) ->
                shown(seen, asks.wrong(form, problems, frame.words()), REFUSED, frame);
            case Wanting.NotThatAmount(var amount) ->
                shown(
                        seen,
                        form.answers().wrong(first(seen), "refunds.refused.not-that-amount", amount),
                        REFUSED,
                        frame);
            case Wanting.MoreThanLeft(var line, var left) ->
                shown(
                        find(id),
                        form.answers().wrong(AskForm.amount(line), "refunds.refused.held", left),
                        CHANGED,
                        frame);
            case Wanting.SeenDifferently _ ->
                shown(seen, form.answers().refused("refunds.refused.sent-before"), CHANGED, frame);
            case Wanting.TooLate _ -> Page.redirect(RefundScreens.PATH).saying("refunds.found.quicker");
            case Wanting.NoSuchReceipt _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Wanting other -> throw new IllegalStateException("A refund was written down and answered " + other);
        };
    }

    private static String first(Seen seen) {
        return AskForm.amount(seen.receipt().lines().getFirst().line());
    }

    private static View onwards(Refund refund, String key) {
        return Page.redirect(RefundScreens.path(refund)).saying(key, refund.amount());
    }

    private View shown(Seen seen, Answers answers, int status, OfficeFrame frame) {
        var words = frame.words();
        var found = seen.found();
        var facts = List.of(
                SummaryRow.of(
                        words.say("refunds.fact.paid-on"),
                        words.date(seen.receipt().happenedOn())),
                SummaryRow.of(
                        words.say("refunds.fact.payer"),
                        seen.receipt().payer() == null
                                ? words.say("refunds.nobody")
                                : seen.receipt().payer()),
                SummaryRow.of(
                        words.say("refunds.fact.paid"),
                        words.money(seen.receipt().amount())),
                SummaryRow.of(
                        words.say("refunds.fact.left"),
                        words.money(seen.receipt().left())),
                SummaryRow.of(words.say("refunds.fact.elsewhere"), found.providerRefund()),
                SummaryRow.of(words.say("refunds.fact.made-on"), words.date(found.madeOn())));
        var page = new FoundPage(
                path(found),
                pages.receipt(found.journal(), seen.receipt().lines().getFirst().line()),
                words.say("refunds.found.title", found.amount()),
                facts,
                asks.lines(seen.receipt(), words));
        return Page.of(templates.refundsFound(page, answers, frame)).status(status);
    }

    private Seen find(String id) {
        var scope = CurrentCaller.scope(Permission.ASK_REFUNDS);
        return Optional.of(id)
                .filter(given -> given.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .flatMap(number -> elsewhere.find(number, scope))
                .flatMap(found -> refunds.receipt(found.journal(), 1, scope).map(receipt -> new Seen(found, receipt)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
