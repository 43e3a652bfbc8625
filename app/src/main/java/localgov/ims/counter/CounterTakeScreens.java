package localgov.ims.counter;

import gg.jte.generated.precompiled.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import localgov.ims.catalogue.Office;
import localgov.ims.counter.pages.CounterTakePage;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Taking the money of a basket: what is written down of it depends on what it is paid with.
@Controller
@Needs(Permission.TAKE_PAYMENTS)
class CounterTakeScreens {
    private final Templates templates;
    private final Counter counter;
    private final CounterBaskets baskets;
    private final CounterRules rules;

    CounterTakeScreens(Templates templates, Counter counter, CounterBaskets baskets, CounterRules rules) {
        this.templates = templates;
        this.counter = counter;
        this.baskets = baskets;
        this.rules = rules;
    }

    @GetMapping(CounterPaths.ONE + "/take")
    View taking(@PathVariable String id, Caller caller, OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        return CounterBaskets.elsewhere(payment)
                .orElseGet(() -> counter.problems(payment, caller).isEmpty()
                        ? draw(payment, Answers.none(frame.words()), frame)
                        : Page.redirect(CounterPaths.how(payment.id())));
    }

    private Page draw(CounterPayment payment, Answers answers, OfficeFrame frame) {
        return Page.of(templates.counterTake(page(payment, frame.words()), answers, frame));
    }

    private CounterTakePage page(CounterPayment payment, Words words) {
        var how = payment.how();
        var means = means(payment);
        return new CounterTakePage(
                means == Means.CARD_PAGE ? CounterPaths.card(payment.id()) : CounterPaths.take(payment.id()),
                CounterPaths.how(payment.id()),
                means.name(),
                method(payment, words),
                words.money(payment.total()),
                facts(payment, how, words),
                payment.version());
    }

    private Means means(CounterPayment payment) {
        return counter.means(payment).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String method(CounterPayment payment, Words words) {
        return baskets.rules()
                .method(Objects.requireNonNull(payment.how().method()))
                .map(known -> words.either(known.name(), known.nameInWelsh()))
                .orElseThrow();
    }

    private List<SummaryRow> facts(CounterPayment payment, CounterPayment.How how, Words words) {
        var facts = new ArrayList<SummaryRow>();
        for (var line : payment.lines()) {
            facts.add(SummaryRow.of(CounterRefusals.inFull(line, baskets.rules(), words), words.money(line.amount())));
        }
        if (how.payer() != null) {
            facts.add(SummaryRow.of(words.say("counter.payer"), how.payer()));
        }
        if (how.callReference() != null) {
            facts.add(SummaryRow.of(words.say("counter.call"), how.callReference()));
        }
        rules.ways(Scope.EVERYTHING)
                .office(Objects.requireNonNullElse(how.office(), ""))
                .map(Office::name)
                .ifPresent(office -> facts.add(SummaryRow.of(words.say("counter.office"), office)));
        return facts;
    }

    @PostMapping(CounterPaths.ONE + "/take")
    View take(@PathVariable String id, @RequestParam Map<String, String> sent, Caller caller, OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        if (payment.state() != CounterState.OPEN) {
            return Page.redirect(CounterPaths.now(payment));
        }
        var seen = sent.getOrDefault("seen", "");
        if (!seen.equals(String.valueOf(payment.version()))) {
            return baskets.changedSince(payment, caller);
        }
        var problems = counter.problems(payment, caller);
        if (!problems.isEmpty()) {
            return refused(payment, problems, frame);
        }
        var form = EvidenceForm.read(means(payment), payment.total(), sent, frame.words());
        if (!form.answers().hold()) {
            return draw(payment, form.answers(), frame).status(CounterBaskets.REFUSED);
        }
        return switch (counter.take(payment.id(), payment.version(), form.evidence(), caller)) {
            case Taken.Done(var taken) -> Page.redirect(CounterPaths.receipt(taken.id()));
            case Taken.SeenBefore(var taken) -> Page.redirect(CounterPaths.receipt(taken.id()));
            case Taken.ChangedSince(var changed) -> baskets.changedSince(changed, caller);
            case Taken.Refused(var wrong) -> refused(payment, wrong, frame);
            case Taken.NoSuchPayment _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /// What is wrong with a line is put right in the basket; the rest where it was said how it is paid.
    private View refused(CounterPayment payment, List<Taken.Problem> problems, OfficeFrame frame) {
        return problems.stream().anyMatch(problem -> problem.line() > 0)
                ? baskets.refused(payment, problems, frame)
                : Page.redirect(CounterPaths.how(payment.id())).saying("counter.say-again");
    }
}
