package localgov.ims.suspense;

import gg.jte.generated.precompiled.Templates;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.councils.CouncilCache;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
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

/// The workbench: the queue of what is open, and one item at a time with all that is known of it.
@Controller
@Needs({Permission.SEE_SUSPENSE, Permission.ALLOCATE_SUSPENSE})
class SuspenseScreens {
    private static final int REFUSED = 422;
    private static final int CHANGED = 409;

    private final Templates templates;
    private final Suspense suspense;
    private final QueuePages queue;
    private final ItemPages items;

    SuspenseScreens(Templates templates, Suspense suspense, QueuePages queue, ItemPages items) {
        this.templates = templates;
        this.suspense = suspense;
        this.queue = queue;
        this.items = items;
    }

    /// Where this is found in the office, and how much waits there.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        private static final Duration MOMENT = Duration.ofSeconds(5);

        @Bean
        OfficePlace suspensePlace(Suspense suspense, InstantSource clock) {
            var waiting = new CouncilCache<>(clock, MOMENT, () -> suspense.waiting(Scope.EVERYTHING));
            return OfficePlaces.at(
                            30, "suspense.suspense", Asked.PATH, Permission.SEE_SUSPENSE, Permission.ALLOCATE_SUSPENSE)
                    .waiting(_ -> {
                        var scope = QueuePages.scope();
                        return scope.isEverything() ? waiting.get() : suspense.waiting(scope);
                    });
        }
    }

    @GetMapping(Asked.PATH)
    View queue(@RequestParam Map<String, String> form, OfficeFrame frame) {
        var page = queue.page(new Asked(form), frame.words());
        return Page.of(templates.suspenseQueue(page, Answers.of(frame.words(), form), frame));
    }

    @GetMapping(Asked.PATH + "/{id}")
    View item(@PathVariable("id") String id, @RequestParam Map<String, String> form, OfficeFrame frame) {
        var item = find(id);
        var answers = Answers.none(frame.words())
                .with("amount-1", item.remaining().inPounds().toPlainString());
        return Page.of(templates.suspenseItem(items.item(item, new Asked(form), 1, frame.words()), answers, frame));
    }

    @PostMapping(Asked.PATH + "/{id}")
    @Needs(Permission.ALLOCATE_SUSPENSE)
    View place(
            @PathVariable("id") String id, @RequestParam Map<String, String> sent, OfficeFrame frame, Caller caller) {
        var item = find(id);
        var form = AllocationForm.of(sent, frame.words());
        if (form.wantsAnotherLine()) {
            return again(item, sent, Answers.of(frame.words(), sent), form.rows() + 1, HttpStatus.OK.value(), frame);
        }
        if (!form.answers().hold()) {
            return again(item, sent, form.answers(), form.rows(), REFUSED, frame);
        }
        var key = form.key().orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var asked = new Allocation(key, item.id(), form.lines(), form.seen());
        return switch (suspense.allocate(asked, caller)) {
            case Allocated.Done done -> onwards(item, sent, total(form.lines()), done.remaining());
            case Allocated.SeenBefore before -> onwards(item, sent, total(form.lines()), before.remaining());
            case Allocated.Refused refused ->
                again(item, sent, problems(form, refused.problems(), frame.words()), form.rows(), REFUSED, frame);
            case Allocated.MoreThanRemains more ->
                again(
                        item,
                        sent,
                        form.answers().wrong(form.firstAmount(), "suspense.more-than-remains", more.remaining()),
                        form.rows(),
                        REFUSED,
                        frame);
            case Allocated.ChangedByAnother changed ->
                again(
                        find(id),
                        sent,
                        form.answers().refused("suspense.changed", changed.remaining()),
                        form.rows(),
                        CHANGED,
                        frame);
            case Allocated.SeenDifferently _ ->
                again(find(id), sent, form.answers().refused("suspense.sent-before"), form.rows(), CHANGED, frame);
            case Allocated.NeedsApproval _ ->
                Page.redirect(new Asked(sent).start()).saying("suspense.needs-approval", total(form.lines()));
            case Allocated.NeedsAPerson _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Allocated.NoSuchItem _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /// On to the next item of the queue; the same one while something remains on it.
    private View onwards(SuspenseItem item, Map<String, String> sent, Money placed, Money remaining) {
        var asked = new Asked(sent);
        if (remaining.isPositive()) {
            return Page.redirect(asked.item(item.id())).saying("suspense.placed-in-part", placed, remaining);
        }
        return Page.redirect(queue.next(item, asked).orElseGet(asked::start)).saying("suspense.placed", placed);
    }

    private static Money total(List<Allocation.Line> lines) {
        return lines.stream().map(Allocation.Line::amount).reduce(Money.ZERO, Money::plus);
    }

    private Answers problems(AllocationForm form, List<Allocated.Problem> problems, Words words) {
        var answers = form.answers();
        var refusals = items.refusals(words);
        for (var problem : problems) {
            answers = answers.wrongAs(form.field(problem), refusals.inWords(problem));
        }
        return answers;
    }

    private View again(
            SuspenseItem item, Map<String, String> sent, Answers answers, int lines, int status, OfficeFrame frame) {
        var page = items.item(item, new Asked(sent), lines, frame.words());
        return Page.of(templates.suspenseItem(page, answers, frame)).status(status);
    }

    private SuspenseItem find(String id) {
        return Optional.of(id)
                .filter(given -> given.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .flatMap(number -> suspense.item(number, QueuePages.scope()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
