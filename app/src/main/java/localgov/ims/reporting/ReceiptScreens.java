package localgov.ims.reporting;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.OfficeSearch;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.pages.RecentSearches;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/// Finding receipts: one box that understands what is typed, and fields to narrow it down. What may say
/// whose money it is, a name, a reference or an account number, is posted and stays in the session;
/// addresses hold the rest.
@Controller
@Needs(Permission.SEE_RECEIPTS)
class ReceiptScreens {
    static final String PATH = "/office/receipts";
    private static final int ON_A_PAGE = 50;
    private static final int REFUSED = 422;

    /// Under which name what was typed is kept.
    static final String SEARCH = "search";

    /// What may say whose money it is.
    static final List<String> PERSONAL = List.of("q", "account");

    /// What may stand in an address.
    static final List<String> OPEN = List.of("as", "least", "most", "from", "to", "fund", "group");

    private final Templates templates;
    private final ReceiptSearch search;
    private final SearchBox box;
    private final Catalogue catalogue;

    ReceiptScreens(Templates templates, ReceiptSearch search, SearchBox box, Catalogue catalogue) {
        this.templates = templates;
        this.search = search;
        this.box = box;
        this.catalogue = catalogue;
    }

    /// Where this is found in the office.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace receiptsPlace() {
            return OfficePlaces.at(20, "reporting.receipts", PATH, Permission.SEE_RECEIPTS);
        }

        @Bean
        OfficeSearch officeSearch() {
            return new OfficeSearch(PATH, "q", _ -> CurrentCaller.may(Permission.SEE_RECEIPTS));
        }
    }

    /// Keeps what is looked for and goes on to what was found.
    @PostMapping(PATH)
    View look(@RequestParam Map<String, String> sent, HttpSession session) {
        var address = UriComponentsBuilder.fromPath(PATH);
        var typed = chosen(sent, PERSONAL);
        if (!typed.isEmpty()) {
            address.queryParam(SEARCH, recent(session).keep(typed));
        }
        var rest = chosen(sent, OPEN);
        rest.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return Page.redirect(address.encode().buildAndExpand(rest).toUriString());
    }

    private static Map<String, String> chosen(Map<String, String> sent, List<String> fields) {
        var chosen = new LinkedHashMap<String, String>();
        fields.forEach(name -> {
            var value = sent.getOrDefault(name, "");
            if (!value.isBlank()) {
                chosen.put(name, value);
            }
        });
        return chosen;
    }

    private static RecentSearches recent(HttpSession session) {
        return new RecentSearches(session, "receipts");
    }

    /// An address that somebody wrote by hand may say more than ours do; what it leads to does not.
    @GetMapping(PATH)
    View find(@RequestParam Map<String, String> sent, HttpSession session, OfficeFrame frame) {
        var form = new LinkedHashMap<>(sent);
        recent(session).find(sent.get(SEARCH)).ifPresent(form::putAll);
        var inAddress = chosen(sent, PERSONAL);
        if (!inAddress.isEmpty()) {
            form.put(SEARCH, recent(session).keep(inAddress));
        }
        return found(form, frame);
    }

    private View found(Map<String, String> form, OfficeFrame frame) {
        var words = frame.words();
        var narrowing = Narrowing.of(form, words);
        var pages = new ReceiptPages(new Naming(catalogue.now(), words), form);
        if (!narrowing.answers().hold()) {
            var none = pages.nothing(narrowing);
            return Page.of(templates.reportingReceipts(none, narrowing.answers(), frame))
                    .status(REFUSED);
        }
        var scope = CurrentCaller.scope(Permission.SEE_RECEIPTS);
        var reading = box.read(form.getOrDefault("q", ""), "words".equals(form.get("as")), scope);
        var after = Position.read(form.getOrDefault("after", "")).orElse(null);
        var found = reading.criteria()
                .map(criteria -> narrowing.narrow(criteria, catalogue.now()))
                .map(criteria -> search.counted(criteria, scope, after, ON_A_PAGE))
                .orElseGet(
                        () -> new ReceiptSearch.Found(List.of(), java.util.Optional.of(0), java.util.Optional.empty()));
        Answers answers = narrowing.answers();
        return Page.of(templates.reportingReceipts(
                pages.found(understood(reading.understood(), found, scope), found, narrowing), answers, frame));
    }

    /// Account numbers that somebody may see nothing of are not told to them.
    private static Understood understood(Understood read, ReceiptSearch.Found found, Scope scope) {
        if (scope.isEverything() || !(read instanceof Understood.PartOfAccounts(var part, var numbers))) {
            return read;
        }
        var seen = found.receipts().stream().map(FoundReceipt::accountNumber).toList();
        return new Understood.PartOfAccounts(
                part, numbers.stream().filter(seen::contains).toList());
    }
}
