package localgov.ims.counter;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.accounts.AccountFinder;
import localgov.ims.accounts.AccountFinder.Holder;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.ReferenceCheck;
import localgov.ims.counter.pages.CounterFindPage;
import localgov.ims.govuk.Option;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.RecentSearches;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/// Finding the account that is paid. What is looked for is never in an address. Whoever may not see account holders
/// types the number, and learns of nobody.
@Controller
@Needs(Permission.TAKE_PAYMENTS)
class CounterFindScreens {
    private static final String SEARCHES = "counter";
    private static final int SHOWN = 20;
    private static final int SUGGESTED = 8;
    private static final int LONGEST = 100;

    private final Templates templates;
    private final Counter counter;
    private final CounterBaskets baskets;
    private final CounterRules rules;
    private final AccountFinder accounts;

    CounterFindScreens(
            Templates templates, Counter counter, CounterBaskets baskets, CounterRules rules, AccountFinder accounts) {
        this.templates = templates;
        this.counter = counter;
        this.baskets = baskets;
        this.rules = rules;
        this.accounts = accounts;
    }

    /// What is looked for.
    ///
    /// @param fund empty for any
    private record Sought(String text, String fund) {
        static Sought of(Map<String, String> typed) {
            return new Sought(typed.getOrDefault("q", ""), typed.getOrDefault("fund", ""));
        }

        boolean isIn(String code) {
            return fund.isEmpty() || fund.equals(code);
        }
    }

    @GetMapping(CounterPaths.ONE + "/find")
    View find(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String search,
            HttpSession session,
            Caller caller,
            OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        var typed = recent(session).find(search);
        var answers = Answers.of(frame.words(), typed.orElse(Map.of()));
        return CounterBaskets.elsewhere(payment)
                .orElseGet(() -> Page.of(templates.counterFind(
                        typed.map(Sought::of)
                                .map(sought -> found(payment, sought, caller, frame.words()))
                                .orElseGet(() -> asking(payment, caller, frame.words())),
                        answers,
                        frame)));
    }

    /// Keeps what is looked for and goes on to what was found; to the one line when there is only one.
    ///
    /// @param use the fund for which the number is to be used as it was typed
    @PostMapping(CounterPaths.ONE + "/find")
    View look(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String fund,
            @RequestParam(defaultValue = "") String use,
            HttpSession session,
            Caller caller,
            OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        var typed = Map.of("q", q, "fund", fund);
        if (q.isBlank() || q.length() > LONGEST) {
            var answers = Answers.of(frame.words(), typed)
                    .wrongAs("q", frame.words().say(q.isBlank() ? "counter.find.blank" : "counter.find.long"));
            return Page.of(templates.counterFind(asking(payment, caller, frame.words()), answers, frame))
                    .status(CounterBaskets.REFUSED);
        }
        if (ways(caller).fund(use).filter(chosen -> fits(chosen, q)).isPresent()) {
            return used(payment, use, q);
        }
        var page = found(payment, Sought.of(typed), caller, frame.words());
        if (page.rows().size() == 1 && page.typed().isEmpty()) {
            return Page.redirect(page.rows().getFirst().href());
        }
        if (page.rows().isEmpty() && page.typed().size() == 1) {
            return used(payment, page.typed().getFirst().fund(), q);
        }
        return Page.redirect(page.self() + "?search=" + recent(session).keep(typed));
    }

    private View used(CounterPayment payment, String fund, String number) {
        counter.type(payment.id(), fund, number.strip());
        return Page.redirect(CounterPaths.add(payment.id()));
    }

    /// What the search box asks for while somebody types.
    @PostMapping(CounterPaths.ONE + "/find/suggestions")
    @ResponseBody
    List<CounterFindPage.Suggested> suggestions(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String fund,
            Caller caller,
            OfficeFrame frame) {
        var payment = baskets.find(id, caller);
        return q.length() > LONGEST
                ? List.of()
                : holders(new Sought(q, fund), caller, SUGGESTED).stream()
                        .map(holder -> suggested(payment, holder, frame.words()))
                        .toList();
    }

    private static RecentSearches recent(HttpSession session) {
        return new RecentSearches(session, SEARCHES);
    }

    private Ways ways(Caller caller) {
        return rules.ways(caller.scope(Permission.TAKE_PAYMENTS));
    }

