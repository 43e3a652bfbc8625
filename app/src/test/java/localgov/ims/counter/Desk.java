package localgov.ims.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A desk of the demonstration council, as tests stand at it: through the front door, or through the pages.
final class Desk {
    static final String CASHIER = "cashier@demo.example";
    /// Cy's council tax account, which exists.
    static final String CY = "774952620";

    static final String FINE = "BJ99518409";

    final JdbcClient db;
    final Counter counter;
    private final ApplicationContext app;
    private final MockMvcTester mvc;

    Desk(ApplicationContext app, MockMvcTester mvc) {
        this.app = app;
        this.mvc = mvc;
        this.db = app.getBean(JdbcClient.class);
        this.counter = app.getBean(Counter.class);
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(DemoAccounts.class).load(5);
            app.getBean(DemoPeople.class).load();
            return true;
        });
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    Person person(String email) {
        return within(() -> app.getBean(People.class).find(email).orElseThrow());
    }

    Person cashier() {
        return person(CASHIER);
    }

    static CounterPayment.Line line(String fund, String account, long pence) {
        return new CounterPayment.Line(0, fund, account, Money.pence(pence), null, null);
    }

    static CounterPayment.How at(Came came, String office, String method) {
        return new CounterPayment.How(came, office, method, "C Pays", null, null);
    }

    /// A basket that may be taken.
    CounterPayment basket(Person who, CounterPayment.How how, CounterPayment.Line... lines) {
        return within(() -> {
            var id = counter.begin(who);
            for (var line : lines) {
                assertThat(counter.add(counter.find(id, who).orElseThrow(), line, who))
                        .isInstanceOf(Counter.Changed.Done.class);
            }
            assertThat(counter.say(counter.find(id, who).orElseThrow(), how)).isInstanceOf(Counter.Changed.Done.class);
            return counter.find(id, who).orElseThrow();
        });
    }

    CounterPayment cash(Person who, CounterPayment.Line... lines) {
        return basket(who, at(Came.DESK, "TH", "cash"), lines);
    }

    CounterPayment taken(Person who, CounterPayment.Line... lines) {
        var basket = cash(who, lines);
        return ((Taken.Done)
                        within(() -> counter.take(basket.id(), basket.version(), Evidence.cash(basket.total()), who)))
                .payment();
    }

    /// The postings that came of a payment, as people read them.
    java.util.List<String> postings(CounterPayment payment) {
        return within(() -> db.sql("""
                select from_account || ' > ' || to_account || ' ' || pence || ' ' || vat_pence || ' ' || method || ' ' || office
                       || ' ' || channel || ' ' || entered_by as words
                  from ledger_postings
                 where source_id = :id
                 order by id
                """)
                .param("id", payment.id().toString())
                .query(String.class)
                .list());
    }

    MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    Document page(String path, RequestPostProcessor who) {
        var reply = get(path, who);
        assertThat(reply).as(path).hasStatusOk();
        return page(reply);
    }

    static Document page(MvcTestResult reply) {
        try {
            var page = Jsoup.parse(reply.getResponse().getContentAsString());
            assertThat(page.select("h1")).as("one h1").hasSize(1);
            page.select(".govuk-error-summary a")
                    .forEach(link -> assertThat(page.select(link.attr("href")))
                            .as("what the error %s leads to", link.text())
                            .hasSize(1));
            return page;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param fields names and values, one after the other
    MvcTestResult post(String path, RequestPostProcessor who, String... fields) {
        var request = mvc.post().uri(path).with(who).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    static String location(MvcTestResult reply) {
        assertThat(reply).hasStatus(303);
        return String.valueOf(reply.getResponse().getHeader("Location"));
    }

    /// What the page shows as its version, to be sent with what is filled in.
    static String seen(Document page) {
        return page.expectFirst("input[name=seen]").val();
    }
}
