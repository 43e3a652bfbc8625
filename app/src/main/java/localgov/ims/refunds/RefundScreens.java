package localgov.ims.refunds;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.kernel.London;
import localgov.ims.kernel.PublicReference;
import localgov.ims.messages.Deliveries;
import localgov.ims.messages.Told;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import localgov.ims.refunds.RefundPages.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What is given back and how it stands: the lists, one refund with its story, and what may be done with it.
@Controller
@Needs({Permission.SEE_REFUNDS, Permission.ASK_REFUNDS})
class RefundScreens {
    static final String PATH = "/office/refunds";
    /// The box for what finance had paid already when it turned out that it must not be.
    private static final String ALL_THE_SAME = "all-the-same";

    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Refunds refunds;
    private final RefundPages pages;
    private final Deliveries deliveries;
    private final InstantSource clock;

    RefundScreens(Templates templates, Refunds refunds, RefundPages pages, Deliveries deliveries, InstantSource clock) {
        this.templates = templates;
        this.refunds = refunds;
        this.pages = pages;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /// Where this is found in the office, and how much waits there that no second person is asked for.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace refundsPlace(RefundLists lists) {
            return OfficePlaces.at(60, "refunds.refunds", PATH, Permission.SEE_REFUNDS, Permission.ASK_REFUNDS)
                    .waiting(_ -> CurrentCaller.may(Permission.ASK_REFUNDS) ? lists.waiting(scope()) : 0);
        }
    }

    static Scope scope() {
        return CurrentCaller.scope(Permission.SEE_REFUNDS, Permission.ASK_REFUNDS);
    }

    @GetMapping(PATH)
    View list(@RequestParam Map<String, String> form, OfficeFrame frame) {
        var page = pages.list(Tab.of(form.get("show")), form.get("after"), scope(), frame.words());
        return Page.of(templates.refundsList(page, frame));
    }

    @GetMapping(PATH + "/{reference}")
    View one(@PathVariable String reference, OfficeFrame frame) {
        return shown(find(reference), Answers.none(frame.words()), HttpStatus.OK.value(), frame);
    }

    @PostMapping(PATH + "/{reference}")
    @Needs(Permission.ASK_REFUNDS)
    @NeedsFreshSignIn
    View act(@PathVariable String reference, @RequestParam Map<String, String> sent, OfficeFrame frame, Caller caller) {
        var refund = find(reference);
        var answers = Answers.of(frame.words(), sent);
        return switch (sent.getOrDefault("do", "")) {
            case "take-up" -> takenUp(refunds.takeUp(refund.reference(), caller), refund, answers, frame);
            case "dismiss" -> acted(refunds.act(refund.reference(), Refunds.Action.DISMISS, caller), answers, frame);
            case "again" -> acted(refunds.act(refund.reference(), Refunds.Action.TRY_AGAIN, caller), answers, frame);
            case "give-up" -> acted(refunds.act(refund.reference(), Refunds.Action.GIVE_UP, caller), answers, frame);
            case "paid" -> paid(refund, answers, frame, caller);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private View takenUp(Wanting answer, Refund refund, Answers answers, OfficeFrame frame) {
        return switch (answer) {
            case Wanting.Waiting(var waiting) ->
                Page.redirect(path(waiting)).saying("refunds.done.waits", waiting.amount());
            case Wanting.Going(var going) -> Page.redirect(path(going)).saying("refunds.done.going", going.amount());
            case Wanting.MoreThanLeft(var _, var left) ->
                shown(refund, answers.refused("refunds.refused.more-than-left", left), CHANGED, frame);
            case Wanting.NotPossible(var why) ->
                shown(
                        refund,
                        answers.refused("refunds.refused.not-possible", pages.whyNot(why, frame.words())),
                        REFUSED,
                        frame);
            case Wanting.TooLate _ -> tooLate(refund, answers, frame);
            case Wanting.NoSuchReceipt _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Wanting other -> throw new IllegalStateException("A proposal was taken up as " + other);
        };
    }

    /// When the bank paid: not before it was approved, and not later than today.
    private View paid(Refund refund, Answers answers, OfficeFrame frame, Caller caller) {
        var day = answers.date("paid");
        if (day.isEmpty()) {
            return shown(refund, answers.wrong("paid", "refunds.paid.no-day"), REFUSED, frame);
        }
        var approved = refund.approvedAt().map(London::dayOf);
        if (day.get().isAfter(London.dayOf(clock.instant()))) {
            return shown(refund, answers.wrong("paid", "refunds.paid.later"), REFUSED, frame);
        }
        if (approved.isPresent() && day.get().isBefore(approved.get())) {
            return shown(refund, answers.wrong("paid", "refunds.paid.before", approved.get()), REFUSED, frame);
        }
        return acted(
                answers.value(ALL_THE_SAME) == null
                        ? refunds.paid(refund.reference(), day.get(), caller)
                        : refunds.paidAllTheSame(refund.reference(), day.get(), caller),
                answers,
                frame);
    }

    private View acted(Acted answer, Answers answers, OfficeFrame frame) {
        return switch (answer) {
            case Acted.Done(var refund) ->
                Page.redirect(path(refund)).saying("refunds.done", pages.state(refund, frame.words()));
            case Acted.NotPossible(var refund, var why) ->
                shown(
                        refund,
                        answers.refused("refunds.refused.not-possible", pages.whyNot(why, frame.words())),
                        CHANGED,
                        frame);
            case Acted.NotYet(var refund, var until) ->
                shown(refund, answers.refused("refunds.refused.new-payee", until), CHANGED, frame);
            case Acted.TooLate(var refund) -> tooLate(refund, answers, frame);
            case Acted.NoSuchRefund _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private View tooLate(Refund refund, Answers answers, OfficeFrame frame) {
        var now = find(refund.reference().value());
        return shown(now, answers.refused("refunds.too-late", pages.state(now, frame.words())), CHANGED, frame);
    }

    private View shown(Refund refund, Answers answers, int status, OfficeFrame frame) {
        return Page.of(templates.refundsOne(pages.one(refund, frame.words()), told(refund, frame), answers, frame))
                .status(status);
    }

    /// What whoever paid was told of it.
    private List<Told> told(Refund refund, OfficeFrame frame) {
        return deliveries.of("refund:" + refund.id(), frame.words());
    }

    static String path(Refund refund) {
        return PATH + "/" + refund.reference();
    }

    private Refund find(String reference) {
        return Optional.of(reference)
                .flatMap(PublicReference::read)
                .flatMap(read -> refunds.find(read, scope()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
