package localgov.ims.approvals;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.approvals.RequestPages.Shown;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.messages.Deliveries;
import localgov.ims.messages.Told;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.NeedsFreshSignIn;
import localgov.ims.people.NeedsSignIn;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
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

/// What waits for a second person. Anybody of the council may stand in for somebody or have asked for
/// something, so the list opens to every colleague; what is in it, and who may decide, is looked at request by
/// request.
@Controller
@NeedsSignIn(why = "everybody may have asked for something or stand in for somebody")
class ApprovalScreens {
    static final String PATH = "/office/approvals";
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Approvals approvals;
    private final Inbox inbox;
    private final RequestPages pages;
    private final Deliveries deliveries;

    ApprovalScreens(Templates templates, Approvals approvals, Inbox inbox, RequestPages pages, Deliveries deliveries) {
        this.templates = templates;
        this.approvals = approvals;
        this.inbox = inbox;
        this.pages = pages;
        this.deliveries = deliveries;
    }

    /// Where this is found in the office, and how much waits there for whoever looks.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace approvalsPlace(Inbox inbox) {
            return OfficePlaces.at(65, "approvals.approvals", PATH)
                    .shownWhen(_ -> person().filter(inbox::concerns).isPresent())
                    .waiting(_ -> person().map(inbox::toDecide).map(List::size).orElse(0));
        }

        private static Optional<Person> person() {
            return CurrentCaller.optional().filter(Person.class::isInstance).map(Person.class::cast);
        }
    }

    /// The e-mails to colleagues about it, and how they ended.
    private List<Told> told(Request request, OfficeFrame frame) {
        return deliveries.of(Letters.concerns(request), frame.words());
    }

    @GetMapping(PATH)
    View list(@RequestParam Map<String, String> form, Person person, OfficeFrame frame) {
        var page = pages.inbox(person, Shown.of(form.get("show")), form.get("after"), frame.words());
        return Page.of(templates.approvalsInbox(page, frame));
    }

    @GetMapping(PATH + "/{id}")
    View request(@PathVariable("id") String id, Person person, OfficeFrame frame) {
        var request = find(id);
        if (!inbox.sees(person, request)) {
            return Page.of(templates.approvalsNotYours(pages.notYours(request, frame.words()), frame))
                    .status(HttpStatus.FORBIDDEN.value());
        }
        var page = pages.request(request, person, frame.words());
        return Page.of(templates.approvalsRequest(page, told(request, frame), Answers.none(frame.words()), frame));
    }

    @PostMapping(PATH + "/{id}")
    @NeedsFreshSignIn
    View decide(
            @PathVariable("id") String id, @RequestParam Map<String, String> sent, Person person, OfficeFrame frame) {
        var request = find(id);
        if (!inbox.sees(person, request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var answers = Answers.of(frame.words(), sent);
        return switch (sent.getOrDefault("do", "")) {
            case "approve" -> approve(request, sent.getOrDefault("foreseen", ""), answers, person, frame);
            case "withdraw" -> answered(approvals.withdraw(request.id(), person), request, answers, person, frame);
            case "decline" -> decline(request, sent.getOrDefault("reason", ""), answers, person, frame);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    /// Only what was shown is approved: when it would do something else by now, the page is shown again.
    private View approve(Request request, String foreseen, Answers answers, Person person, OfficeFrame frame) {
        return Effect.print(pages.effects(request)).equals(foreseen)
                ? answered(approvals.approve(request.id(), person), request, answers, person, frame)
                : again(request, answers.refused("approvals.foreseen.otherwise"), person, CHANGED, frame);
    }

    private View decline(Request request, String reason, Answers answers, Person person, OfficeFrame frame) {
        if (reason.isBlank()) {
            return again(request, answers.wrong("reason", "approvals.reason-needed"), person, REFUSED, frame);
        }
        if (reason.length() > Approvals.LONGEST_REASON) {
            return again(
                    request,
                    answers.wrong("reason", "approvals.reason-too-long", Approvals.LONGEST_REASON),
                    person,
                    REFUSED,
                    frame);
        }
        return answered(approvals.decline(request.id(), person, reason), request, answers, person, frame);
    }

    private View answered(Approval answer, Request request, Answers answers, Person person, OfficeFrame frame) {
        var sentence = request.sentence(frame.words().language());
        return switch (answer) {
            case Approval.Approved _ -> Page.redirect(PATH).saying("approvals.done.approved", sentence);
            case Approval.Declined _ -> Page.redirect(PATH).saying("approvals.done.declined", sentence);
            case Approval.Withdrawn _ ->
                Page.redirect(PATH + "?show=asked").saying("approvals.done.withdrawn", sentence);
            case Approval.NoSuchRequest _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Approval.NotPermitted _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Approval.SamePerson _, Approval.ForWhoAsked _, Approval.AskerMayNot _ ->
                again(request, refused(answers, answer, frame), person, REFUSED, frame);
            case Approval.TooLate _, Approval.Stale _ ->
                again(request, refused(answers, answer, frame), person, CHANGED, frame);
        };
    }

    private Answers refused(Answers answers, Approval answer, OfficeFrame frame) {
        return answers.refused("approvals.refused", pages.whyNot(answer, frame.words()));
    }

    private View again(Request request, Answers answers, Person person, int status, OfficeFrame frame) {
        var now = approvals.find(request.id()).orElse(request);
        return Page.of(templates.approvalsRequest(
                        pages.request(now, person, frame.words()), told(now, frame), answers, frame))
                .status(status);
    }

    private Request find(String id) {
        return ApprovalId.read(id)
                .flatMap(approvals::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
