package localgov.ims.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approvals;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Received;
import localgov.ims.imports.Reversing;
import localgov.ims.kernel.Money;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import localgov.ims.platform.words.WordBook;
import localgov.ims.receipts.BankFile;
import localgov.ims.suspense.Suspense;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What tests of schedules share: an agent who collects, files and credits, and laws that hold after each.
@WithCouncil
abstract class SchedulesJourney {
    static final String ON = "clearing:paypoint";
    static int number = 842_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Schedules schedules;

    @Autowired
    Undoing undoing;

    @Autowired
    MatchStore matches;

    @Autowired
    Reversing reversing;

    @Autowired
    Approvals approvals;

    @Autowired
    Suspense suspense;

    @Autowired
    People people;

    @Autowired
    DemoPeople colleagues;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Laws laws;

    @Autowired
    SchedulePages pages;

    @Autowired
    WordBook words;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void anAgentCollects() {
        within(() -> {
            demo.load();
            colleagues.load();
            db.sql("""
                    insert into catalogue_method (code, name, name_cy, kind, open, refundable, by_import)
                    values ('paypoint', 'PayPoint', '', 'AGENT', true, false, true),
                           ('payzone', 'Payzone', '', 'AGENT', true, false, true)
                    on conflict do nothing
                    """).update();
            return db.sql("""
                    insert into imports_source (code, name, method, file_names, totals_must_tie, on_monday, on_tuesday, on_wednesday,
                           on_thursday, on_friday, on_saturday, on_sunday, contact, open)
                    values ('agent', 'The agent', 'paypoint', 'agent*', false, false, false, false, false, false, false, false, '', true)
                    on conflict do nothing
                    """).update();
        });
    }

    @AfterEach
    void theLawsHold() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    UUID posted(byte[] bytes, String name) {
        return within(() -> {
            try {
                var received = imports.receive(new ByteArrayInputStream(bytes), name, null, "finance@demo.example");
                var id = ((Received.New) received).id();
                imports.run(id);
                var file = imports.find(id).orElseThrow();
                assertThat(file.state()).as("%s", file.checks()).isEqualTo(ImportState.POSTED);
                return id.value();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// A schedule of two bills, one of which nobody can place.
    UUID schedule(int pounds) {
        int one = ++number;
        return posted(
                """
                P%06d%-16s%6d.00P19/11/2026
                P%06d%-16s%6d.00P19/11/2026
                -
                Total Amount Updated onto System:%14d.00
                Total Transactions updated onto System:%11d
                """.formatted(one, "BERN771234561", pounds - 20, one, "XXXX" + one, 20, pounds, 2)
                        .getBytes(StandardCharsets.UTF_8),
                "agent-" + one + ".txt");
    }

    long credit(long pence) {
        int one = ++number;
        var file = posted(
                BankFile.ofDay()
                        .numbered(Integer.toString(one))
                        .credit(pence, "AN AGENT", "PAID OVER " + one)
                        .bytes(),
                "bank-" + one + ".txt");
        return within(() -> db.sql("select id from suspense_items where source_id = :file")
                .param("file", file.toString())
                .query(Long.class)
                .single());
    }

    Person person(String name) {
        return within(() -> people.find(name + "@demo.example").orElseThrow());
    }

    Matched match(Wish wish) {
        var finance = person("finance");
        return within(() -> schedules.match(wish, finance));
    }

    static Wish wish(UUID schedule, long... credits) {
        return wish(List.of(schedule), credits);
    }

    static Wish wish(List<UUID> files, long... credits) {
        var items = new ArrayList<Long>();
        for (long one : credits) {
            items.add(one);
        }
        return new Wish(UUID.randomUUID(), ON, files, items);
    }

    long owed() {
        return within(() -> db.sql(
                        "select coalesce(sum(balance), 0)::bigint from ledger_balances where account = 'clearing:paypoint'")
                .query(Long.class)
                .single());
    }

    Money left(long item) {
        return within(() -> suspense.item(item, Scope.EVERYTHING).orElseThrow().remaining());
    }

    String page(String path) throws Exception {
        var reply = mvc.get().uri(path).with(SignedInAs.finance()).exchange();
        var html = Jsoup.parse(reply.getResponse().getContentAsString());
        assertThat(reply).as(html.text()).hasStatusOk();
        return html.select("main").text();
    }
}
