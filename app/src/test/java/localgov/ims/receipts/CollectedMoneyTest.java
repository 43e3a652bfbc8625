package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Received;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Money that an agent collected is in the book when the agent's file comes; whoever places the bank's
/// credit of it on an account as well is warned.
@WithCouncil
class CollectedMoneyTest {
    private static final String WARNING = "collected by PayPoint is in the book";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Laws laws;

    @Autowired
    JdbcClient db;

    @AfterEach
    void theLawsHold() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private String posted(byte[] bytes, String name) {
        return within(() -> {
            try {
                var received = imports.receive(new ByteArrayInputStream(bytes), name, null, "finance@demo.example");
                var id = ((Received.New) received).id();
                imports.run(id);
                assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ImportState.POSTED);
                return id.value().toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String page(String file, int line, String language) throws Exception {
        long item = within(() -> db.sql("select id from suspense_items where source_id = :file and line = :line")
                .param("file", file)
                .param("line", line)
                .query(Long.class)
                .single());
        var reply = mvc.get()
                .uri("/office/suspense/" + item + "?lang=" + language)
                .with(SignedInAs.finance())
                .exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString()).text();
    }

    @Test
    void aCreditThatMayBeWhatAnAgentHasToPayOverIsMarked() throws Exception {
        within(() -> {
            demo.load();
            db.sql("""
                    insert into catalogue_method (code, name, name_cy, kind, open, refundable, by_import)
                    values ('paypoint', 'PayPoint', '', 'AGENT', true, false, true)
                    on conflict do nothing
                    """).update();
            return db.sql("""
                    insert into imports_source (code, name, method, file_names, totals_must_tie, on_monday, on_tuesday, on_wednesday,
                           on_thursday, on_friday, on_saturday, on_sunday, contact, open)
                    values ('agent', 'The agent', 'paypoint', 'agent*', false, false, false, false, false, false, false, false, '', true)
                    """).update();
        });
        var bank = posted(
                BankFile.ofDay()
                        .numbered("841001")
                        .credit(11_900, "AN AGENT", "PAID OVER")
                        .credit(12_100, "SOMEBODY", "NO IDEA")
                        .bytes(),
                "bank.txt");
        assertThat(page(bank, 1, "en")).doesNotContain(WARNING);

        var agent = posted("""
                POST001BERN771234561      120.00P19/11/2026
                -
                Total Amount Updated onto System:           120.00
                Total Transactions updated onto System:          1
                """.getBytes(StandardCharsets.UTF_8), "agent-1.txt");
        assertThat(page(bank, 1, "en")).contains("£120.00 " + WARNING);
        assertThat(page(bank, 1, "cy")).contains("£120.00 a gasglwyd drwy PayPoint");
        assertThat(page(bank, 2, "en")).doesNotContain(WARNING);
        assertThat(page(agent, 1, "en")).doesNotContain(WARNING);
    }
}
