package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.HandedIn;
import localgov.ims.imports.HandedIn.FromArchive;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Intake;
import localgov.ims.people.SignedInAs;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Archives handed in: each file in them is an import, once.
@WithCouncil
class ArchivedFilesTest {
    private static int files = 730_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Intake intake;

    @Autowired
    DemoCatalogue demo;

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

    private static byte[] file() {
        return BankFile.ofDay()
                .numbered(Integer.toString(++files))
                .ofAccount("56005512345678")
                .credit(files, "A PAYER", "771234561")
                .bytes();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] twoFiles() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("day/y01a.cars.#d.alder.one", file());
        files.put("day/two.txt", file());
        return zip(files);
    }

    private MvcTestResult handIn(String name, byte[] bytes) {
        return mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/zip", bytes))
                .with(SignedInAs.finance())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private MvcTestResult upload(String name, byte[] bytes) {
        return mvc.post()
                .uri("/api/v1/imports")
                .with(SignedInAs.demoKey())
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                .exchange();
    }

    private List<FromArchive> take(byte[] bytes) {
        return within(() -> {
            try {
                return ((HandedIn.Several)
                                intake.take(new ByteArrayInputStream(bytes), "day.zip", null, null, "system"))
                        .files();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long imports() {
        return within(() ->
                db.sql("select count(*) from imports_file").query(Long.class).single());
    }

    private String page(ImportId id) throws Exception {
        return Jsoup.parse(mvc.get()
                        .uri("/office/imports/" + id)
                        .with(SignedInAs.finance())
                        .exchange()
                        .getResponse()
                        .getContentAsString())
                .select(".govuk-summary-list")
                .text();
    }

    @Test
    void eachFileOfAnArchiveIsAnImportThatNamesTheArchiveAndIsPostedOnce() throws Exception {
        var bytes = twoFiles();
        long before = imports();
        assertThat(handIn("friday.zip", bytes)).hasStatus(303).hasRedirectedUrl("/office/imports");
        assertThat(imports()).isEqualTo(before + 2);
        var again = take(bytes);
        assertThat(again).extracting(FromArchive::isNew).containsExactly(false, false);
        assertThat(again).extracting(FromArchive::fileName).containsExactly("y01a.cars.#d.alder.one", "two.txt");
        for (var one : again) {
            within(() -> imports.run(one.id()));
            assertThat(within(() -> imports.find(one.id()).orElseThrow()).state())
                    .isEqualTo(ImportState.POSTED);
            assertThat(page(one.id())).contains("From the archive friday.zip");
        }
        assertThat(within(() -> imports.find(again.getFirst().id()).orElseThrow())
                        .source())
                .as("each is told by its own name")
                .isEqualTo("bank-morning");
        assertThat(imports()).isEqualTo(before + 2);
    }

    @Test
    void ofManyCallersWithOneArchiveEachFileIsNewToOne() throws Exception {
        var bytes = twoFiles();
        long before = imports();
        Callable<List<FromArchive>> call = () -> take(bytes);
        try (var callers = Executors.newFixedThreadPool(4)) {
            var told = callers.invokeAll(List.of(call, call, call, call)).stream()
                    .map(Future::resultNow)
                    .toList();
            for (int place = 0; place < 2; place++) {
                int at = place;
                assertThat(told).filteredOn(list -> list.get(at).isNew()).hasSize(1);
            }
        }
        assertThat(imports()).isEqualTo(before + 2);
    }

    @Test
    void anArchiveThatIsNotOpenedLeavesNothingAndSaysWhyInWords() throws Exception {
        long before = imports();
        var bomb = new LinkedHashMap<String, byte[]>();
        bomb.put("good.txt", file());
        bomb.put("bomb.txt", new byte[8 << 20]);
        assertThat(handIn("bomb.zip", zip(bomb)))
                .hasStatus(422)
                .bodyText()
                .contains("unpacks to more than 200 times its size");
        assertThat(handIn("nested.zip", zip(Map.of("b.zip", twoFiles()))))
                .hasStatus(422)
                .bodyText()
                .contains("There is an archive in the archive (b.zip)");
        var out = upload("out.zip", zip(Map.of("../out.txt", file())));
        assertThat(out).hasStatus(422).bodyText().contains("archive_path_out");
        assertThat(imports()).isEqualTo(before);
    }

    @Test
    void aProgramIsToldOfEachFileOfItsArchive() throws Exception {
        var bytes = twoFiles();
        var reply = upload("day.zip", bytes);
        assertThat(reply).hasStatus(202);
        assertThat(reply).bodyJson().extractingPath("$.files[1].file_name").isEqualTo("two.txt");
        assertThat(upload("day.zip", bytes))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.seen_before")
                .isEqualTo(true);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(file());
        }
        assertThat(upload("day.txt.gz", packed.toByteArray()))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.files[0].file_name")
                .isEqualTo("day.txt");
    }
}
