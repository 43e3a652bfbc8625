package localgov.ims.counter;

import gg.jte.generated.precompiled.Templates;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import localgov.ims.catalogue.Method;
import localgov.ims.counter.pages.CounterHowPage;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.Option;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// How a basket is paid: how the money came, with what, at which office, by whom and for which call.
@Controller
@Needs(Permission.TAKE_PAYMENTS)
class CounterHowScreens {
    private static final int LONGEST_PAYER = 100;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_CALL = 50;

    private final Templates templates;
    private final Counter counter;
    private final CounterBaskets baskets;
    private final CounterRules rules;
    private final CounterFees fees;

    CounterHowScreens(
            Templates templates, Counter counter, CounterBaskets baskets, CounterRules rules, CounterFees fees) {
        this.templates = templates;
        this.counter = counter;
        this.baskets = baskets;
        this.rules = rules;
        this.fees = fees;
    }

    @GetMapping(CounterPaths.ONE + "/how")
    View how(@PathVariable String id, Caller caller, OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        return CounterBaskets.elsewhere(payment)
                .orElseGet(() -> payment.lines().isEmpty()
                        ? Page.redirect(CounterPaths.of(payment.id()))
                        : draw(payment, said(payment, frame.words()), caller, frame));
    }

    private static Answers said(CounterPayment payment, Words words) {
        var how = payment.how();
        var answers = new HashMap<String, String>();
        answers.put("came", how.came() == null ? Came.DESK.code() : how.came().code());
        answers.put("method", Objects.requireNonNullElse(how.method(), ""));
        answers.put("office", Objects.requireNonNullElse(how.office(), ""));
        answers.put("payer", Objects.requireNonNullElse(how.payer(), ""));
        answers.put("address", Objects.requireNonNullElse(how.address(), ""));
        answers.put("call", Objects.requireNonNullElse(how.callReference(), ""));
        return Answers.of(words, answers);
    }

    private Page draw(CounterPayment payment, Answers answers, Caller caller, OfficeFrame frame) {
        return Page.of(templates.counterHow(page(payment, caller, frame.words()), answers, frame));
    }

    private CounterHowPage page(CounterPayment payment, Caller caller, Words words) {
        var ways = rules.ways(caller.scope(Permission.TAKE_PAYMENTS));
        var offices = ways.offices().stream()
                .map(office -> Option.of(office.code(), office.name()))
                .toList();
        return new CounterHowPage(
                CounterPaths.how(payment.id()),
                CounterPaths.of(payment.id()),
                words.money(payment.bill()),
                Stream.of(Came.values())
                        .filter(came -> !ways.methods(came).isEmpty())
                        .map(came -> Choice.of(came.code(), words.say("counter.came." + came.code())))
                        .toList(),
                ways.methods().stream()
                        .map(method -> choice(method, payment, words))
                        .toList(),
                offices.size() == 1
                        ? offices
                        : Stream.concat(Stream.of(Option.of("", words.say("counter.choose-office"))), offices.stream())
                                .toList(),
                rules.wantsAddress(payment),
                payment.version());
    }

    /// A way to pay, with what it costs whoever pays.
    private Choice choice(Method method, CounterPayment payment, Words words) {
        var choice = Choice.of(method.code(), words.either(method.name(), method.nameInWelsh()));
        return fees.of(method.code())
                .map(fee -> fee.on(payment.bill()))
                .filter(Money::isPositive)
                .map(charged -> choice.hint(words.say("counter.fee.adds", charged)))
                .orElse(choice);
    }

    @PostMapping(CounterPaths.ONE + "/how")
    View say(@PathVariable String id, @RequestParam Map<String, String> sent, Caller caller, OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        if (payment.state() != CounterState.OPEN
                || !String.valueOf(payment.version()).equals(sent.get("seen"))) {
            return baskets.changedSince(payment, caller);
        }
        var how = new CounterPayment.How(
                Came.of(text(sent, "came")).orElse(null),
                orNull(text(sent, "office")),
                orNull(text(sent, "method")),
                CounterRules.masked(text(sent, "payer")),
                CounterRules.masked(text(sent, "address")),
                CounterRules.masked(text(sent, "call")));
        var said = payment.saying(how);
        var answers = checked(Answers.of(frame.words(), sent), sent, how, caller);
        var problems = counter.problems(said, caller);
        var refusals = new CounterRefusals(baskets.rules(), frame.words());
        for (var problem : problems) {
            if (problem.line() == 0 && answers.error(problem.field()) == null) {
                answers = answers.wrongAs(problem.field(), refusals.inWords(problem));
            }
        }
        if (!answers.hold()) {
            return draw(payment, answers, caller, frame).status(CounterBaskets.REFUSED);
        }
        if (!problems.isEmpty()) {
            return baskets.refused(payment, problems, frame);
        }
        return counter.say(payment, how) instanceof Counter.Changed.Done
                ? Page.redirect(CounterPaths.take(payment.id()))
                : baskets.changedSince(payment, caller);
    }

    private static String text(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").strip();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /// What is wrong with each answer by itself, and with the two that have to go together.
    private Answers checked(Answers answers, Map<String, String> sent, CounterPayment.How how, Caller caller) {
        var checked = answers;
        var ways = rules.ways(caller.scope(Permission.TAKE_PAYMENTS));
        if (how.came() == null) {
            checked = checked.wrong("came", "counter.came.needed");
        } else {
            var method = ways.method(text(sent, "method"));
            if (method.isPresent() && Means.of(method.get(), how.came()).isEmpty()) {
                checked = checked.wrong(
                        "method", "counter.method.not-so." + how.came().code());
            }
        }
        checked = notLong(checked, sent, "payer", LONGEST_PAYER);
        checked = notLong(checked, sent, "address", LONGEST_ADDRESS);
        return notLong(checked, sent, "call", LONGEST_CALL);
    }

    private static Answers notLong(Answers answers, Map<String, String> sent, String field, int longest) {
        return text(sent, field).length() > longest ? answers.wrong(field, "counter.too-long", longest) : answers;
    }
}
