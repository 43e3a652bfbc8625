package localgov.ims.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approvals;
import localgov.ims.audit.Audit;
import localgov.ims.audit.Change;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.UriComponentsBuilder;

/// The auditor's pages: what was done is found, read and taken away, and nothing can be changed.
@WithCouncil
class AuditScreensTest {
    private static final String AUDIT = "/office/audit";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient db;

    @Autowired
    Approvals approvals;

    @Autowired
    WordBook book;

    private static boolean done;

    /// Once for the class, whose database is its own.
    @BeforeEach
    void whatWasDone() {
        if (done) {
            return;
        }
        done = true;
        within(() -> {
            audit.note("ann@demo.example", "suspense.allocated", "suspense:7", "£120.00 in 1 part; £0.00 remains");
            audit.note("ben@demo.example", "approvals.approved", "approval:8", "Change the name of fund 23");
            audit.note(
                    "ada@demo.example",
                    "settings.changed",
                    "fund:23",
                    "",
                    List.of(new Change("Name", "Council tax", "Treth gyngor"), new Change("Code", "23", "23")));
            audit.note("api:till", "payment.taken", "payment:9", "=HYPERLINK(\"http://evil\")");
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(java.net.URI.create(address)).with(who).exchange();
    }

    private Document page(String address) {
        return page(get(address, SignedInAs.auditor()));
    }

    private static String text(MvcTestResult reply) {
        try {
            return reply.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document page(MvcTestResult reply) {
        return Jsoup.parse(text(reply));
    }

    private static String with(String... fields) {
        var address = UriComponentsBuilder.fromPath(AUDIT);
        for (int i = 0; i < fields.length; i += 2) {
            address.queryParam(fields[i], fields[i + 1]);
        }
        return address.encode().build().toUriString();
    }

    private List<String> subjects(String address) {
        return page(address).select("main table .ims-code").eachText();
    }

    @ParameterizedTest
    @ValueSource(strings = {AUDIT, AUDIT + "/export", AUDIT + "/duties", AUDIT + "/duties/export", AUDIT + "/1"})
    void onlyWhoeverMaySeeTheAuditSeesIt(String address) {
        assertThat(get(address, SignedInAs.auditor())).hasStatusOk();
        assertThat(get(address, SignedInAs.admin())).hasStatusOk();
        assertThat(get(address, SignedInAs.finance())).hasStatus(403);
        assertThat(get(address, SignedInAs.approver())).hasStatus(403);
        assertThat(get(address, SignedInAs.cashier())).hasStatus(403);
    }

    @Test
    void whatWasDoneIsFoundByPersonDeedSubjectDaysAndWords() {
        assertThat(subjects(with("who", "ann@demo.example"))).containsExactly("suspense:7");
        assertThat(subjects(with("who", "ANN"))).containsExactly("suspense:7");
        assertThat(subjects(with("who", "demo.example", "did", "settings.changed")))
                .containsExactly("fund:23");
        assertThat(subjects(with("who", "nobody-like-that"))).isEmpty();
        assertThat(subjects(with("did", "settings.changed"))).containsExactly("fund:23");
        assertThat(subjects(with("did", "approvals."))).containsExactly("approval:8");
        assertThat(subjects(with("subject", "payment:9"))).containsExactly("payment:9");
        assertThat(subjects(with("q", "payment:9"))).containsExactly("payment:9");
        assertThat(subjects(with("q", "treth gyn"))).containsExactly("fund:23");
        assertThat(subjects(with("q", "name of fund"))).containsExactly("approval:8");
        assertThat(subjects(with("q", "gyngor approved"))).isEmpty();
        assertThat(subjects(with("q", "120.00"))).containsExactly("suspense:7");
        assertThat(subjects(with("subject", "fund:23", "from", "1/1/2020", "to", "31/12/2099")))
                .containsExactly("fund:23");
        assertThat(subjects(with("subject", "fund:23", "from", "2099-01-01"))).isEmpty();
        assertThat(subjects(with("subject", "fund:23", "to", "1 January 2020"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\\", ":*", "& | !", "%", "<->", "\"", "a'b", "(", "\u0000x"})
    void whateverIsTypedIsLookedForAndBreaksNothing(String typed) {
        assertThat(get(with("q", typed, "who", typed, "did", typed, "subject", typed), SignedInAs.auditor()))
                .hasStatusOk();
    }

    @Test
    void aDayThatIsNoneIsSaidAtItsField() {
        var reply = get(with("from", "31/2/2026"), SignedInAs.auditor());
        assertThat(reply).hasStatus(422);
        assertThat(page(reply).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#from");
        assertThat(page(reply).expectFirst("#from").val()).isEqualTo("31/2/2026");
        assertThat(get(AUDIT + "/export?from=x", SignedInAs.auditor())).hasStatus(422);
    }

    @Test
    void anEventSaysWhatItWasBeforeAndAfter() {
        var list = page(with("subject", "fund:23"));
        assertThat(list.expectFirst("main table").text()).contains("1 thing changed");
        var event = page(list.expectFirst("main table a").attr("href"));
        assertThat(event.select("h1")).hasSize(1);
        assertThat(event.expectFirst("main table").text()).contains("Name Council tax Treth gyngor");
        assertThat(event.expectFirst("main table").text()).doesNotContain("Code");
        for (var more : event.select("main ul a")) {
            assertThat(subjects(more.attr("href"))).contains("fund:23");
        }
    }

    @Test
    void aSignedInPersonsDeedIsKeptWithTheirIdAddressBrowserAndReference() {
        // Naming a stand-in is something done through a page.
        var today = localgov.ims.kernel.London.dayOf(java.time.Instant.now());
        var reply = mvc.post()
                .uri("/office/approvals/stand-ins")
                .with(SignedInAs.approver())
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .with(request -> {
                    request.setRemoteAddr("192.0.2.7");
                    return request;
                })
                .header(
                        "User-Agent",
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .param("key", UUID.randomUUID().toString())
                .param("email", "cashier@demo.example")
                .param("from-day", Integer.toString(today.getDayOfMonth()))
                .param("from-month", Integer.toString(today.getMonthValue()))
                .param("from-year", Integer.toString(today.getYear()))
                .param("to-day", Integer.toString(today.getDayOfMonth()))
                .param("to-month", Integer.toString(today.getMonthValue()))
                .param("to-year", Integer.toString(today.getYear()))
                .exchange();
        assertThat(reply).hasStatus(303);
        var list = page(with("did", "approvals.stand-in-named"));
        var event = page(list.expectFirst("main table a").attr("href"));
        assertThat(event.expectFirst("main dl").text()).contains("192.0.2.7", "Firefox on Windows");
        assertThat(event.expectFirst("main dl").text()).containsPattern("[B-Z2-9]{4}-[B-Z2-9]{4}");
        var byPerson = event.select("main ul a[href*=?person=]").attr("href");
        var theirs = page(byPerson);
        assertThat(theirs.expectFirst("main .govuk-inset-text").text()).contains("Ben Approver");
        assertThat(theirs.select("main table tbody tr")).isNotEmpty();
    }

    @Test
    void longListsComeInPagesWithoutGapsOrRepeats() {
        within(() -> {
            for (int i = 0; i < 120; i++) {
                audit.note(i % 2 == 0 ? "odd@demo.example" : "even@demo.example", "tests.paged", "page:" + i, "");
            }
            return true;
        });
        for (var first : List.of(with("did", "tests.paged"), with("who", "d@demo", "did", "tests.paged"))) {
            List<String> seen = new ArrayList<>();
            var address = first;
            for (int pages = 0; address != null && pages < 9; pages++) {
                var page = page(address);
                seen.addAll(page.select("main table .ims-code").eachText());
                var next = page.selectFirst("a[rel=next]");
                address = next == null ? null : next.attr("href");
            }
            assertThat(seen).doesNotHaveDuplicates().hasSize(first.contains("who") ? 60 : 120);
        }
    }

    @Test
    void theFileHoldsAllThatIsLookedForAndNoFormula() {
        var reply = get(AUDIT + "/export?subject=payment:9", SignedInAs.auditor());
        assertThat(reply).hasStatusOk();
        assertThat(reply.getResponse().getHeader("Content-Disposition")).contains("audit.csv");
        assertThat(text(reply).lines().toList())
                .hasSize(2)
                .last()
                .satisfies(line -> assertThat(line).contains("api:till", "\"'=HYPERLINK"));
        assertThat(text(get(AUDIT + "/export?subject=fund:23", SignedInAs.auditor())))
                .contains("Name: Council tax → Treth gyngor");
    }

    @Test
    void theReportOnDutiesNamesWhoCouldDoBothHalves() {
        var page = page(AUDIT + "/duties");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.expectFirst("section:contains(Place money from suspense, and approve)")
                        .text())
                .contains("Ben Approver (approver@demo.example)");
        assertThat(page.expectFirst("section:contains(Take payments, and move money)")
                        .text())
                .contains("Ann Finance (finance@demo.example)");
        assertThat(page.expectFirst("section:contains(Manage people, and move money)")
                        .text())
                .contains("Nobody may do both");
        assertThat(page.expectFirst("section:contains(Take payments, and place money)")
                        .text())
                .contains("Ann Finance")
                .doesNotContain("Ben Approver", "Cal Cashier");
        assertThat(page.expectFirst("tr:contains(Change of a setting)").text()).contains("Nobody");
    }

    @Test
    void theReportOnDutiesNamesWhoDidBothWithEvidence() {
        within(() -> {
            audit.note("both@demo.example", "payment.taken", "payment:1", "");
            audit.note("both@demo.example", "suspense.allocated", "suspense:2", "");
            audit.note("both@demo.example", "suspense.allocated", "suspense:3", "");
            audit.note("half@demo.example", "payment.taken", "payment:4", "");
            return true;
        });
        var section = page(AUDIT + "/duties").expectFirst("section:contains(Take payments, and place money)");
        assertThat(section.select("table").text()).contains("both@demo.example").doesNotContain("half@demo.example");
        var evidence = section.select("table tr:contains(both@demo.example) a").eachAttr("href");
        assertThat(subjects(evidence.getFirst())).containsExactly("payment:1");
        assertThat(subjects(evidence.getLast())).containsExactly("suspense:3", "suspense:2");
    }

    /// A request that was asked for and approved, written down as the room keeps it.
    private void approved(
            String kind, String subject, String asker, String approver, @Nullable String insteadOf, int day) {
        within(() -> db.sql("""
                        insert into approvals_request (id, kind, subject, sentence, payload, changes, asked_by,
                               asked_signature, asked_name, asked_at, lapses_at, state, decided_by, decided_signature,
                               decided_name, decided_at, instead_of, instead_signature, instead_name)
                        select gen_random_uuid(), :kind, :subject, 'Do it', '{}', '[]', asker.id,
                               asker.email, asker.name, at, at + interval '1 day', 'APPROVED', approver.id,
                               approver.email, approver.name, at, away.id, away.email, away.name
                          from people_person asker
                          join people_person approver on approver.email = :approver
                          left join people_person away on away.email = :away
                         cross join (select now() - :day * interval '1 day' as at) as moment
                         where asker.email = :asker
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .param("asker", asker)
                .param("approver", approver)
                .param("away", insteadOf)
                .param("day", day)
                .update());
    }

    @Test
    void theReportOnDutiesSaysForEachKindWhoCouldAndWhoDidBothHalves() {
        page(AUDIT);
        var kind = "suspense.allocation";
        approved(kind, "fund:1", "finance@demo.example", "approver@demo.example", null, 30);
        approved(kind, "fund:1", "approver@demo.example", "finance@demo.example", "admin@demo.example", 20);
        approved(kind, "fund:2", "approver@demo.example", "finance@demo.example", null, 10);
        approved("settings.change", "funds:1", "admin@demo.example", "approver@demo.example", null, 10);

        var page = page(AUDIT + "/duties");
        var rows = page.select("tr:contains(Placing money from suspense)");
        assertThat(rows.eachText()).hasSize(3);
        assertThat(rows.get(0).text())
                .contains("Ben Approver (approver@demo.example)")
                .contains("Asking takes:");
        assertThat(rows.get(1).text()).contains("Ann Finance", "1 in somebody’s place");
        assertThat(rows.get(2).children().last().ownText()).isEqualTo("1");
        assertThat(page.select("tr:contains(Change of a setting)")).hasSize(1);

        var file = text(get(AUDIT + "/duties/export", SignedInAs.auditor()));
        assertThat(file.lines().filter(line -> line.startsWith(kind + ",") && line.contains("finance@")))
                .singleElement()
                .satisfies(line -> assertThat(line).matches(".*,no,,1,[-0-9]+,[-0-9]+,2,[-0-9]+,[-0-9]+,1,1"));
        assertThat(file.lines().filter(line -> line.startsWith(kind + ",") && line.contains("approver@")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(",yes,,2,"));
    }

    @Test
    void everyHalfIsSaidInBothLanguages() {
        var halves = Stream.concat(
                approvals.kinds().stream()
                        .flatMap(kind -> Stream.concat(kind.asker().stream(), Stream.of(kind.approver()))),
                Stream.of(Duty.values())
                        .flatMap(duty ->
                                Stream.of(duty.one().needs(), duty.other().needs())));
        assertThat(halves.distinct())
                .isNotEmpty()
                .allSatisfy(needs -> assertThat(Language.values())
                        .allSatisfy(language -> assertThat(book.in(language).known(DutyPages.key(needs)))
                                .isPresent()));
    }

    @Test
    void whoeverStandsInForAnApproverCouldDoBothHalvesToo() {
        page(AUDIT);
        within(() -> db.sql("""
                        insert into approvals_stand_in (id, approver, approver_signature, approver_name, stand_in,
                               stand_in_signature, stand_in_name, from_on, to_on, named_at)
                        select gen_random_uuid(), approver.id, approver.email, approver.name, stand_in.id,
                               stand_in.email, stand_in.name, current_date - 1, current_date + 1, now()
                          from people_person approver, people_person stand_in
                         where approver.email = 'approver@demo.example' and stand_in.email = 'finance@demo.example'
                        """).update());
        var row = page(AUDIT + "/duties").expectFirst("tr:contains(Placing money from suspense)");
        assertThat(row.select(".ims-line").eachText())
                .anySatisfy(text -> assertThat(text).contains("Ann Finance", "standing in for Ben Approver"));
        within(() -> db.sql("update people_grant set ended_at = now(), ended_by = 'system' where person ="
                        + " (select id from people_person where email = 'approver@demo.example')")
                .update());
        assertThat(page(AUDIT + "/duties")
                        .expectFirst("tr:contains(Placing money from suspense)")
                        .text())
                .as("whoever named them approves nothing any more")
                .doesNotContain("standing in for Ben Approver");
        within(() -> db.sql("update people_grant set ended_at = null, ended_by = null where person ="
                        + " (select id from people_person where email = 'approver@demo.example')")
                .update());
        within(() -> db.sql("update approvals_stand_in set ended_at = now()").update());
    }

    @Test
    void theAuditHasNoWayToChangeIt() {
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            assertThat(mvc.method(org.springframework.http.HttpMethod.valueOf(method))
                            .uri(AUDIT + "/1")
                            .with(SignedInAs.auditor())
                            .with(org.springframework.security.test.web.servlet.request
                                    .SecurityMockMvcRequestPostProcessors.csrf())
                            .exchange())
                    .hasStatus(405);
        }
    }
}
