package localgov.ims.advices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.Import;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Received;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Source;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.Person;
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

/// A council that collected Direct Debits and hears from Bacs; afterwards the laws hold. Each test has amounts of its
/// own.
@WithCouncil
abstract class ReturnsJourney {
    static final String CY = "774952620";
    private static long amounts = 40_000;

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

    @Autowired
    Imports imports;

    @Autowired
    Returns returns;

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

    LocalDate collected() {
        return today().minusDays(5);
    }

    /// An amount that no other test has.
    static synchronized long amount() {
        return ++amounts;
    }

    /// A Direct Debit that came in on a day, on an account of council tax.
    long debit(String account, long pence, LocalDate day) {
        return debit(new Source("cash-return", UUID.randomUUID().toString()), account, pence, day);
    }

    long debit(Source source, String account, long pence, LocalDate day) {
        var arrival = new Arrival(
                source,
                AccountName.bank("main"),
                day,
                "direct-debit",
                null,
                "bank",
                "C Pays",
                List.of(Arrival.Line.of("23", account, Money.pence(pence), null)));
        return within(() -> ((Accepted.New) app.getBean(Receipts.class).accept(arrival, By.person("cal")))
                .journal()
                .value());
    }

    Import handIn(byte[] file) {
        return within(() -> {
            try {
                var received =
                        imports.receive(new ByteArrayInputStream(file), "report.xml", null, "finance@demo.example");
                var id = switch (received) {
                    case Received.New(var fresh) -> fresh;
                    case Received.SeenBefore(var known) -> known;
                    default -> throw new AssertionError(received);
                };
                imports.run(id);
                return imports.find(id).orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Has the receipts looked for, as the job does.
    void look() {
        within(() -> {
            returns.lookAtAll();
            return true;
        });
    }

    /// All returns of an amount, the oldest first.
    List<ReturnRow> told(long pence) {
        return within(() -> returns.list(List.of(ReturnState.values()), null, null, 500).stream()
                .filter(back -> back.amount().pence() == pence)
                .toList()
                .reversed());
    }

    ReturnRow only(long pence) {
        assertThat(told(pence)).hasSize(1);
        return told(pence).getFirst();
    }

    /// What left the book because it was returned, of an amount.
    List<String> undone(long pence) {
        return within(
                () -> db.sql("""
                select from_account || ' > ' || to_account || ' ' || method || ' ' || happened_on || ' ' || source_id
                  from ledger_postings
                 where source_kind = 'unpaid'
                   and pence = :pence
                 order by id
                """).param("pence", pence).query(String.class).list());
    }

    String outOfTheFund(long journal, LocalDate day) {
        return "fund:23 > suspense:paid-out dd-unpaid %s %d/1".formatted(day, journal);
    }

    Person person(String name) {
        return within(
                () -> app.getBean(People.class).find(name + "@demo.example").orElseThrow());
    }

    static Document page(MvcTestResult reply) {
        try {
            var page = Jsoup.parse(reply.getResponse().getContentAsString());
            assertThat(page.select("h1")).as("one h1").hasSize(1);
            return page;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A return that waits for a person, because its reference is mistyped.
    ReturnRow waiting(String number, long amount) {
        handIn(BacsFile.unpaid(number, today().minusDays(1))
                .debit("774952 62O", amount, collected(), "0")
                .bytes());
        look();
        assertThat(only(amount).state()).isEqualTo(ReturnState.WAITING);
        return only(amount);
    }

    MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }
}
