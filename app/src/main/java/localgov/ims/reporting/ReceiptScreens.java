package localgov.ims.reporting;

import gg.jte.generated.precompiled.Templates;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Finding receipts: one box that understands what is typed, and fields to narrow it down.
@Controller
@Needs(Permission.SEE_RECEIPTS)
class ReceiptScreens {
    static final String PATH = "/office/receipts";
    private static final int ON_A_PAGE = 50;
    private static final int REFUSED = 422;

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
            return new OfficeSearch(PATH, "q");
        }
    }

    @GetMapping(PATH)
    View find(@RequestParam Map<String, String> form, OfficeFrame frame) {
        var words = frame.words();
        var narrowing = Narrowing.of(form, words);
        var pages = new ReceiptPages(new Naming(catalogue.now(), words), form);
        if (!narrowing.answers().hold()) {
            var none = pages.nothing(narrowing);
            return Page.of(templates.reportingReceipts(none, narrowing.answers(), frame))
                    .status(REFUSED);
        }
        var reading = box.read(form.getOrDefault("q", ""), "words".equals(form.get("as")));
        var after = Position.read(form.getOrDefault("after", "")).orElse(null);
        var scope = CurrentCaller.scope(Permission.SEE_RECEIPTS);
        var found = reading.criteria()
                .map(narrowing::narrow)
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
