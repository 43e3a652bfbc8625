package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.Holding;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.ReleaseAsked;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A file that contradicts itself waits for people: two release it as it came, or one refuses it and it may come anew.
@WithCouncil
class HeldFilesTest {
    private static int files = 810_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Holding holding;

    @Autowired
    Approvals approvals;

    @Autowired
    People people;

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
            return true;
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

    private Person finance() {
        return within(() -> people.find("finance@demo.example")).orElseThrow();
    }

    private Person approver() {
        return within(() -> people.find("approver@demo.example")).orElseThrow();
    }

    /// Its trailer says a penny less than its only line.
    private static byte[] contradictory() {
        int pence = ++files;
        var right = BankFile.ofDay().numbered(Integer.toString(pence)).credit(pence, "A PAYER", "771234561");
        var text = new String(right.bytes(), StandardCharsets.ISO_8859_1);
        var trailer = text.lastIndexOf("UTL1");
        return (text.substring(0, trailer)
                        + text.substring(trailer).replace(Integer.toString(pence), Integer.toString(pence - 1)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private MvcTestResult sent(byte[] bytes) {
        return mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(new MockMultipartFile("file", "statement.txt", "text/plain", bytes))
                .with(SignedInAs.finance())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private ImportId handedIn(byte[] bytes) {
        var reply = sent(bytes);
        assertThat(reply).hasStatus(303);
        var address = String.valueOf(reply.getResponse().getRedirectedUrl());
        return ImportId.read(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
    }

    private Import read(ImportId id) {
        return within(() -> {
            imports.run(id);
            return imports.find(id).orElseThrow();
        });
    }

    private ImportId held() {
        var id = handedIn(contradictory());
        assertThat(read(id).state()).isEqualTo(ImportState.HELD);
        return id;
    }

    private ApprovalId asked(ImportId id) {
        var asked = within(() -> holding.askToRelease(id, ApprovalId.fresh(), "The bank confirmed it", finance()));
        assertThat(asked).isInstanceOf(ReleaseAsked.Waiting.class);
        return ((ReleaseAsked.Waiting) asked).id();
    }

    private Approval approved(ApprovalId id) {
        return within(() -> approvals.approve(id, approver()));
    }

    private Document page(String address) throws Exception {
        var reply = mvc.get().uri(address).with(SignedInAs.finance()).exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    private MvcTestResult decide(String address, String reason, String key) {
        return mvc.post()
                .uri(address)
                .param("reason", reason)
                .param("key", key)
                .with(SignedInAs.finance())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private long journals(ImportId id) {
        return within(() -> db.sql("select count(*) from ledger_journal where source_id = :id")
                .param("id", id.value().toString())
                .query(Long.class)
                .single());
    }

    private Document pageFor(String address, Permission... permissions) {
        var reply = mvc.get()
                .uri(address)
                .with(Somebody.who(Limits.NONE, permissions))
                .exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(new String(reply.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void onlyWhoTakesInFilesIsOfferedToDecideAboutAFileThatIsHeld() {
        var file = "/office/imports/" + held();
        var decide = "main a[href=%1$s/release], main a[href=%1$s/refuse], main form".formatted(file);
        assertThat(pageFor(file, Permission.SEE_IMPORTS, Permission.TAKE_IN_FILES)
                        .select(decide))
                .hasSizeGreaterThan(2);
        assertThat(pageFor(file, Permission.SEE_IMPORTS).select(decide)).isEmpty();
    }

    @Test
    void whoApprovesIsLedToTheFileOnlyIfTheyMaySeeIt() {
        var id = held();
        var request = "/office/approvals/" + asked(id);
        var file = "main a[href=/office/imports/%s]".formatted(id);
        assertThat(pageFor(request, Permission.APPROVE, Permission.SEE_IMPORTS).select(file))
                .isNotEmpty();
        assertThat(pageFor(request, Permission.APPROVE).select(file)).isEmpty();
    }

    @Test
    void twoPeopleReleaseAFileAndItIsPostedAsTheBytesThatCame() {
        var id = held();
        var request = asked(id);
        assertThat(approved(request)).isInstanceOf(Approval.Approved.class);
        var file = read(id);
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(file.checks()).anyMatch(check -> !check.holds());
        assertThat(file.releases()).isNotEmpty().allSatisfy(release -> {
            assertThat(release.askedBy()).isEqualTo("finance@demo.example");
            assertThat(release.approvedBy()).isEqualTo("approver@demo.example");
            assertThat(release.reason()).isEqualTo("The bank confirmed it");
        });
        assertThat(journals(id)).isOne();
        assertThat(read(id).state()).isEqualTo(ImportState.POSTED);
        assertThat(journals(id)).isOne();
        assertThat(within(() -> db.sql(
                                "select count(*) from audit_events where did = 'import.released' and subject = :id")
                        .param("id", "import:" + id)
                        .query(Long.class)
                        .single()))
                .isOne();
    }

    @Test
    void whoeverAskedCannotApprove() {
        var id = held();
        var request = asked(id);
        assertThat(within(() -> approvals.approve(request, finance()))).isInstanceOf(Approval.SamePerson.class);
        assertThat(read(id).state()).isEqualTo(ImportState.HELD);
    }

    @Test
    void aFileThatWasReadAgainSinceIsNotReleased() {
        var id = held();
        var request = asked(id);
        assertThat(within(() -> imports.readAgain(id, "finance@demo.example"))).isTrue();
        assertThat(approved(request)).isInstanceOf(Approval.Stale.class);
        assertThat(read(id).state()).isEqualTo(ImportState.HELD);
        assertThat(journals(id)).isZero();
    }

    @Test
    void ofReleasingAndRefusingAtOnceOneWins() throws Exception {
        for (int round = 0; round < 8; round++) {
            var id = held();
            var request = asked(id);
            Callable<Boolean> release = () -> approved(request) instanceof Approval.Approved;
            Callable<Boolean> refuse = () -> within(() -> holding.refuse(id, "Not ours", "finance@demo.example"));
            try (var two = Executors.newFixedThreadPool(2)) {
                var done = two.invokeAll(round % 2 == 0 ? List.of(release, refuse) : List.of(refuse, release));
                assertThat(done.get(0).resultNow() ^ done.get(1).resultNow()).isTrue();
            }
            var file = read(id);
            assertThat(file.state()).isEqualTo(file.ended().isPresent() ? ImportState.REFUSED : ImportState.POSTED);
            assertThat(journals(id)).isEqualTo(file.ended().isPresent() ? 0 : 1);
        }
    }

    @Test
    void whatIsNotOurCurrencyCannotBeLetPass() {
        var bytes = """
                :20:HELD%d
                :25:56005512345678
                :28C:1/1
                :60F:C261119EUR0,00
                :61:2611191119C%d,00NTRFNONREF
                :86:771234561
                :62F:C261119EUR%d,00
                """.formatted(++files, files, files);
        var id = handedIn(bytes.getBytes(StandardCharsets.UTF_8));
        assertThat(read(id).state()).isEqualTo(ImportState.HELD);
        assertThat(within(() -> holding.askToRelease(id, ApprovalId.fresh(), "Please", finance())))
                .isInstanceOf(ReleaseAsked.CannotPass.class);
    }

    @Test
    void aRefusedFileIsEndedAndTheSameBytesMayComeAnew() {
        var bytes = contradictory();
        var first = handedIn(bytes);
        read(first);
        assertThat(handedIn(bytes)).isEqualTo(first);
        assertThat(within(() -> holding.refuse(first, "Not ours", "finance@demo.example")))
                .isTrue();
        assertThat(within(() -> holding.refuse(first, "Not ours", "approver@demo.example")))
                .isFalse();
        assertThat(within(() -> imports.readAgain(first, "finance@demo.example")))
                .isFalse();
        var second = handedIn(bytes);
        assertThat(second).isNotEqualTo(first);
        var file = read(second);
        assertThat(file.state()).isEqualTo(ImportState.HELD);
        assertThat(file.again()).contains(first);
        assertThat(handedIn(bytes)).isEqualTo(second);
    }

    @Test
    void ofManyWhoSendAnEndedFileAgainOneBringsIt() throws Exception {
        var bytes = contradictory();
        var first = handedIn(bytes);
        read(first);
        within(() -> holding.refuse(first, "Not ours", "finance@demo.example"));
        Callable<ImportId> again = () -> handedIn(bytes);
        try (var callers = Executors.newFixedThreadPool(4)) {
            var ids = callers.invokeAll(List.of(again, again, again, again)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1).doesNotContain(first);
        }
    }

    @Test
    void thePageSaysWhatDiffersAndAsksForAReason() throws Exception {
        var id = held();
        var path = "/office/imports/" + id;
        var links = page(path).select(".govuk-button-group a").eachAttr("href");
        assertThat(links).containsExactly(path + "/release", path + "/refuse");
        var form = page(path + "/release");
        assertThat(form.select("h1")).hasSize(1);
        assertThat(form.select("tbody tr")).isNotEmpty();
        assertThat(page(path + "/release?lang=cy").select("label[for=reason]").text())
                .isEqualTo("Rheswm");
        var key = form.select("input[name=key]").attr("value");
        assertThat(decide(path + "/release", " ", key))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(decide(path + "/release", "The bank confirmed it", key)).hasStatus(303);
        assertThat(decide(path + "/release", "The bank confirmed it", key)).hasStatus(303);
        assertThat(within(() -> holding.waiting(id))).hasSize(1);
        var waits = page(path);
        assertThat(waits.text()).contains("asked on", "It waits for a second person");
        assertThat(waits.select(".govuk-button-group a").eachAttr("href")).containsExactly(path + "/refuse");
        assertThat(decide(path + "/refuse", "Not ours", "")).hasStatus(303);
        assertThat(page(path).text()).contains("Ended by finance@demo.example", "Not ours");
        assertThat(page(path).select(".govuk-button-group")).isEmpty();
        assertThat(mvc.get().uri(path + "/release").with(SignedInAs.auditor()).exchange())
                .hasStatus(403);
    }
}