    /// Those whom the caller may see, of funds that the caller takes payments for.
    private List<Holder> holders(Sought sought, Caller caller, int most) {
        var ways = ways(caller);
        return accounts
                .find(sought.text(), sought.fund().isEmpty() ? null : sought.fund(), seeing(caller), most)
                .stream()
                .filter(holder -> ways.fund(holder.fund()).isPresent())
                .toList();
    }

    static Scope seeing(Caller caller) {
        return caller.scope(Permission.SEE_ACCOUNTS);
    }

    private CounterFindPage asking(CounterPayment payment, Caller caller, Words words) {
        return page(payment, caller, null, List.of(), List.of(), words);
    }

    private CounterFindPage found(CounterPayment payment, Sought sought, Caller caller, Words words) {
        var holders = holders(sought, caller, SHOWN);
        var rows = holders.stream().map(holder -> row(payment, holder, words)).toList();
        var typed = typed(sought, holders, caller, words);
        int count = rows.size() + typed.size();
        return page(
                payment,
                caller,
                count == 0 ? words.say("counter.find.none") : words.count("counter.find.found", count),
                rows,
                typed,
                words);
    }

    /// The funds to which what was typed can belong as it is: their formats take it, and no account holder of theirs
    /// was found under it.
    private List<CounterFindPage.Typed> typed(Sought sought, List<Holder> holders, Caller caller, Words words) {
        var fits = new ArrayList<CounterFindPage.Typed>();
        for (var fund : ways(caller).funds()) {
            boolean seen = seeing(caller).isNothing() || !fund.accountMustExist();
            boolean asked = fund.format() != null || sought.fund().equals(fund.code());
            boolean found = holders.stream().anyMatch(holder -> holder.fund().equals(fund.code()));
            if (seen && asked && !found && sought.isIn(fund.code()) && fits(fund, sought.text())) {
                fits.add(new CounterFindPage.Typed(
                        words.say("counter.find.as", words.either(fund.name(), fund.nameInWelsh())),
                        fund.code(),
                        sought.text()));
            }
        }
        return fits;
    }

    private static boolean fits(Fund fund, String text) {
        return fund.check(text) instanceof ReferenceCheck.Fits;
    }

    private CounterFindPage page(
            CounterPayment payment,
            Caller caller,
            @Nullable String count,
            List<CounterFindPage.Row> rows,
            List<CounterFindPage.Typed> typed,
            Words words) {
        var funds = Stream.concat(
                        Stream.of(Option.of("", words.say("counter.find.any-fund"))),
                        ways(caller).funds().stream()
                                .map(fund -> Option.of(fund.code(), words.either(fund.name(), fund.nameInWelsh()))))
                .toList();
        var back = payment.lines().isEmpty() ? CounterPaths.ROOT : CounterPaths.of(payment.id());
        return new CounterFindPage(
                CounterPaths.find(payment.id()), back, funds, !seeing(caller).isNothing(), count, rows, typed);
    }

    private CounterFindPage.Row row(CounterPayment payment, Holder holder, Words words) {
        return new CounterFindPage.Row(
                href(payment, holder),
                name(holder, words),
                onOneLine(holder.address()),
                holder.number(),
                CounterRefusals.name(holder.fund(), baskets.rules(), words),
                owed(holder, words));
    }

    private CounterFindPage.Suggested suggested(CounterPayment payment, Holder holder, Words words) {
        var said = Stream.of(
                        name(holder, words),
                        onOneLine(holder.address()),
                        CounterRefusals.name(holder.fund(), baskets.rules(), words) + " " + holder.number())
                .filter(part -> !part.isBlank())
                .toList();
        return new CounterFindPage.Suggested(String.join(" · ", said), href(payment, holder));
    }

    private static String href(CounterPayment payment, Holder holder) {
        return CounterPaths.add(payment.id()) + "?account=" + holder.id();
    }

    static String name(Holder holder, Words words) {
        return holder.name().isBlank() ? words.say("counter.no-name") : holder.name();
    }

    static String onOneLine(String address) {
        return address.strip().replaceAll("\\s*\\R\\s*", ", ");
    }

    /// What is owed, in words; empty when the service does not say.
    static String owed(Holder holder, Words words) {
        var balance = holder.balance();
        if (balance == null) {
            return "";
        }
        if (balance.isZero()) {
            return words.say("counter.owed.nothing");
        }
        return balance.isPositive()
                ? words.say("counter.owed", balance)
                : words.say("counter.in-credit", balance.negated());
    }
}
