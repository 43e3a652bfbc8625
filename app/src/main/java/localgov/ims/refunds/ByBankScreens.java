package localgov.ims.refunds;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.PublicReference;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import localgov.ims.refunds.pages.ByBankPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Asking for a refund by bank that its card did not take.
@Controller
@Needs(Permission.ASK_REFUNDS)
class ByBankScreens {
    private static final String ONE = RefundScreens.PATH + "/{reference}/by-bank";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Refunds refunds;
    private final RefundPages pages;
    private final InstantSource clock;

    ByBankScreens(Templates templates, Refunds refunds, RefundPages pages, InstantSource clock) {
        this.templates = templates;
        this.refunds = refunds;
        this.pages = pages;
        this.clock = clock;
    }

    static String path(Refund failed) {
        return RefundScreens.path(failed) + "/by-bank";
    }

    /// What cannot go by bank any more is shown as it stands now.
    @GetMapping(ONE)
    View asking(@PathVariable String reference, OfficeFrame frame) {
        var failed = find(reference);
        if (!failed.mayGoByBank()) {
            return Page.redirect(RefundScreens.path(failed));
        }
        var answers = Answers.none(frame.words())
                .with(AskForm.PAYEE, failed.payer().orElse(""))
                .with(AskForm.REASON, failed.reason())
                .with(AskForm.KEY, RefundId.at(clock.instant()).toString());
        return shown(failed, answers, HttpStatus.OK.value(), frame);
    }

    @PostMapping(ONE)
    @NeedsFreshSignIn
    View asked(
            @PathVariable String reference, @RequestParam Map<String, String> sent, OfficeFrame frame, Person person) {
        var failed = find(reference);
        var answers = Answers.of(frame.words(), sent);
        var payee = sent.getOrDefault(AskForm.PAYEE, "").strip();
        var instead = new ByBank.Instead(
                AskForm.key(sent), sent.getOrDefault(AskForm.REASON, "").strip(), payee.isEmpty() ? null : payee);
        return switch (refunds.byBank(failed.reference(), instead, person)) {
            case Wanting.Waiting(var refund) -> onwards(refund, "refunds.done.waits");
            case Wanting.Going(var refund) -> onwards(refund, "refunds.done.going");
            case Wanting.SeenBefore(var refund) -> onwards(refund, "refunds.done.before");
            case Wanting.Refused(var problems) ->
                shown(failed, AskPages.wrong(answers, problems, frame.words()), REFUSED, frame);
            case Wanting.SeenDifferently _ ->
                shown(failed, answers.refused("refunds.refused.sent-before"), CHANGED, frame);
            case Wanting.NotPossible(var why) ->
                shown(
                        failed,
                        answers.refused("refunds.refused.not-possible", pages.whyNot(why, frame.words())),
                        REFUSED,
                        frame);
            case Wanting.TooLate _ -> {
                var now = find(reference);
                yield shown(now, answers.refused("refunds.too-late", pages.state(now, frame.words())), CHANGED, frame);
            }
            case Wanting.NoSuchReceipt _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Wanting other -> throw new IllegalStateException("By bank was asked for and answered " + other);
        };
    }

    private static View onwards(Refund refund, String key) {
        return Page.redirect(RefundScreens.path(refund)).saying(key, refund.amount());
    }

    private View shown(Refund failed, Answers answers, int status, OfficeFrame frame) {
        var words = frame.words();
        var page = new ByBankPage(
                path(failed),
                RefundScreens.path(failed),
                words.say("refunds.by-bank.title", failed.amount()),
                facts(failed, words),
                failed.mayGoByBank());
        return Page.of(templates.refundsByBank(page, answers, frame)).status(status);
    }

    private List<SummaryRow> facts(Refund failed, Words words) {
        return List.of(
                SummaryRow.of(
                        words.say("refunds.fact.reference"), failed.reference().toString()),
                SummaryRow.of(words.say("refunds.fact.payer"), failed.payer().orElse(words.say("refunds.nobody"))),
                SummaryRow.of(words.say("refunds.parts"), pages.parts(failed, words)),
                SummaryRow.of(words.say("refunds.column.state"), pages.explained(failed, words)));
    }

    private Refund find(String reference) {
        return Optional.of(reference)
                .flatMap(PublicReference::read)
                .flatMap(read -> refunds.find(read, CurrentCaller.scope(Permission.ASK_REFUNDS)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
