package localgov.ims.counter;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.List;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.catalogue.Method;
import localgov.ims.counter.pages.CounterTodayPage;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What somebody took today, and baskets.
@Controller
@Needs(Permission.TAKE_PAYMENTS)
class CounterScreens {
    private final Templates templates;
    private final Counter counter;
    private final CounterBaskets baskets;
    private final CounterCards cards;
    private final CounterRules rules;
    private final DayStore day;
    private final InstantSource clock;

    CounterScreens(
            Templates templates,
            Counter counter,
            CounterBaskets baskets,
            CounterCards cards,
            CounterRules rules,
            DayStore day,
            InstantSource clock) {
        this.templates = templates;
        this.counter = counter;
        this.baskets = baskets;
        this.cards = cards;
        this.rules = rules;
        this.day = day;
        this.clock = clock;
    }

    /// Where this is found in the office.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace counterPlace() {
            return OfficePlaces.at(15, "counter.place", CounterPaths.ROOT, Permission.TAKE_PAYMENTS);
        }
    }

    @GetMapping(CounterPaths.ROOT)
    View today(Caller caller, OfficeFrame frame) {
        cards.followAll(caller);
        return Page.of(templates.counterToday(page(caller, frame.words()), frame));
    }

    private CounterTodayPage page(Caller caller, Words words) {
        var who = caller.signature();
        var today = London.dayOf(clock.instant());
        var since = London.startOf(today);
        var totals = day.totals(who, since);
        var ways = rules.ways(caller.scope(Permission.TAKE_PAYMENTS));
        return new CounterTodayPage(
                words.weekday(today),
                totals.stream().map(total -> total(total, words)).toList(),
                words.money(totals.stream()
                        .map(total -> total.taken().minus(total.back()))
                        .reduce(Money.ZERO, Money::plus)),
                rows(day.taken(who, since), words),
                rows(day.unfinished(who), words),
                !ways.funds().isEmpty()
                        && !ways.offices().isEmpty()
                        && !ways.methods().isEmpty());
    }

    private CounterTodayPage.Total total(DayStore.Total total, Words words) {
        return new CounterTodayPage.Total(
                name(total.method(), words),
                baskets.rules().method(total.method()).map(Method::colour).orElse(""),
                words.number(total.payments()),
                words.money(total.taken()),
                total.back().isZero() ? "" : words.money(total.back().negated()),
                words.money(total.taken().minus(total.back())));
    }

    private String name(@Nullable String method, Words words) {
        return method == null
                ? ""
                : baskets.rules()
                        .method(method)
                        .map(known -> words.either(known.name(), known.nameInWelsh()))
                        .orElse(method);
    }

    private List<CounterTodayPage.Row> rows(List<DayStore.One> ones, Words words) {
        return ones.stream()
                .map(one -> new CounterTodayPage.Row(
                        one.state() == CounterState.ON_CARD_PAGE
                                ? CounterPaths.card(one.id())
                                : one.state().isTaken() ? CounterPaths.receipt(one.id()) : CounterPaths.of(one.id()),
                        one.reference().grouped(),
                        one.state().isTaken() ? words.time(one.at()) : words.moment(one.at()),
                        name(one.method(), words),
                        one.payer() == null ? "" : one.payer(),
                        words.money(one.pence()),
                        one.back()))
                .toList();
    }

    @PostMapping(CounterPaths.ROOT)
    View begin(Caller caller) {
        return Page.redirect(CounterPaths.find(counter.begin(caller)));
    }

    @GetMapping(CounterPaths.ONE)
    View basket(@PathVariable String id, Caller caller, OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        return CounterBaskets.elsewhere(payment).orElseGet(() -> baskets.show(payment, frame));
    }

    @PostMapping(CounterPaths.ONE + "/give-up")
    View giveUp(@PathVariable String id, Caller caller) {
        var payment = baskets.find(id, caller);
        return counter.giveUp(payment)
                ? Page.redirect(CounterPaths.ROOT).saying("counter.given-up")
                : baskets.changedSince(payment, caller);
    }

    @PostMapping(CounterPaths.ONE + "/lines/{line}/remove")
    View remove(
            @PathVariable String id,
            @PathVariable int line,
            @RequestParam(defaultValue = "-1") int seen,
            Caller caller) {
        var payment = baskets.find(id, caller);
        return payment.version() == seen && counter.remove(payment, line) instanceof Counter.Changed.Done
                ? Page.redirect(CounterPaths.of(payment.id()))
                : baskets.changedSince(payment, caller);
    }
}
