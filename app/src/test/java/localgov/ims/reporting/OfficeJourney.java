package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Direction;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.standard18.Standard18Writer;
import localgov.ims.imports.Imports;
import localgov.ims.kernel.London;
import localgov.ims.people.SignedInAs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A council at which the bank's file of yesterday has arrived.
@WithCouncil
abstract class OfficeJourney {
    static final LocalDate YESTERDAY = London.dayOf(Instant.now()).minusDays(1);
    static final String NAME = "<script>alert(1)<script>.txt";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Accounts accounts;

    @Autowired
    DemoCatalogue catalogue;

    static StatementLine line(int number, long pence, String name, String reference) {
        return new StatementLine(
                number,
                "56005512345678",
                "",
                YESTERDAY,
                YESTERDAY,
                Direction.CREDIT,
                BigDecimal.valueOf(pence, 2),
                Booking.BOOKED,
                false,
                "93",
                "",
                name,
                "20304012345678",
                reference,
                List.of(),
                List.of(),
                null);
    }

    static byte[] bankFile() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new Standard18Writer(
                out,
                new Standard18Writer.Heading(
                        "000001", "A00000001", 1, YESTERDAY, YESTERDAY, "123456", "ALDERMERE COUNCIL"))) {
            writer.write(line(4, 12_000, "C PAYS", "771234561"));
            writer.write(line(5, 3_550, "B OKAFOR", "WHO KNOWS"));
        }
        return out.toByteArray();
    }

    /// The very same bytes arrive once, so doing this before each test does it before the first.
    @BeforeEach
    void aFileHasArrived() throws IOException {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            catalogue.load();
            load("fund,number\n23,771234561\n");
        });
        handIn(SignedInAs.finance(), NAME, bankFile());
        CurrentCouncil.within(TestCouncil.ALDERMERE, imports::runWaiting);
    }

    void load(String holders) {
        try {
            assertThat(accounts.load(
                                    new ByteArrayInputStream(holders.getBytes(StandardCharsets.UTF_8)),
                                    "text/csv",
                                    "ann")
                            .kept())
                    .isTrue();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    MvcTestResult handIn(RequestPostProcessor who, String name, byte[] bytes) {
        return mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/plain", bytes))
                .with(who)
                .with(csrf())
                .exchange();
    }

    MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    Document page(String path) {
        var result = get(path, SignedInAs.finance());
        assertThat(result).as(path).hasStatusOk();
        return wellMade(path, read(result));
    }

    static Document read(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// What holds of every page: one heading, a title that begins with it, every field with its label, nothing said
    /// twice.
    static Document wellMade(String path, Document page) {
        assertThat(page.select("h1")).as(path).hasSize(1);
        assertThat(page.title()).as(path).isNotBlank().contains("Income");
        page.select("input:not([type=hidden]), select, textarea")
                .forEach(field -> assertThat(page.select("label[for=" + field.id() + "]"))
                        .as("%s: %s", path, field)
                        .hasSize(1));
        page.select("table")
                .forEach(table ->
                        assertThat(table.select("caption").text()).as(path).isNotBlank());
        assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
        assertThat(page.select("[style], [onclick], script:not([src])"))
                .as(path)
                .isEmpty();
        return page;
    }
}
