package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.Holding;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportLine;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Previews;
import localgov.ims.imports.Received;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.Laws;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What would become of a file is what becomes of it, and nothing is written until somebody says so.
@WithCouncil
class PreviewsTest {
    private static final String FINANCE = "finance@demo.example";
    private static int files = 820_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Previews previews;

    @Autowired
    Holding holding;

    @Autowired
    Accounts accounts;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Laws laws;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            try {
                var holders = "fund,number\n23,771234561\n".getBytes(StandardCharsets.UTF_8);
                return accounts.load(new ByteArrayInputStream(holders), "text/csv", FINANCE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @AfterEach
    void theLawsHold() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private static BankFile file() {
        return BankFile.ofDay().numbered(Integer.toString(++files));
    }

    private ImportId kept(byte[] bytes, boolean lookFirst) {
        return within(() -> {
            try {
                var received = imports.receive(
                        new ByteArrayInputStream(bytes), "statement.txt", null, null, lookFirst, FINANCE);
                assertThat(received).isInstanceOf(Received.New.class);
                return ((Received.New) received).id();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private List<ImportLine> previewed(ImportId id) {
        assertThat(within(() -> previews.ask(id, FINANCE))).isTrue();
        assertThat(within(() -> previews.run(id))).isTrue();
        return within(() -> previews.lines(id, 0, 1_000));
    }

    private List<ImportLine> posted(ImportId id) {
        assertThat(within(() -> imports.readAgain(id, FINANCE))).isTrue();
        return within(() -> {
            imports.run(id);
            assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ImportState.POSTED);
            return imports.lines(id, 0, null, 1_000);
        });
    }

    private List<Long> book() {
        return within(() -> List.of(
                count("select count(*) from ledger_posting"),
                count("select count(*) from ledger_journal"),
                count("select count(*) from receipts_suspense_item"),
                count("select count(*) from imports_line"),
                count("select count(*) from imports_day"),
                count("select count(*) from imports_bank_account")));
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    @Test
    void whatWouldBecomeOfAFileIsWhatBecomesOfIt() {
        var earlier = kept(file().credit(4_411, "TWICE", "771234561").bytes(), false);
        within(() -> imports.run(earlier));
        var id = kept(
                file().credit(12_000, "C PAYER", "771234561")
                        .credit(3_550, "B OKAFOR", "WHO KNOWS")
                        .credit(3_550, "B OKAFOR", "WHO KNOWS")
                        .credit(4_411, "TWICE", "771234561")
                        .debit(900, "A BANK", "CHARGES")
                        .bytes(),
                true);
        var before = book();
        var would = previewed(id);
        assertThat(would).hasSize(5);
        assertThat(would).extracting(ImportLine::outcome).contains(Outcome.POSTED, Outcome.SUSPENSE, Outcome.IGNORED);
        assertThat(would).allSatisfy(line -> assertThat(line.reasons()).isNotEmpty());
        assertThat(book()).isEqualTo(before);
        assertThat(within(() -> imports.find(id).orElseThrow().state())).isEqualTo(ImportState.HELD);

        assertThat(posted(id)).isEqualTo(would);
        assertThat(within(() -> previews.lines(id, 0, 10))).isEmpty();
        assertThat(within(() -> previews.ask(id, FINANCE))).isFalse();
    }

    @Test
    void aFileThatContradictsItselfShowsWhatWouldBeReleased() throws Exception {
        var text = new String(file().credit(8_812, "C PAYER", "771234561").bytes(), StandardCharsets.ISO_8859_1);
        var trailer = text.lastIndexOf("UTL1");
        var wrong = text.substring(0, trailer) + text.substring(trailer).replace("8812", "8813");
        var id = kept(wrong.getBytes(StandardCharsets.ISO_8859_1), false);
        within(() -> imports.run(id));
        assertThat(previewed(id)).extracting(ImportLine::outcome).containsExactly(Outcome.POSTED);
        assertThat(page("/office/imports/" + id + "/preview").text())
                .contains("it would be held", "£88.12", "Council tax");
    }

    @Test
    void onlyWhoTakesInFilesIsOfferedToWorkItOutAnew() throws Exception {
        var id = kept(file().credit(4_612, "C PAYER", "771234561").bytes(), true);
        previewed(id);
        assertThat(forms(id, Permission.SEE_IMPORTS, Permission.TAKE_IN_FILES)).isNotEmpty();
        assertThat(forms(id, Permission.SEE_IMPORTS)).isEmpty();
    }

    private List<String> forms(ImportId id, Permission... permissions) throws Exception {
        var reply = mvc.get()
                .uri("/office/imports/" + id + "/preview")
                .with(Somebody.who(Limits.NONE, permissions))
                .exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString())
                .select("main form")
                .eachAttr("action");
    }

    @Test
    void ofTwoWhoWorkItOutAtOnceOneDoes() throws Exception {
        var id = kept(file().credit(files, "C PAYER", "771234561").bytes(), true);
        assertThat(within(() -> previews.ask(id, FINANCE))).isTrue();
        Callable<Boolean> run = () -> within(() -> previews.run(id));
        try (var callers = Executors.newFixedThreadPool(4)) {
            assertThat(callers.invokeAll(List.of(run, run, run, run)).stream().map(Future::resultNow))
                    .containsOnlyOnce(true);
        }
        assertThat(previewed(id)).hasSize(1);
    }

    @Test
    void aLongFileIsShownPageByPage() {
        var longest = file();
        for (int line = 0; line < 20_000; line++) {
            longest.credit(1_000 + line, "PAYER " + line % 50, line % 3 == 0 ? "NOBODY" : "771234561");
        }
        var id = kept(longest.bytes(), true);
        var before = book();
        var first = previewed(id);
        var places = new ArrayList<Integer>();
        for (var page = first; !page.isEmpty(); ) {
            page.forEach(line -> places.add(line.place()));
            int last = page.getLast().place();
            page = within(() -> previews.lines(id, last, 1_000));
        }
        assertThat(places).hasSize(20_000).doesNotHaveDuplicates();
        assertThat(book()).isEqualTo(before);
        within(() -> holding.refuse(id, "Only a test", FINANCE));
    }

    @Test
    void whoeverHandsInAFileMayLookFirstAndThenPostsIt() throws Exception {
        var reply = mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(new MockMultipartFile(
                        "file",
                        "look.txt",
                        "text/plain",
                        file().credit(files, "C PAYER", "771234561").bytes()))
                .param("look", "yes")
                .with(SignedInAs.finance())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(reply).hasStatus(303);
        var address = String.valueOf(reply.getResponse().getRedirectedUrl());
        assertThat(address).endsWith("/preview");
        var path = address.replace("/preview", "");
        var id = ImportId.read(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        within(() -> previews.run(id));
        var shown = page(address);
        assertThat(shown.select("h1")).hasSize(1);
        assertThat(shown.text()).contains("It would be posted like this", "Council tax");
        assertThat(page(address + "?lang=cy").text()).contains("Byddai’n cael ei phostio fel hyn");
        var why = page(address + "?lang=cy").select("tbody tr").text();
        assertThat(why).contains("“771234561” yw cyfeirnod y talwr ac mae’n gweddu i");
        assertThat(why).doesNotContain("is the payer’s reference");
        assertThat(page(path).select("form[action$=/again] button").text()).isEqualTo("Post it");
        assertThat(mvc.post()
                        .uri(path + "/preview")
                        .with(SignedInAs.auditor())
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(403);
        assertThat(posted(id)).hasSize(1);
    }

    private Document page(String address) throws Exception {
        var reply = mvc.get().uri(address).with(SignedInAs.finance()).exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }
}
