package localgov.ims.unpaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Source;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import localgov.ims.receipts.Accepted;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A council that received a cheque; afterwards the laws hold.
@WithCouncil
abstract class UnpaidJourney {
    static final String CY = "774952620";
    static final String CHEQUE = "cheque";
    static final AccountName IN_TRANSIT = AccountName.clearing(CHEQUE);

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient db;

    @Autowired
    Laws laws;

    @Autowired
    InstantSource clock;

    final RequestPostProcessor finance = SignedInAs.finance();

    @BeforeEach
    void aCouncil() {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            app.getBean(DemoAccounts.class).load(5);
            app.getBean(DemoPeople.class).load();
            return true;
        });
    }

    @AfterEach
    void theLawsHold() {
        within(() -> {
            assertThat(laws.all()).allMatch(law -> law.violations() == 0);
            return true;
        });
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    LocalDate today() {
        return London.dayOf(clock.instant());
    }

    /// Something that came in nine days ago.
    long received(String method, AccountName pot, Arrival.Line... lines) {
        return received("cash-return", method, pot, lines);
    }

    long received(String kind, String method, AccountName pot, Arrival.Line... lines) {
        var arrival = new Arrival(
                new Source(kind, UUID.randomUUID().toString()),
                pot,
                today().minusDays(9),
                method,
                "PR",
                "post",
                "C Pays",
                List.of(lines));
        return within(() -> ((Accepted.New) app.getBean(Receipts.class).accept(arrival, By.person("cal")))
                .journal()
                .value());
    }

    long cheque() {
        return received(CHEQUE, IN_TRANSIT, Arrival.Line.of("23", CY, Money.pounds(120, 0), null));
    }

    static String path(long journal) {
        return "/office/receipts/" + journal + "-1/returned";
    }

    MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    static Document page(MvcTestResult reply) {
        try {
            var page = Jsoup.parse(reply.getResponse().getContentAsString());
            assertThat(page.select("h1")).as("one h1").hasSize(1);
            page.select(".govuk-error-summary a[href^=#]")
                    .forEach(link -> assertThat(page.select(link.attr("href")))
                            .as("what the error %s leads to", link.text())
                            .hasSize(1));
            return page;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    MvcTestResult send(long journal, LocalDate day, String reason, RequestPostProcessor who) {
        var fields = Map.of(
                "day-day", "" + day.getDayOfMonth(),
                "day-month", "" + day.getMonthValue(),
                "day-year", "" + day.getYear(),
                "reason", reason);
        var call = mvc.post().uri(path(journal)).with(who).with(csrf());
        fields.forEach(call::param);
        return call.exchange();
    }

    Returned write(long journal) {
        return within(() -> app.getBean(UnpaidReceipts.class)
                .write(
                        journal,
                        1,
                        today(),
                        "Refer to drawer",
                        app.getBean(People.class).find("finance@demo.example").orElseThrow()));
    }

    List<String> returned(long journal) {
        return within(() ->
                db.sql("""
                select from_account || ' > ' || to_account || ' ' || pence || ' ' || vat_pence || ' ' || method || ' ' || happened_on
                  from ledger_postings
                 where source_kind = 'unpaid'
                   and source_id = :id
                 order by id
                """).param("id", journal + "/1").query(String.class).list());
    }

    List<String> noted(long journal) {
        return within(() -> db.sql("""
                select who
                  from audit_event
                 where did = 'receipt.returned-unpaid'
                   and subject = :subject
                """)
                .param("subject", "receipt:" + journal + "-1")
                .query(String.class)
                .list());
    }
}
