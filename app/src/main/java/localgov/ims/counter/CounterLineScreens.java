package localgov.ims.counter;

import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.accounts.AccountFinder;
import localgov.ims.accounts.AccountFinder.Holder;
import localgov.ims.catalogue.Door;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.ReferenceCheck;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// One line of a basket: how much, with which VAT, and what for. Which account it is stands in the address as a number
/// that says nothing, or is kept with the basket.
@Controller
@Needs(Permission.TAKE_PAYMENTS)
class CounterLineScreens {
    private final Templates templates;
    private final Counter counter;
    private final CounterBaskets baskets;
    private final CounterLinePages pages;
    private final CounterRules rules;
    private final AccountFinder accounts;

    CounterLineScreens(
            Templates templates,
            Counter counter,
            CounterBaskets baskets,
            CounterLinePages pages,
            CounterRules rules,
            AccountFinder accounts) {
        this.templates = templates;
        this.counter = counter;
        this.baskets = baskets;
        this.pages = pages;
        this.rules = rules;
        this.accounts = accounts;
    }

    /// Whose account is paid.
    ///
    /// @param self where the line's page is
    /// @param holder absent where nobody is known, or nobody may be seen
    record Whose(
            String self,
            String fund,
            String account,
            @Nullable Holder holder) {}

    @GetMapping(CounterPaths.ONE + "/add")
    View adding(@PathVariable String id, @RequestParam Map<String, String> asked, Caller caller, OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        var whose = whose(payment, asked, caller);
        var answers = expected(whose, caller)
                .map(amount -> Answers.none(frame.words()).with("amount", plain(amount)))
                .orElseGet(() -> Answers.none(frame.words()));
        return CounterBaskets.elsewhere(payment)
                .orElseGet(() -> Page.of(
                        templates.counterLine(pages.page(payment, whose, true, frame.words()), answers, frame)));
    }

    /// What is most likely paid: the fund's price, or what is owed.
    private Optional<Money> expected(Whose whose, Caller caller) {
        return ways(caller)
                .fund(whose.fund())
                .flatMap(Fund::suggested)
                .or(() ->
                        Optional.ofNullable(whose.holder()).map(Holder::balance).filter(Money::isPositive));
    }

    static String plain(Money amount) {
        return amount.inPounds().toPlainString();
    }

    @PostMapping(CounterPaths.ONE + "/add")
    View add(@PathVariable String id, @RequestParam Map<String, String> sent, Caller caller, OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        var whose = whose(payment, sent, caller);
        return write(payment, whose, 0, true, sent, caller, frame);
    }

