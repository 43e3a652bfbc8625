package localgov.ims.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.CouncilWrites;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Source;
import localgov.ims.ledger.pen.Pen;
import localgov.ims.people.SignedInAs;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Ann of finance looks up account holders.
@WithCouncil
class AccountScreensTest {
    private static final String HOLDERS = """
            fund,number,name,address,balance,stopped,stop_message
            23,774952620,Cy Pays,"1 Mere View
            Aldermere
            AM1 1AA",12000,false,
            23,771234561,<b>Bo Stopped</b>,"2 Mere View
            Aldermere
            AM1 1AB",-500,true,Call us on 01632 960 001 first
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    Settings settings;

    @Autowired
    Pen pen;

    @Autowired
    JdbcClient db;

    final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void holdersHaveBeenLoaded() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            catalogue.load();
            load();
        });
    }

    private void load() {
        try {
            accounts.load(new ByteArrayInputStream(HOLDERS.getBytes(StandardCharsets.UTF_8)), "text/csv", "ann");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private MvcTestResult look(String typed, String fund) {
        return mvc.post()
                .uri("/office/accounts")
                .param("q", typed)
                .param("fund", fund)
                .session(session)
                .with(SignedInAs.finance())
                .with(csrf())
                .exchange();
    }

    private Document page(String path) {
        var result =
                mvc.get().uri(path).session(session).with(SignedInAs.finance()).exchange();
        assertThat(result).as(path).hasStatusOk();
        var page = read(result);
        assertThat(page.select("h1")).as(path).hasSize(1);
        page.select("input:not([type=hidden]), select")
                .forEach(field -> assertThat(page.select("label[for=" + field.id() + "]"))
                        .as("%s: %s", path, field)
                        .hasSize(1));
        return page;
    }

    private static Document read(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String leadsTo(MvcTestResult result) {
        assertThat(result).hasStatus(303);
        return Objects.requireNonNull(result.getResponse().getHeader("Location"));
    }

    @Test
    void whatIsLookedForIsInNoAddress() {
        var results = leadsTo(look("Mere View", ""));
        assertThat(results).matches("/office/accounts\\?search=[0-9a-f]{16}");
        var page = page(results);
        assertThat(page.select("#found").text()).isEqualTo("2 accounts");
        assertThat(page.select("#q").attr("value")).isEqualTo("Mere View");
        var links = page.select("tbody a").eachAttr("href");
        assertThat(links).hasSize(2).allMatch(link -> link.matches("/office/accounts/\\d+\\?search=[0-9a-f]{16}"));
        assertThat(page(links.getFirst()).select(".govuk-back-link").attr("href"))
                .isEqualTo(results);
        assertThat(page(links.getFirst()).title()).startsWith("Account –");
    }

    @Test
    void whatTheCouncilAddedStandsInTheList() throws IOException {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            try {
                var file = "fund,number,name,custom_housing_officer,custom_paper_bills\n"
                        + "25,70000093,Listed One,Ffion Hughes,yes\n25,70000094,Listed Two,,\n";
                accounts.load(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "text/csv", "ann");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        var page = page(leadsTo(look("Listed", "25")));
        assertThat(page.select("thead th").eachText())
                .containsExactly("Holder", "Number", "Fund", "Housing officer", "Bills on paper", "Balance");
        assertThat(page.select("tbody tr:contains(Listed One) td").eachText())
                .containsSequence("Housing officer: Ffion Hughes", "Bills on paper: Yes");
        assertThat(page.select("tbody tr:contains(Listed Two) td").get(3).text())
                .isEmpty();
    }

    @Test
    void whoeverLooksAtAnAccountIsInTheAuditOnceAndWhoeverSearchesIsNot() {
        var account = leadsTo(look("771234561", "")).replaceFirst("\\?.*", "");
        var subject = "account:" + account.replace("/office/accounts/", "");
        assertThat(noted(subject)).isZero();

        page(account);
        page(account);
        assertThat(noted(subject)).isOne();
        assertThat(page(account).select("a[href*=audit]")).isEmpty();

        var auditor = read(mvc.get().uri(account).with(SignedInAs.auditor()).exchange());
        assertThat(noted(subject)).isEqualTo(2);
        var audit = auditor.select("a[href^=/office/audit]").attr("href");
        assertThat(read(mvc.get().uri(audit).with(SignedInAs.auditor()).exchange())
                        .select("tbody")
                        .text())
                .contains("finance@demo.example", "auditor@demo.example", "accounts: looked at");
    }

    private long noted(String subject) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> db.sql("""
                        select count(*)
                          from audit_events
                         where did = 'accounts.looked-at'
                           and subject = :subject
                        """).param("subject", subject).query(Long.class).single());
    }

    @Test
    void onlyTheLastTenSearchesAreKept() {
        var first = leadsTo(look("Mere View", ""));
        for (int i = 0; i < 9; i++) {
            look("Mere", "");
        }
        assertThat(page(first).select("#found")).isNotEmpty();
        look("Mere", "");
        assertThat(page(first).select("#found")).isEmpty();
    }

    @Test
    void whatSomebodyElseLookedForIsNotShown() {
        var results = leadsTo(look("Mere View", ""));
        var other = mvc.get()
                .uri(results)
                .session(new MockHttpSession())
                .with(SignedInAs.cashier())
                .exchange();
        assertThat(other).hasStatusOk();
        assertThat(read(other).select("#found, tbody")).isEmpty();
        assertThat(read(other).select("#q").attr("value")).isEmpty();
    }

    @Test
    void oneAloneIsShownAtOnceWithWhatIsOwed() {
        var page = page(leadsTo(look("771 234 561", "23")));
        assertThat(page.select("h1").text()).isEqualTo("<b>Bo Stopped</b>");
        assertThat(page.select(".ims-reference").text()).isEqualTo("771234561");
        assertThat(page.select(".govuk-warning-text").text()).contains("Call us on 01632 960 001 first");
        assertThat(page.select("[aria-labelledby=holder]").text())
                .contains("Council tax", "£5.00 in credit", "2 Mere View, Aldermere, AM1 1AB");
        assertThat(page.select("[aria-labelledby=history]").text()).contains("Nothing in the book names this account");
    }

    @Test
    void whatTheFundSaysOfTheAccountIsReadByStaffWhoeverElseIsTold() throws IOException {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            try {
                var file = "fund,number,message_code\n25,70000091,CRT\n25,70000092,ODD\n";
                accounts.load(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "text/csv", "ann");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            var said = java.util.Map.of("words", "Send them to the court", "outside_code", "CRT", "shown_to", "PAYERS");
            CouncilWrites.message(settings, "25", "court", said);
        });
        var stopped = page(leadsTo(look("70000091", "")));
        assertThat(stopped.select(".govuk-inset-text").text())
                .isEqualTo("No payments Send them to the court Payers are told this.");
        assertThat(stopped.select("[aria-labelledby=holder]").text()).contains("The service’s code CRT");
        var odd = page(leadsTo(look("70000092", "")));
        assertThat(odd.select(".govuk-inset-text")).isEmpty();
        assertThat(odd.select("[aria-labelledby=holder]").text()).contains("ODD, which no message of the fund has");
    }

    @Test
    void whatWasPaidIsReadFromTheBookAndLeadsToTheReceipt() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            pen.post(new Source("test", "paid"), By.SYSTEM, List.of(entry("bank:main", "fund:23", 12_000, "23")));
            pen.post(new Source("test", "back"), By.SYSTEM, List.of(entry("fund:23", "bank:main", 2_000, "23")));
            pen.post(new Source("test", "other"), By.SYSTEM, List.of(entry("bank:main", "fund:24", 777, "24")));
        });
        var page = page(leadsTo(look("774952620", "")));
        assertThat(page.select("[aria-labelledby=holder]").text()).contains("£120.00 owed");
        var rows = page.select("[aria-labelledby=history] tbody tr");
        assertThat(rows.eachText())
                .containsExactly(
                        "20 November 2026 Taken back C PAYS Out £20.00", "20 November 2026 Received C PAYS In £120.00");
        var receipt = page(rows.last().select("a").attr("href"));
        assertThat(receipt.select("h1").text()).isEqualTo("£120.00 received");
    }

    private static Entry entry(String from, String to, long pence, String fund) {
        return new Entry(
                1,
                new AccountName(from),
                new AccountName(to),
                Money.pence(pence),
                fund,
                "774952620",
                null,
                null,
                null,
                Entry.Vat.NONE,
                LocalDate.of(2026, 11, 20),
                null,
                "C PAYS",
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Mr J", "?"})
    void whatCannotBeLookedForIsSaidAtTheField(String typed) {
        var refused = look(typed, "");
        assertThat(refused).hasStatus(422);
        assertThat(read(refused).select(".govuk-error-summary a").attr("href")).isEqualTo("#q");
        assertThat(read(refused).select("#q").attr("value")).isEqualTo(typed);
    }

    @Test
    void nothingFoundSaysWhatToTry() {
        var page = page(leadsTo(look("nobody at all", "")));
        assertThat(page.select("#found").text()).isEqualTo("No account found");
        assertThat(page.select("main").text()).contains("Try fewer words");
    }

    @Test
    void accountsAreSuggestedWithoutANameInTheAddress() {
        var suggested = mvc.post()
                .uri("/office/accounts/suggestions")
                .param("q", "mere")
                .session(session)
                .with(SignedInAs.finance())
                .with(csrf())
                .exchange();
        assertThat(suggested).hasStatusOk();
        assertThat(suggested).bodyJson().extractingPath("$.length()").isEqualTo(2);
        assertThat(suggested)
                .bodyJson()
                .extractingPath("$[1].words")
                .isEqualTo("Cy Pays · 1 Mere View, Aldermere, AM1 1AA · Council tax 774952620");
        assertThat(suggested).bodyJson().extractingPath("$[1].href").asString().matches("/office/accounts/\\d+");
    }

    @Test
    void aSearchThatDidNotComeFromOurPageIsRefused() {
        assertThat(mvc.post()
                        .uri("/office/accounts/suggestions")
                        .param("q", "mere")
                        .with(SignedInAs.finance())
                        .exchange())
                .hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/office/accounts/999999", "/office/accounts/x", "/office/accounts/9999999999999999999"})
    void whatIsNotThereIsNotThere(String path) {
        assertThat(mvc.get().uri(path).with(SignedInAs.finance()).exchange()).hasStatus(404);
    }

    @Test
    void theAccountIsInWelshToo() {
        var path = leadsTo(look("774952620", ""));
        var welsh = read(mvc.get()
                .uri(path)
                .session(session)
                .cookie(new Cookie("lang", "cy"))
                .with(SignedInAs.finance())
                .exchange());
        assertThat(welsh.select("[aria-labelledby=holder]").text()).contains("Treth y Cyngor", "£120.00 yn ddyledus");
    }
}
