package localgov.ims.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.HashSet;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Request;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.people.Sessions;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.words.WordBook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What tests of the pages of people share: Ada manages people, Ann agrees, Ben may not.
@WithCouncil
abstract class StaffHouse {
    static final String ADA = "admin@demo.example";

    static final String ANN = "finance@demo.example";

    static final String BEN = "approver@demo.example";

    static final String PASSWORD = "a long enough password";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoPeople demo;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    People people;

    @Autowired
    Approvals approvals;

    @Autowired
    Sessions sessions;

    @Autowired
    WordBook book;

    @BeforeEach
    void colleaguesAreThere() {
        within(() -> {
            catalogue.load();
            demo.load();
            return true;
        });
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    Person somebodyNew(String name) {
        var email = name.toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID() + "@demo.example";
        return ((People.Added.Now) within(() -> people.add(email, name, PASSWORD, "system"))).person();
    }

    Person demo(String email) {
        return within(() -> people.find(email)).orElseThrow();
    }

    Person now(Person person) {
        return within(() -> people.find(person.id())).orElseThrow();
    }

    MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    MvcTestResult post(String path, RequestPostProcessor who, String... fields) {
        var request = mvc.post().uri(path).with(who).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    static Document read(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    Document page(String path) {
        var result = get(path, SignedInAs.admin());
        assertThat(result).as(path).hasStatusOk();
        return wellMade(path, read(result));
    }

    /// One heading, a name for every field, no id twice, and errors that lead to their fields.
    static Document wellMade(String path, Document page) {
        assertThat(page.select("h1")).as(path).hasSize(1);
        var ids = new HashSet<String>();
        page.select("[id]")
                .forEach(element -> assertThat(ids.add(element.id()))
                        .as(path + " has the id " + element.id() + " once")
                        .isTrue());
        page.select("main input:not([type=hidden]), main select, main textarea")
                .forEach(field -> assertThat(page.select("label[for=" + field.id() + "]"))
                        .as(path + ": " + field.attr("name"))
                        .hasSize(1));
        page.select(".govuk-error-summary a")
                .forEach(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1)))
                                .as(path + ": " + link.attr("href"))
                                .isNotNull());
        return page;
    }

    Request waiting(String kind, String subject) {
        return within(() -> approvals.waiting(kind, subject)).getFirst();
    }

    Approval agree(Request request, String who) {
        return within(() -> approvals.approve(request.id(), demo(who)));
    }
}
