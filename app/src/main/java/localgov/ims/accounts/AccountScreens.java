package localgov.ims.accounts;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.accounts.pages.AccountsPage;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.RecentSearches;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Account holders: looked up by what a caller knows, and one with what is owed and what was paid. What is looked for
/// is never in an address.
@Controller
@Needs(Permission.SEE_ACCOUNTS)
class AccountScreens {
    static final String PATH = "/office/accounts";
    static final int ON_A_PAGE = 50;
    private static final int SUGGESTED = 8;
    private static final int LONGEST = 100;
    private static final int REFUSED = 422;

    private final Templates templates;
    private final AccountLookup lookup;
    private final AccountHistory history;
    private final AccountPages pages;
    private final AccountLooks looks;

    AccountScreens(
            Templates templates, AccountLookup lookup, AccountHistory history, AccountPages pages, AccountLooks looks) {
        this.templates = templates;
        this.lookup = lookup;
        this.history = history;
        this.pages = pages;
        this.looks = looks;
    }

    /// Where this is found in the office.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace accountsPlace() {
            return OfficePlaces.at(25, "accounts.accounts", PATH, Permission.SEE_ACCOUNTS);
        }
    }

    @GetMapping(PATH)
    View find(@RequestParam(required = false) @Nullable String search, HttpSession session, OfficeFrame frame) {
        var asked = recent(session).find(search).map(Lookup::of);
        if (search == null || asked.isEmpty()) {
            return Page.of(templates.accountsFind(pages.asking(frame.words()), Answers.none(frame.words()), frame));
        }
        var answers = Answers.of(
                frame.words(),
                Map.of("q", asked.get().text(), "fund", asked.get().fund()));
        var page = pages.found(found(asked.get(), ON_A_PAGE), search, frame.words());
        return Page.of(templates.accountsFind(page, answers, frame));
    }

    /// Keeps what is looked for and goes on to what was found; to the account itself when there is one alone.
    @PostMapping(PATH)
    View look(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String fund,
            HttpSession session,
            OfficeFrame frame) {
        var answers = Answers.of(frame.words(), Map.of("q", q, "fund", fund));
        if (q.isBlank()) {
            return again(answers.wrong("q", "accounts.find.blank"), frame);
        }
        if (q.length() > LONGEST) {
            return again(answers.wrong("q", "accounts.find.long", LONGEST), frame);
        }
        if (new Typed(q).isNothing()) {
            return again(answers.wrong("q", "accounts.find.nothing"), frame);
        }
        var asked = new Lookup(q, fund);
        var name = recent(session).keep(Map.of("q", q, "fund", fund));
        var found = found(asked, 2).accounts();
        return Page.redirect(
                found.size() == 1 ? AccountPages.path(found.getFirst().id(), name) : AccountPages.results(name));
    }

    private View again(Answers answers, OfficeFrame frame) {
        return Page.of(templates.accountsFind(pages.asking(frame.words()), answers, frame))
                .status(REFUSED);
    }

    /// What the search box asks for while somebody types.
    @PostMapping(PATH + "/suggestions")
    @ResponseBody
    List<AccountsPage.Suggested> suggestions(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String fund,
            OfficeFrame frame) {
        if (q.length() > LONGEST || new Typed(q).isNothing()) {
            return List.of();
        }
        return found(new Lookup(q, fund), SUGGESTED).accounts().stream()
                .map(account -> pages.suggested(account, frame.words()))
                .toList();
    }

    /// What is looked for.
    ///
    /// @param fund empty for any
    private record Lookup(String text, String fund) {
        static Lookup of(Map<String, String> typed) {
            return new Lookup(typed.getOrDefault("q", ""), typed.getOrDefault("fund", ""));
        }
    }

    private static RecentSearches recent(HttpSession session) {
        return new RecentSearches(session, "accounts");
    }

    private AccountLookup.Found found(Lookup asked, int most) {
        return lookup.find(
                new Typed(asked.text()),
                asked.fund().isEmpty() ? null : asked.fund(),
                CurrentCaller.scope(Permission.SEE_ACCOUNTS),
                most);
    }

    @GetMapping(PATH + "/{id}")
    View one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String after,
            HttpSession session,
            Person person,
            OfficeFrame frame) {
        var account = Optional.of(id)
                .filter(given -> given.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .flatMap(number -> lookup.one(number, CurrentCaller.scope(Permission.SEE_ACCOUNTS)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        looks.note(account.id(), person.signature());
        var place = AccountHistory.Place.read(after).orElse(AccountHistory.Place.START);
        var entries = CurrentCaller.may(Permission.SEE_RECEIPTS)
                ? history.of(account, CurrentCaller.scope(Permission.SEE_RECEIPTS), place, ON_A_PAGE + 1)
                : null;
        var from = recent(session).find(search).isPresent() ? search : null;
        return Page.of(templates.accountsOne(pages.one(account, entries, place, from, frame.words()), frame));
    }
}
