package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Approvals;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
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
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Somebody describes a file that nobody has described yet, from a sample of it, and it is read so once two agree.
@WithCouncil
class DescribeAFileTest {
    private static final String PATH = "/office/imports/descriptions";
    private static final String UNKNOWN = """
            Paid on;Who;Bill number;Came to;Card
            19/11/2026;Ann Mills;771234561;61.00;4444333322221111
            20/11/2026;Ben Ward;NOBODY;62.00;none
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Approvals approvals;

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

    private MvcTestResult upload(String address, String text, RequestPostProcessor who) {
        return mvc.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile(
                        "file", "Town bills.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .with(who)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private MvcTestResult send(String address, Map<String, String> answers, RequestPostProcessor who) {
        var request = mvc.post().uri(address).with(who).with(SecurityMockMvcRequestPostProcessors.csrf());
        answers.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private static Document page(MvcTestResult reply) throws Exception {
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    /// What a browser would send of the form as it stands.
    private static Map<String, String> answers(Document page) {
        var answers = new LinkedHashMap<String, String>();
        var form = page.select("main form").last();
        assertThat(form).isNotNull();
        form.select("input:not([type=checkbox]):not([type=radio]), textarea")
                .forEach(field -> answers.put(field.attr("name"), field.val()));
        form.select("input[checked]").forEach(field -> answers.put(field.attr("name"), field.val()));
        form.select("select")
                .forEach(select -> answers.put(
                        select.attr("name"), select.select("option[selected]").attr("value")));
        answers.remove("_csrf");
        return answers;
    }

    private Import handIn(String text) {
        var reply = upload("/office/imports", text, SignedInAs.finance());
        assertThat(reply).hasStatus(303);
        var address = String.valueOf(reply.getResponse().getRedirectedUrl());
        var id = ImportId.read(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
        return within(() -> {
            imports.run(id);
            return imports.find(id).orElseThrow();
        });
    }

    @Test
    void anUnknownFileIsDescribedFromItsOwnPageAndReadOnceTwoPeopleAgree() throws Exception {
        var unknown = handIn(UNKNOWN);
        assertThat(unknown.state()).isEqualTo(ImportState.REFUSED);
        var address = "/office/imports/" + unknown.id();
        var link = page(get(address, SignedInAs.finance())).select("a[href*=/descriptions/new]");
        assertThat(link.text()).isEqualTo("Describe this file");

        var proposal = page(get(link.attr("href"), SignedInAs.finance()));
        assertThat(proposal.select("h1")).hasSize(1);
        assertThat(proposal.select("#day option[selected]").val()).isEqualTo("Paid on");
        assertThat(proposal.select("#amount option[selected]").val()).isEqualTo("Came to");
        assertThat(proposal.select("#delimiter option[selected]").val()).isEqualTo(";");
        assertThat(proposal.select("[data-try-said]").text()).isEqualTo("2 entries are read. There are 0 problems.");
        assertThat(proposal.select("#sample").val())
                .doesNotContain("4444333322221111")
                .contains("************1111");
        var answers = answers(proposal);
        answers.put("reference", "Bill number");
        answers.put("payer", "Who");
        answers.put("code", "town-bills");
        assertThat(proposal.select("input[name=money][checked]")).isEmpty();
        var unsaid = send(PATH + "/columns", answers, SignedInAs.finance());
        assertThat(unsaid).hasStatus(422);
        assertThat(page(unsaid).select(".govuk-error-summary a").eachText())
                .containsExactly("Choose where the money of this file is");
        answers.put("money", "bank");
        var shown = page(send(PATH + "/columns/try", answers, SignedInAs.finance()));
        assertThat(shown.select("[data-try-result] td").eachText())
                .contains("Day 19 November 2026", "Payer’s reference 771234561", "Payer’s name Ann Mills", "In 61.00");

        var saved = send(PATH + "/columns", answers, SignedInAs.finance());
        assertThat(saved).hasStatus(303);
        assertThat(saved.getResponse().getRedirectedUrl()).isEqualTo(PATH);
        assertThat(page(get(PATH, SignedInAs.finance())).text()).doesNotContain("Town bills");
        agree("town-bills");
        assertThat(page(get(PATH, SignedInAs.finance()))
                        .select("tr:contains(Town bills)")
                        .text())
                .contains("Ours");

        assertThat(within(() -> imports.readAgain(unknown.id(), "ann@demo.example")))
                .isTrue();
        within(() -> imports.run(unknown.id()));
        var read = within(() -> imports.find(unknown.id())).orElseThrow();
        assertThat(read.state()).isEqualTo(ImportState.POSTED);
        assertThat(read.description()).isEqualTo(new Import.Description("town-bills", 1, "Town bills"));
        assertThat(read.credits().count()).isEqualTo(2);
    }

    private void agree(String code) {
        var waiting =
                within(() -> settings.waiting(settings.type("file-descriptions").orElseThrow(), code));
        assertThat(waiting).hasSize(1);
        var approver = within(() -> people.find("approver@demo.example")).orElseThrow();
        assertThat(within(() -> approvals.approve(waiting.getLast().id(), approver)))
                .isInstanceOf(Approval.Approved.class);
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndAnswersAreKept() throws Exception {
        var proposal = page(upload(PATH + "/new", UNKNOWN, SignedInAs.finance()));
        var answers = answers(proposal);
        answers.put("name", "");
        answers.put("code", "x".repeat(42));
        answers.put("day", "");
        answers.put("payer", "Who");
        var again = send(PATH + "/columns", answers, SignedInAs.finance());
        assertThat(again).hasStatus(422);
        var page = page(again);
        assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#name", "#code", "#money", "#day");
        page.select(".govuk-error-summary a")
                .forEach(link -> assertThat(page.select(link.attr("href"))).hasSize(1));
        assertThat(page.select("#payer option[selected]").val()).isEqualTo("Who");
        assertThat(page.select("#code").val()).isEqualTo("x".repeat(42));
        assertThat(upload(PATH + "/new", "no columns here", SignedInAs.finance()))
                .hasStatus(422);
        assertThat(upload(PATH + "/new", "", SignedInAs.finance())).hasStatus(422);
    }

    @Test
    void aDescriptionThatComesWithTheSystemIsCopiedChangedAndShownBesideASample() throws Exception {
        var page = page(get(PATH + "/of/allpay", SignedInAs.finance()));
        assertThat(page.select("h1").text()).isEqualTo("allpay payments");
        assertThat(page.select(".govuk-inset-text").text()).contains("comes with the system");
        var answers = answers(page);
        answers.put(
                "definition",
                answers.get("definition").replace("\"BERN\"", "\"ALDR\"").replace("\"allpay\"", "\"our-allpay\""));
        answers.put("sample", "POST001ALDR771234561      120.00P20/11/2026\n");
        var tried = page(send(PATH + "/definition/try", answers, SignedInAs.finance()));
        assertThat(tried.select("[data-try-result] td").eachText())
                .contains("Payer’s reference 771234561", "In 120.00");
        assertThat(tried.select("[data-try-result] li").text()).contains("file-is-whole");
        assertThat(send(PATH + "/definition", answers, SignedInAs.finance())).hasStatus(303);

        answers.put("definition", "{\"language\": 1,,}");
        var wrong = send(PATH + "/definition", answers, SignedInAs.finance());
        assertThat(wrong).hasStatus(422);
        assertThat(page(wrong).select("[data-try-result] td").text()).contains("not JSON at line 1, column");
        assertThat(page(wrong).select("#definition").val()).contains("{\"language\": 1,,}");

        var download = get(PATH + "/of/allpay/definition", SignedInAs.auditor());
        assertThat(download).hasStatusOk();
        assertThat(download.getResponse().getContentAsString()).contains("\"code\" : \"allpay\"");
        assertThat(get(PATH + "/of/none-such", SignedInAs.finance())).hasStatus(404);
    }

    /// It is what payers wrote.
    @Test
    void aSampleIsKeptSealedAndShownWhereTheDescriptionIs() throws Exception {
        var answers = answers(page(get(PATH + "/of/allpay", SignedInAs.finance())));
        answers.put("definition", answers.get("definition").replace("\"allpay\"", "\"sealed-allpay\""));
        answers.put(
                "sample", "POST001ALDR771234561      120.00P20/11/2026\nPOST001ALDR771234561      121.00P20/11/2026\n");
        assertThat(send(PATH + "/definition", answers, SignedInAs.finance())).hasStatus(303);
        agree("sealed-allpay");

        assertThat(page(get(PATH + "/of/sealed-allpay", SignedInAs.finance()))
                        .select("#sample")
                        .val())
                .contains("POST001ALDR771234561");
        var history = "main a[href=/office/settings/file-descriptions/entries/sealed-allpay]";
        var one = PATH + "/of/sealed-allpay";
        assertThat(page(get(one, Somebody.who(Limits.NONE, Permission.SEE_IMPORTS, Permission.SEE_SETTINGS)))
                        .select(history))
                .hasSize(1);
        assertThat(page(get(one, Somebody.who(Limits.NONE, Permission.SEE_IMPORTS)))
                        .select(history))
                .isEmpty();
        assertThat(page(get("/office/settings/file-descriptions/entries/sealed-allpay", SignedInAs.admin()))
                        .text())
                .doesNotContain("POST001ALDR");
        assertThat(within(() -> db.sql("""
                        select concat_ws(' ', (select string_agg(sample, ' ') from imports_description),
                                              (select string_agg(concat(before, after), ' ') from settings_changes),
                                              (select string_agg(request::text, ' ') from approvals_request request)) as value
                        """).query(String.class).single()))
                .contains("sealed-allpay")
                .doesNotContain("POST001ALDR771234561");
    }

    /// What comes with the system under the same code may put the money elsewhere.
    @Test
    void anOwnDescriptionThatCannotBeReadAnyMoreReadsNothingAndIsNotReplacedSilently() throws Exception {
        var shipped = "tr:contains(allpay payments)";
        assertThat(page(get(PATH, SignedInAs.finance())).select(shipped)).hasSize(1);
        var answers = answers(page(get(PATH + "/of/allpay", SignedInAs.finance())));
        assertThat(send(PATH + "/definition", answers, SignedInAs.finance())).hasStatus(303);
        agree("allpay");
        assertThat(page(get(PATH, SignedInAs.finance())).select(shipped).text()).contains("Ours");

        within(() -> db.sql("""
                update imports_description
                   set definition = '{"language": 9}'
                 where code = 'allpay'
                """).update());
        var list = page(get(PATH, SignedInAs.finance()));
        assertThat(list.select(shipped)).isEmpty();
        assertThat(list.select(".govuk-warning-text a").eachAttr("href")).containsExactly(PATH + "/of/allpay");
        assertThat(page(get(PATH + "/of/allpay", SignedInAs.finance()))
                        .select("[data-try-result] code")
                        .text())
                .isNotEmpty();

        within(() -> db.sql("""
                update imports_description
                   set retired_at = timestamptz '2026-11-20 10:00+00'
                 where code = 'allpay'
                """).update());
        assertThat(page(get(PATH, SignedInAs.finance())).select(shipped).text()).doesNotContain("Ours");
        assertThat(page(get(PATH + "/of/allpay", SignedInAs.finance()))
                        .select(".govuk-inset-text")
                        .text())
                .contains("comes with the system");
    }

    @Test
    void whoeverTakesInNoFilesLooksAndChangesNothing() throws Exception {
        assertThat(get(PATH, SignedInAs.auditor())).hasStatusOk();
        var page = page(get(PATH + "/of/allpay", SignedInAs.auditor()));
        assertThat(page.select("main form")).isEmpty();
        assertThat(get(PATH + "/new", SignedInAs.auditor())).hasStatus(403);
        assertThat(upload(PATH + "/new", UNKNOWN, SignedInAs.auditor())).hasStatus(403);
        for (var door :
                new String[] {"/columns", "/columns/try", "/columns/definition", "/definition", "/definition/try"}) {
            assertThat(send(PATH + door, Map.of(), SignedInAs.auditor()))
                    .as(door)
                    .hasStatus(403);
        }
        assertThat(get(PATH, SignedInAs.cashier())).hasStatus(403);
        assertThat(get(PATH + "/of/allpay", SignedInAs.cashier())).hasStatus(403);
        assertThat(get(PATH + "/of/allpay/definition", SignedInAs.cashier())).hasStatus(403);
    }

    @Test
    void thePagesAreInWelshToo() throws Exception {
        assertThat(page(get(PATH + "?lang=cy", SignedInAs.finance()))
                        .select("h1")
                        .text())
                .isEqualTo("Disgrifiadau ffeiliau");
        var answers = answers(page(get(PATH + "/of/allpay", SignedInAs.finance())));
        answers.put("definition", answers.get("definition").replace("\"version\" : 1", "\"version\" : 0"));
        var wrong = page(send(PATH + "/definition?lang=cy", answers, SignedInAs.finance()));
        assertThat(wrong.select("[data-try-result] td").eachText())
                .contains("version", "Cyfrifir fersiynau o 1 ymlaen.");
        assertThat(wrong.select("[data-try-result] td [lang]")).isEmpty();
        assertThat(page(get(PATH + "/new?lang=en", SignedInAs.finance()))
                        .select("h1")
                        .text())
                .isEqualTo("Describe a file");
    }
}
