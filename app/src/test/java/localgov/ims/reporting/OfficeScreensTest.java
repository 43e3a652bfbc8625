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
import java.util.Objects;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Direction;
import localgov.ims.formats.standard18.Standard18Writer;
import localgov.ims.formats.StatementLine;
import localgov.ims.imports.Imports;
import localgov.ims.kernel.London;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The office as Ann of finance sees it: a file arrives, its lines are placed or not, and each receipt tells its
/// story.
@WithCouncil
class OfficeScreensTest {
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
                List.of());
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

    private void load(String holders) {
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

    String importPath() {
        return page("/office/imports").select(".ims-name").attr("href");
    }

    @Test
    void aFileIsListedAndShownWithWhatBecameOfIt() {
        var row = page("/office/imports").select("tbody tr").text();
        assertThat(row).contains(NAME, "Posted", "Bank file (Standard 18)", "50.0 %", "1 · £35.50");

        var one = page(importPath());
        assertThat(one.select("h1").text()).isEqualTo(NAME);
        assertThat(one.select("[aria-labelledby=outcomes] tr").eachText())
                .contains("Posted 1 £120.00", "In suspense 1 £35.50", "Total 2 £155.50");
        assertThat(one.select("table").last().text()).contains("Holds").doesNotContain("Differs");
        assertThat(one.select("meta[http-equiv=refresh]")).isEmpty();
    }

    @Test
    void theSameFileAgainIsThatImportAndSaysSo() throws IOException {
        var again = handIn(SignedInAs.finance(), "other name.txt", bankFile());
        assertThat(again).hasStatus(303).hasHeader("Location", importPath());
        assertThat(page("/office/imports").select("tbody tr")).hasSize(1);
    }

    @Test
    void aFormWithoutAFileSaysWhatToDo() {
        var refused = mvc.post()
                .uri("/office/imports")
                .multipart()
                .with(SignedInAs.finance())
                .with(csrf())
                .exchange();
        assertThat(refused).hasStatus(422);
        var page = wellMade("no file", read(refused));
        var link = page.select(".govuk-error-summary a");
        assertThat(link.text()).isEqualTo("Choose a file");
        assertThat(page.select(link.attr("href")).is("input[type=file]")).isTrue();
        assertThat(handIn(SignedInAs.finance(), "empty.txt", new byte[0])).hasStatus(422);
    }

    @Test
    void theLinesOfAFileAreShownWithTheirReasons() {
        var all = page(importPath() + "/lines");
        assertThat(all.select("tbody tr")).hasSize(2);
        var unplaced = page(importPath() + "/lines?outcome=SUSPENSE");
        assertThat(unplaced.select("tbody tr").text()).contains("B OKAFOR", "£35.50", "In suspense");
        var line = page(unplaced.select("tbody a").attr("href"));
        assertThat(line.select(".ims-verbatim").text()).contains("B OKAFOR", "WHO KNOWS");
        assertThat(line.select("[aria-labelledby=why] li").text()).isNotBlank();
    }

    @Test
    void theFileCanBeHadAsItCameAndIsNeverShownByTheBrowser() throws IOException {
        var file = get(importPath() + "/file", SignedInAs.auditor());
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(bankFile());
        assertThat(file.getResponse().getContentType()).isEqualTo("application/octet-stream");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(file.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void howFarAFileIsCanBeAskedForWithoutAPage() {
        assertThat(get(importPath() + "/progress", SignedInAs.finance()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("open")
                .isEqualTo(false);
    }

    @Test
    void aReceiptTellsHowItArrivedWhyItWasRecognisedAndWhatWasPosted() {
        var found = page("/office/receipts?q=771234561");
        assertThat(found.select(".ims-understood").text()).startsWith("Looking for the account 771234561.");
        var receipt = page(found.select("tbody a").attr("href"));
        assertThat(receipt.select("h1").text()).isEqualTo("£120.00 received");
        assertThat(receipt.select(".ims-timeline h3").eachText())
                .containsExactly("Arrived", "Recognised, because", "Posted");
        assertThat(receipt.select(".ims-verbatim").text()).contains("C PAYS", "771234561");
        assertThat(receipt.select(".ims-timeline").text())
                .contains("£120.00 out of the bank account main, into Council tax.", NAME);
        var evidence = receipt.select(".ims-timeline a").attr("href");
        assertThat(get(page(evidence).select("[aria-labelledby=why] a").attr("href"), SignedInAs.finance()))
                .hasStatus(303)
                .hasHeader("Location", found.select("tbody a").attr("href"));
    }

    @Test
    void receiptsOfAGroupOfFundsAreFoundAndTheGroupStaysChosen() {
        var taxes = page("/office/receipts?group=revenues");
        assertThat(taxes.select("tbody tr")).isNotEmpty();
        assertThat(taxes.select("#group option[selected]").text()).isEqualTo("Council tax and business rates");
        assertThat(taxes.select("details").hasAttr("open")).isTrue();
        assertThat(page("/office/receipts?group=parking").select("tbody tr")).isEmpty();
        assertThat(page("/office/receipts?group=no-such-group").select("tbody tr"))
                .isEmpty();
        assertThat(mvc.post()
                        .uri("/office/receipts")
                        .param("group", "revenues")
                        .with(SignedInAs.finance())
                        .with(csrf()))
                .hasHeader("Location", "/office/receipts?group=revenues");
    }

    @Test
    void aReceiptSaysWhoReceivedTheMoneyAndTheirVatNumber() {
        var found = page("/office/receipts?q=771234561");
        var from = page(found.select("tbody a").attr("href")).select("main .ims-receipt");
        assertThat(from.text()).contains("Aldermere", "VAT", "GB");
        assertThat(from.select(".ims-reach__address")).hasSize(1);
    }

    @Test
    void whoIsLookedForIsInNoAddress() {
        var session = new MockHttpSession();
        var looked = mvc.post()
                .uri("/office/receipts")
                .param("q", "pays")
                .param("account", "")
                .param("fund", "23")
                .session(session)
                .with(SignedInAs.finance())
                .with(csrf())
                .exchange();
        assertThat(looked).hasStatus(303);
        var results = Objects.requireNonNull(looked.getResponse().getHeader("Location"));
        assertThat(results).matches("/office/receipts\\?search=[0-9a-f]{16}&fund=23");
        var page = read(mvc.get()
                .uri(results)
                .session(session)
                .with(SignedInAs.finance())
                .exchange());
        assertThat(page.select(".ims-understood").text()).contains("pays");
        assertThat(page.select("#q").attr("value")).isEqualTo("pays");
        assertThat(page.select("tbody tr")).isNotEmpty();
        assertThat(page.select("a[href*=pays], form[method=get] [name=q]")).isEmpty();

        assertThat(read(mvc.get().uri(results).with(SignedInAs.finance()).exchange())
                        .select("#q")
                        .attr("value"))
                .as("somebody else's session")
                .isEmpty();
        assertThat(page("/office").select("form[role=search]").attr("method")).isEqualTo("post");
    }

    @Test
    void aReceiptInSuspenseSaysWhatRemainsAndLeadsThere() {
        var found = page("/office/receipts?q=35.50");
        assertThat(found.select("tbody tr").text()).contains("Not placed yet", "In suspense");
        var receipt = page(found.select("tbody a").attr("href"));
        assertThat(receipt.select("main").text()).contains("£35.50 is still to be placed");
        assertThat(receipt.select("a[href^=/office/suspense/]")).isNotEmpty();
        assertThat(receipt.select(".ims-timeline__ahead")).hasSize(1);
    }

    @Test
    void aFieldThatCannotBeUnderstoodIsShownAgainWithWhatToDo() {
        var refused = get("/office/receipts?q=x&from=30/02/2026&least=abc", SignedInAs.finance());
        assertThat(refused).hasStatus(422);
        var page = wellMade("bad fields", read(refused));
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#least", "#from");
        assertThat(page.select("#from").attr("value")).isEqualTo("30/02/2026");
        assertThat(page.select("details").hasAttr("open")).isTrue();
    }

    @Test
    void todayShowsWhatCameInAndWhatWaitsAndClaimsNothingUnproved() {
        var today = page("/office");
        assertThat(today.select(".ims-fact").first().text()).isEqualTo("Came in yesterday £155.50 2 receipts");
        assertThat(today.select(".ims-fact").last().text()).contains("In suspense £35.50", "One item");
        assertThat(today.select("main").text()).contains("One item of suspense to place", "50.0 % placed");
        assertThat(today.select("svg title").text()).isNotBlank();

        assertThat(today.select("main .govuk-tag").first().text()).isEqualTo("Not checked yet");
        var checked = mvc.post()
                .uri("/office/laws")
                .with(SignedInAs.auditor())
                .with(csrf())
                .exchange();
        assertThat(checked).hasStatus(303);
        assertThat(page("/office").select("main .govuk-tag").first().text()).isEqualTo("Laws hold");
        assertThat(page("/office/laws").select("tbody tr").size()).isGreaterThan(10);
    }

    @Test
    void whatIsTypedIsShownAsTextAndNeverRun() {
        var typed = "<img src=x onerror=alert(1)>";
        var found = read(mvc.get()
                .uri("/office/receipts?q={typed}", typed)
                .with(SignedInAs.finance())
                .exchange());
        assertThat(found.select("img")).isEmpty();
        assertThat(found.select("#q").attr("value")).isEqualTo(typed);
        assertThat(page("/office/imports").select("main script")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            path                 | cashier | service | auditor | admin
            /office              | 200     | 200     | 200     | 200
            /office/receipts     | 200     | 200     | 200     | 200
            /office/imports      | 403     | 403     | 200     | 200
            /office/laws         | 403     | 403     | 200     | 200
            """, delimiter = '|', useHeadersInDisplayName = true)
    void whoMaySeeWhat(String path, int cashier, int service, int auditor, int admin) {
        assertThat(get(path, SignedInAs.cashier())).hasStatus(cashier);
        assertThat(get(path, SignedInAs.service())).hasStatus(service);
        assertThat(get(path, SignedInAs.auditor())).hasStatus(auditor);
        assertThat(get(path, SignedInAs.admin())).hasStatus(admin);
    }

    @Test
    void whoeverDoesNotSeeWhatCameInBeginsWhereTheyMayBe() {
        assertThat(get("/office", Somebody.who(Limits.NONE, Permission.SEE_SETTINGS)))
                .hasStatus(303)
                .hasHeader("Location", "/office/settings");
        assertThat(get("/office", Somebody.who(Limits.NONE, Permission.LOAD_ACCOUNTS)))
                .hasStatus(303)
                .hasHeader("Location", "/office/me");
    }

    @Test
    void onlyFinanceHandsInFiles() throws IOException {
        assertThat(handIn(SignedInAs.auditor(), "a.txt", bankFile())).hasStatus(403);
        assertThat(read(get("/office/imports", SignedInAs.auditor())).select("input[type=file]"))
                .isEmpty();
        assertThat(Objects.requireNonNull(read(get("/office", SignedInAs.cashier()))
                                .select("nav.ims-places")
                                .first())
                        .text())
                .contains("Today", "Receipts")
                .doesNotContain("Imports");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/office/imports/imp_00000000000000000000000000",
                "/office/imports/x",
                "/office/imports/x/lines",
                "/office/imports/x/file",
                "/office/receipts/999999-1",
                "/office/receipts/x",
                "/office/receipts/99999999999999999999-1",
                "/office/receipts/from-file/00000000-0000-0000-0000-000000000000/1"
            })
    void whatIsNotThereIsNotThere(String path) {
        assertThat(get(path, SignedInAs.finance())).hasStatus(404);
    }
}
