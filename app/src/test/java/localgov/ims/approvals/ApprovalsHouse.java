package localgov.ims.approvals;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.audit.Change;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What tests of the pages of approvals share: Ada asks, Ben approves, and everybody has a browser.
@WithCouncil
abstract class ApprovalsHouse {
    static final String INBOX = "/office/approvals";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Approvals approvals;

    @Autowired
    LimitStore limits;

    @Autowired
    DemoPeople demo;

    @Autowired
    People people;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void people() {
        within(() -> {
            demo.load();
            return true;
        });
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    Person person(String email) {
        return within(() -> people.find(email).orElseThrow());
    }

    /// Ada asks for a limit of a kind of its own.
    ApprovalId asked(String kind) {
        return asked(kind, "admin@demo.example");
    }

    ApprovalId asked(String kind, String by) {
        var limit = new Limit(Money.pence(500_00), Money.pence(1_000_00), Money.pence(1_000_00), 7);
        var ask = Ask.of(
                        LimitKind.NAME,
                        "limit:" + kind,
                        "Set the limit for " + kind,
                        LimitKind.Wanted.of(kind, limit, 0).json(),
                        person(by))
                .changing(List.of(new Change("At once", "£0.00", "£500.00"), new Change("Days", "7", "7")));
        return within(() -> approvals.ask(ask)) instanceof Asked.Waiting(var id) ? id : ApprovalId.fresh();
    }

    static String kind() {
        return "kind-" + UUID.randomUUID();
    }

    MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    MvcTestResult post(String address, RequestPostProcessor who, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(who).with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    static Document page(MvcTestResult reply) {
        try {
            return Jsoup.parse(reply.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String at(ApprovalId id) {
        return INBOX + "/" + id;
    }

    static String main(MvcTestResult reply) {
        return page(reply).expectFirst("main").text();
    }

    long allowed(String kind) {
        return within(() -> limits.limit(kind).map(kept -> kept.each().pence()).orElse(0L));
    }

    MvcTestResult inWelsh(String address, RequestPostProcessor who) {
        return mvc.get()
                .uri(address)
                .with(who)
                .cookie(new jakarta.servlet.http.Cookie("lang", "cy"))
                .exchange();
    }
}