    @GetMapping(CounterPaths.ONE + "/lines/{number}")
    View changing(@PathVariable String id, @PathVariable int number, Caller caller, OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        var line = payment.line(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var answers = Answers.none(frame.words())
                .with("amount", plain(line.amount()))
                .with("vat", Objects.requireNonNullElse(line.vatCode(), ""))
                .with("narrative", Objects.requireNonNullElse(line.narrative(), ""));
        return CounterBaskets.elsewhere(payment)
                .orElseGet(() -> Page.of(templates.counterLine(
                        pages.page(payment, known(payment, line, caller), false, frame.words()), answers, frame)));
    }

    @PostMapping(CounterPaths.ONE + "/lines/{number}")
    View change(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam Map<String, String> sent,
            Caller caller,
            OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        var line = payment.line(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return write(payment, known(payment, line, caller), number, false, sent, caller, frame);
    }

    private View write(
            CounterPayment payment,
            Whose whose,
            int number,
            boolean adding,
            Map<String, String> sent,
            Caller caller,
            OfficeFrame frame) {
        if (!String.valueOf(payment.version()).equals(sent.get("seen"))) {
            return baskets.changedSince(payment, caller);
        }
        var fixed = ways(caller).fund(whose.fund()).flatMap(fund -> fund.priceAt(Door.STAFF));
        var typed = sent.getOrDefault("amount", "");
        var amount = typed.isBlank() && fixed.isPresent() ? fixed : TypedMoney.read(typed);
        var narrative = sent.getOrDefault("narrative", "").strip();
        var answers = Answers.of(frame.words(), sent);
        if (amount.isEmpty()) {
            answers = fixed.isPresent()
                    ? answers.refused("counter.refused.price", fixed.get())
                    : answers.wrong("amount", "counter.amount.needed");
        }
        if (narrative.length() > CounterRules.LONGEST_NARRATIVE) {
            answers = answers.wrong("narrative", "counter.narrative.long", CounterRules.LONGEST_NARRATIVE);
        }
        if (!answers.hold()) {
            return again(payment, whose, adding, answers, frame);
        }
        var vat = sent.getOrDefault("vat", "");
        var line = new CounterPayment.Line(
                number,
                whose.fund(),
                whose.account(),
                amount.orElseThrow(),
                vat.isEmpty() ? null : vat,
                narrative.isEmpty() ? null : narrative);
        var changed = adding ? counter.add(payment, line, caller) : counter.change(payment, line, caller);
        return switch (changed) {
            case Counter.Changed.Done _ -> Page.redirect(CounterPaths.of(payment.id()));
            case Counter.Changed.ByAnother _ -> baskets.changedSince(payment, caller);
            case Counter.Changed.Full _ ->
                Page.redirect(CounterPaths.of(payment.id())).saying("counter.full");
            case Counter.Changed.Refused(var problem) ->
                again(payment, whose, adding, refused(answers, problem, fixed.isPresent(), frame), frame);
        };
    }

    /// @param fixed whether there is a price, and so no field for an amount
    private Answers refused(Answers answers, Taken.Problem problem, boolean fixed, OfficeFrame frame) {
        var sentence = new CounterRefusals(baskets.rules(), frame.words()).inWords(problem);
        // Whose account it is cannot be changed here: what is wrong with it belongs to no field of the page.
        if (problem.field().equals("vat")) {
            return answers.wrongAs("vat", sentence);
        }
        return fixed ? answers.refused("counter.as-it-is", sentence) : answers.wrongAs("amount", sentence);
    }

    private View again(CounterPayment payment, Whose whose, boolean adding, Answers answers, OfficeFrame frame) {
        return Page.of(templates.counterLine(pages.page(payment, whose, adding, frame.words()), answers, frame))
                .status(CounterBaskets.REFUSED);
    }

    /// The account that was chosen, or the number that was typed for a fund.
    private Whose whose(CounterPayment payment, Map<String, String> asked, Caller caller) {
        var account = asked.get("account");
        return (account == null ? typed(payment, caller) : chosen(payment, account, caller))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Whose> chosen(CounterPayment payment, String account, Caller caller) {
        return Optional.of(account)
                .filter(given -> given.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .flatMap(number -> accounts.look(number, CounterFindScreens.seeing(caller), caller.signature()))
                .filter(holder -> ways(caller).fund(holder.fund()).isPresent())
                .map(holder -> new Whose(
                        CounterPaths.add(payment.id()) + "?account=" + holder.id(),
                        holder.fund(),
                        holder.number(),
                        holder));
    }

    private Optional<Whose> typed(CounterPayment payment, Caller caller) {
        return counter.typed(payment.id())
                .flatMap(typed -> ways(caller)
                        .fund(typed.fund())
                        .flatMap(fund -> fund.check(typed.account()) instanceof ReferenceCheck.Fits(var number, var _)
                                ? Optional.of(new Whose(CounterPaths.add(payment.id()), fund.code(), number, null))
                                : Optional.empty()));
    }

    private Ways ways(Caller caller) {
        return rules.ways(caller.scope(Permission.TAKE_PAYMENTS));
    }

    /// An account that is in the basket already, as whoever takes the payment may see it.
    private Whose known(CounterPayment payment, CounterPayment.Line line, Caller caller) {
        var holder = accounts.find(line.account(), line.fund(), CounterFindScreens.seeing(caller), 2).stream()
                .filter(one -> one.number().equals(line.account()))
                .findFirst()
                .orElse(null);
        return new Whose(CounterPaths.line(payment.id(), line.line()), line.fund(), line.account(), holder);
    }
}
