package localgov.ims.accounts;

import gg.jte.generated.precompiled.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.accounts.pages.AccountFormPage;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fund;
import localgov.ims.govuk.Option;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// One account holder, added or corrected by hand, where a service system is late or there is none.
@Controller
@Needs(Permission.LOAD_ACCOUNTS)
class AccountFormScreens {
    private static final String ADD = AccountScreens.PATH + "/add";
    private static final String CHANGE = AccountScreens.PATH + "/{id}/change";
    private static final int REFUSED = 422;
    private static final List<String> TYPED =
            List.of("name", "address", "balance_pounds", "stopped", "stop_message", "message_code");

    private final Templates templates;
    private final AccountKeeping keeping;
    private final AccountLookup lookup;
    private final AccountStore store;
    private final Catalogue catalogue;

    AccountFormScreens(
            Templates templates,
            AccountKeeping keeping,
            AccountLookup lookup,
            AccountStore store,
            Catalogue catalogue) {
        this.templates = templates;
        this.keeping = keeping;
        this.lookup = lookup;
        this.store = store;
        this.catalogue = catalogue;
    }

    private static Scope scope() {
        return CurrentCaller.scope(Permission.LOAD_ACCOUNTS);
    }

    @GetMapping(ADD)
    View add(OfficeFrame frame) {
        return draw(adding(frame.words()), Answers.none(frame.words()), frame);
    }

    private AccountFormPage adding(Words words) {
        var funds = Stream.concat(
                        Stream.of(Option.of("", words.say("accounts.form.choose-fund"))),
                        catalogue.now().funds().stream()
                                .filter(fund -> !fund.isSuspense() && scope().allowsFund(fund.code()))
                                .map(fund -> Option.of(fund.code(), name(fund, words))))
                .toList();
        return new AccountFormPage(words.say("accounts.form.add"), ADD, AccountScreens.PATH, funds, null, "");
    }

    private static String name(Fund fund, Words words) {
        return words.either(fund.name(), fund.nameInWelsh());
    }

    private Page draw(AccountFormPage page, Answers answers, OfficeFrame frame) {
        return Page.of(templates.accountsForm(page, answers, frame));
    }

    @PostMapping(ADD)
    View add(@RequestParam Map<String, String> sent, Person person, OfficeFrame frame) {
        var cells = cells(sent);
        cells.put("fund", sent.getOrDefault("fund", ""));
        cells.put("number", sent.getOrDefault("number", ""));
        var answers = Answers.of(frame.words(), sent);
        return switch (keeping.add(cells, scope().onlyFunds(), person.signature())) {
            case AccountKeeping.Kept.Done(var id) ->
                Page.redirect(AccountPages.path(id, null)).saying("accounts.form.added");
            case AccountKeeping.Kept.Meanwhile _ ->
                draw(adding(frame.words()), answers.wrong("number", "accounts.form.there"), frame)
                        .status(REFUSED);
            case AccountKeeping.Kept.Wrong(var problems) ->
                draw(adding(frame.words()), told(answers, problems, frame.words()), frame)
                        .status(REFUSED);
        };
    }

    private static Map<String, String> cells(Map<String, String> sent) {
        var cells = new HashMap<String, String>();
        TYPED.forEach(column -> cells.put(column, sent.getOrDefault(column, "")));
        cells.computeIfPresent(
                "balance_pounds", (_, typed) -> typed.replaceAll("[£,\\s]", "").replace('−', '-'));
        return cells;
    }

    private static Answers told(Answers answers, List<Loaded.RowProblem> problems, Words words) {
        var told = answers;
        for (var problem : problems) {
            told = told.wrongAs(problem.column(), problem.problem().in(words.language()));
        }
        return told;
    }

    /// An account, and what tells whether it was changed since.
    private record Held(Account account, AccountStore.Key key) {}

    private Held held(String id) {
        return Optional.of(id)
                .filter(given -> given.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .flatMap(number -> lookup.one(number, scope()))
                .flatMap(known -> store.find(known.fund(), known.number())
                        .flatMap(account ->
                                store.key(account.fund(), account.number()).map(key -> new Held(account, key))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(CHANGE)
    View change(@PathVariable String id, OfficeFrame frame) {
        var held = held(id);
        return draw(changing(held, frame.words()), Answers.of(frame.words(), said(held.account())), frame);
    }

    private AccountFormPage changing(Held held, Words words) {
        var account = held.account();
        var fund = catalogue
                .now()
                .fund(account.fund())
                .map(one -> name(one, words))
                .orElse(account.fund());
        var path = AccountPages.path(held.key().id(), null);
        return new AccountFormPage(
                words.say("accounts.form.change"),
                path + "/change",
                path,
                List.of(),
                words.say("accounts.form.known", fund, account.number()),
                Long.toString(held.key().changedBy()));
    }

    private static Map<String, String> said(Account account) {
        return Map.of(
                "name", account.name(),
                "address", account.address(),
                "balance_pounds", pounds(account.balance()),
                "stopped", account.stopped() ? "yes" : "no",
                "stop_message", account.stopMessage(),
                "message_code", account.messageCode());
    }

    private static String pounds(@Nullable Money balance) {
        return balance == null ? "" : balance.toString().replaceAll("[£,]", "").replace('−', '-');
    }

    /// What was changed meanwhile is shown as it is now, and nothing of what was typed is kept unseen.
    @PostMapping(CHANGE)
    View change(@PathVariable String id, @RequestParam Map<String, String> sent, Person person, OfficeFrame frame) {
        var held = held(id);
        var cells = cells(sent);
        cells.put("fund", held.account().fund());
        cells.put("number", held.account().number());
        var answers = Answers.of(frame.words(), sent);
        return switch (keeping.change(held.account(), seen(sent), cells, scope().onlyFunds(), person.signature())) {
            case AccountKeeping.Kept.Done(var account) ->
                Page.redirect(AccountPages.path(account, null)).saying("accounts.form.changed");
            case AccountKeeping.Kept.Meanwhile _ -> meanwhile(held(id), frame);
            case AccountKeeping.Kept.Wrong(var problems) ->
                draw(changing(held, frame.words()), told(answers, problems, frame.words()), frame)
                        .status(REFUSED);
        };
    }

    private Page meanwhile(Held held, OfficeFrame frame) {
        var answers = Answers.of(frame.words(), said(held.account())).refused("accounts.form.meanwhile");
        return draw(changing(held, frame.words()), answers, frame).status(REFUSED);
    }

    private static long seen(Map<String, String> sent) {
        var typed = Objects.requireNonNullElse(sent.get("seen"), "");
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : -1;
    }
}
