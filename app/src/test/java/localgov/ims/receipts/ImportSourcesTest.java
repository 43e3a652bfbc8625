package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.people.People;
import localgov.ims.people.SignedInAs;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Where files come from: chosen or told by their names, remembered, and held to what is expected of them.
@WithCouncil
class ImportSourcesTest {
    private static final String OURS = "56005512345678";
    private static int files = 700_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    People people;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void source(String code, Map<String, String> answers) {
        var sources = settings.type("import-sources").orElseThrow();
        var all = new HashMap<>(Map.of("code", code, "name", "Source " + code, "open", "yes"));
        all.putAll(answers);
        assertThat(within(() -> settings.get(sources, code)
                        .map(entry -> settings.change(sources, code, entry.version(), all, "system"))
                        .orElseGet(() -> settings.add(sources, all, "system"))))
                .isInstanceOf(Saved.Done.class);
    }

    private static byte[] file() {
        return BankFile.ofDay()
                .numbered(Integer.toString(++files))
                .ofAccount(OURS)
                .credit(files, "A PAYER", "771234561")
                .bytes();
    }

    private MvcTestResult handIn(String name, String source) {
        return mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/plain", file()))
                .param("source", source)
                .with(SignedInAs.finance())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private Import read(String name, String source) {
        var reply = handIn(name, source);
        assertThat(reply).hasStatus(303);
        var address = String.valueOf(reply.getResponse().getRedirectedUrl());
        var id = ImportId.read(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
        return within(() -> {
            imports.run(id);
            return imports.find(id).orElseThrow();
        });
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.get()
                .uri(address)
                .with(SignedInAs.finance())
                .exchange()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void aFileIsToldByItsNameAndRemembersItsSource() throws Exception {
        var file = read("y01a.cars.#d.alder.d%d".formatted(files), "");
        assertThat(file.source()).isEqualTo("bank-morning");
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(page("/office/imports/" + file.id())
                        .select(".govuk-summary-list")
                        .text())
                .contains("Where it comes from Bank’s morning file");
        assertThat(read("another-name.txt", "").source()).isNull();
    }

    @Test
    void whatIsChosenCountsAndWhatSendsNoFilesCannotBeChosen() throws Exception {
        source("handed", Map.of());
        source("gone", Map.of("open", "no"));
        assertThat(read("y01a.cars.#d.alder.chosen", "handed").source()).isEqualTo("handed");
        assertThat(page("/office/imports").select("select[name=source] option").eachAttr("value"))
                .contains("", "bank-morning", "handed")
                .doesNotContain("gone");
        var gone = handIn("a.txt", "gone");
        assertThat(gone).hasStatus(422).bodyText().contains("No file comes from there any more");
    }

    @Test
    void anotherAccountOrFormatThanItsSourceBringsHoldsTheFile() {
        source("pool", Map.of("bank_account", "other"));
        source("swift", Map.of("format", "MT940"));
        var account = read("a.txt", "pool");
        assertThat(account.state()).isEqualTo(ImportState.HELD);
        assertThat(account.checks()).extracting("actual").contains("main, and its source brings statements of other");
        var format = read("b.txt", "swift");
        assertThat(format.state()).isEqualTo(ImportState.HELD);
        assertThat(format.checks()).extracting("check").contains("format");
    }

    @Test
    void itsLinesGetItsMethodOfPayment() {
        source("shops", Map.of("method", "paypoint"));
        assertThat(methods(read("shops.txt", "shops"))).containsOnly("paypoint");
        assertThat(methods(read("plain.txt", ""))).containsOnly("bank");
    }

    private List<String> methods(Import file) {
        return within(() -> db.sql("""
                select distinct method
                  from ledger_postings
                 where source_kind = 'import'
                   and source_id = :id
                """)
                .param("id", file.id().value().toString())
                .query(String.class)
                .list());
    }

    @Test
    void turningOffThatTotalsMustTieTakesASecondPerson() throws Exception {
        var sources = settings.type("import-sources").orElseThrow();
        var entry = within(() -> settings.get(sources, "bank-morning")).orElseThrow();
        var looser = new HashMap<>(entry.values());
        looser.put("totals_must_tie", "no");
        page("/office/imports");
        var caller = within(() -> people.find("admin@demo.example")).orElseThrow();
        assertThat(within(() -> settings.change(sources, "bank-morning", entry.version(), looser, caller)))
                .isInstanceOf(Saved.Waiting.class);
        var asksAnother = new HashMap<>(entry.values());
        asksAnother.put("contact", "somebody@bank.example");
        assertThat(within(() -> settings.change(sources, "bank-morning", entry.version(), asksAnother, caller)))
                .isInstanceOf(Saved.Done.class);
    }
}
