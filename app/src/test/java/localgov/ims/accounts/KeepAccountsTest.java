package localgov.ims.accounts;

import static localgov.ims.people.Permission.LOAD_ACCOUNTS;
import static localgov.ims.people.Permission.SEE_ACCOUNTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.people.Limits;
import localgov.ims.people.Somebody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Account holders are brought in by a file, added and corrected in the office.
@WithCouncil
class KeepAccountsTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(700_000);
    private static final String LOAD = "/office/accounts/load";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountKeeping keeping;

    @Autowired
    AccountStore store;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    JdbcClient db;

    /// No other test's account.
    private final String number = "GW" + NUMBERS.incrementAndGet();

    private final Map<String, String> cy = Map.of(
            "fund",
            "GW",
            "number",
            number,
            "name",
            "Cy Pays",
            "address",
            "1 Mere View\nAldermere",
            "balance_pounds",
            "£1,120.50",
            "stopped",
            "no",
            "stop_message",
            "",
            "message_code",
            "");

    @BeforeEach
    void theCouncilHasFunds() {
        within(() -> {
            catalogue.load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private static RequestPostProcessor keeper() {
        return Somebody.who(Limits.NONE, LOAD_ACCOUNTS, SEE_ACCOUNTS);
    }

    private MvcTestResult file(String csv, String wrongRows, RequestPostProcessor who) {
        return mvc.post()
                .uri(LOAD)
                .multipart()
                .file(new MockMultipartFile("file", "holders.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .param("wrong-rows", wrongRows)
                .with(who)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult send(String path, Map<String, String> typed, RequestPostProcessor who) {
        var request = mvc.post().uri(path);
        typed.forEach(request::param);
        return request.with(who).with(csrf()).exchange();
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Account account() {
        return within(() -> accounts.find("GW", number).orElseThrow());
    }

    private long id() {
        return within(() -> store.key("GW", number).orElseThrow().id());
    }

    private static Map<String, String> with(Map<String, String> typed, String column, String value) {
        var more = new HashMap<>(typed);
        more.put(column, value);
        return more;
    }

    @Test
    void aFileIsBroughtInAndTellsWhatBecameOfIt() {
        var result = file("fund,number,name\nGW," + number + ",Cy Pays\n11,BJ99518409,Bo\n", "refuse", keeper());
        assertThat(result).hasStatusOk();
        var page = page(result);
        assertThat(page.select("#outcome").text()).isEqualTo("2 rows were brought in");
        assertThat(page.select(".ims-facts").text()).contains("Added 2", "Changed 0", "Left out 0");
        assertThat(account().name()).isEqualTo("Cy Pays");
        assertThat(page.select("table").text()).contains("Brought in lately", "2");
    }

    @Test
    void aFileWithARowThatIsWrongBringsInNothingAndListsIt() {
        var csv = "fund,number,name\nGW," + number + ",Cy Pays\n99,1,Nobody\n";
        var result = file(csv, "refuse", keeper());
        assertThat(result).hasStatus(422);
        var page = page(result);
        assertThat(page.select(".govuk-error-summary").text())
                .contains("1 of 2 rows are wrong, so none was brought in");
        assertThat(page.select(".ims-problems td, .ims-problems th").eachText())
                .contains("3", "fund", "99", "There is no such fund");
        assertThat(within(() -> accounts.find("GW", number))).isEmpty();
        var welsh = page(mvc.post()
                .uri(LOAD + "?lang=cy")
                .multipart()
                .file(new MockMultipartFile("file", "holders.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(keeper())
                .with(csrf())
                .exchange());
        assertThat(welsh.select(".ims-problems").text()).contains("Nid oes cronfa o’r fath");
    }

    @Test
    void whoeverSaysSoGetsTheRowsThatAreRight() {
        var result = file("fund,number,name\nGW," + number + ",Cy Pays\n99,1,Nobody\n", "leave-out", keeper());
        assertThat(result).hasStatusOk();
        assertThat(page(result).select("#outcome").text()).isEqualTo("One row was brought in");
        assertThat(page(result).select(".ims-problems").text()).contains("There is no such fund");
        assertThat(account().name()).isEqualTo("Cy Pays");
    }

    @Test
    void withoutAFileNothingIsDone() {
        var none = mvc.post().uri(LOAD).with(keeper()).with(csrf()).exchange();
        assertThat(none).hasStatus(422);
        assertThat(page(none).select("#file-error").text()).contains("Choose a file");
        assertThat(page(file("", "refuse", keeper())).select("#file-error").text())
                .contains("The file is empty");
    }

    @Test
    void anEmptyFormIsToldAllThatItLacksAtOnce() {
        var add = send("/office/accounts/add", with(with(cy, "fund", ""), "number", " "), keeper());
        assertThat(add).hasStatus(422);
        assertThat(page(add).select(".govuk-error-summary a").eachText()).hasSize(2);
        assertThat(page(add).select("#fund-error, #number-error").eachText()).hasSize(2);
    }

    @Test
    void whoeverIsLimitedBringsInAddsAndCorrectsTheirFundsOnly() {
        var parking = Somebody.who(Limits.toFunds("11"), LOAD_ACCOUNTS, SEE_ACCOUNTS);
        assertThat(page(file("fund,number,name\nGW," + number + ",Cy\n", "refuse", parking))
                        .select(".ims-problems")
                        .text())
                .contains("You may not load accounts of this fund");
        var add = send("/office/accounts/add", cy, parking);
        assertThat(add).hasStatus(422);
        assertThat(page(add).select("#fund-error").text()).contains("You may not load accounts of this fund");
        assertThat(page(add).select("#fund option").eachAttr("value"))
                .contains("11")
                .doesNotContain("GW");
        send("/office/accounts/add", cy, keeper());
        assertThat(mvc.get().uri("/office/accounts/" + id() + "/change").with(parking))
                .hasStatus(404);
        assertThat(send("/office/accounts/" + id() + "/change", cy, parking)).hasStatus(404);
        var seesAll = Somebody.who(Limits.NONE, SEE_ACCOUNTS);
        assertThat(mvc.get().uri("/office/accounts/" + id()).with(seesAll))
                .bodyText()
                .doesNotContain("/change");
        assertThat(mvc.get().uri("/office/accounts").with(seesAll)).bodyText().doesNotContain(LOAD);
    }

    @Test
    void anAccountIsAddedOnce() {
        var added = send("/office/accounts/add", cy, keeper());
        assertThat(added).hasStatus(303);
        assertThat(account().balance()).isEqualTo(Money.pence(112_050));
        var again = send("/office/accounts/add", with(cy, "name", "Another"), keeper());
        assertThat(again).hasStatus(422);
        assertThat(page(again).select("#number-error").text()).contains("There is an account with this number already");
        assertThat(page(again).select("#name").val()).isEqualTo("Another");
        assertThat(account().name()).isEqualTo("Cy Pays");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var wrong = send(
                "/office/accounts/add",
                with(with(with(cy, "number", "GW12"), "balance_pounds", "much"), "name", "x".repeat(201)),
                keeper());
        assertThat(wrong).hasStatus(422);
        var page = page(wrong);
        assertThat(page.select("#number-error").text()).isNotEmpty();
        assertThat(page.select("#balance_pounds-error").text()).contains("Not an amount in pounds");
        assertThat(page.select("#name-error").text()).contains("Longer than 200 characters");
        assertThat(page.select("#address").text()).contains("1 Mere View");
    }

    @Test
    void anAccountIsCorrectedAndTheAuditKnowsWhatItWas() {
        send("/office/accounts/add", cy, keeper());
        var path = "/office/accounts/" + id() + "/change";
        var form = page(mvc.get().uri(path).with(keeper()).exchange());
        assertThat(form.select("#name").val()).isEqualTo("Cy Pays");
        assertThat(form.select("#balance_pounds").val()).isEqualTo("1120.50");
        var typed = with(
                with(cy, "name", "Cy Paid"), "seen", form.select("[name=seen]").val());
        assertThat(send(path, with(typed, "balance_pounds", "−12"), keeper())).hasStatus(303);
        assertThat(account().name()).isEqualTo("Cy Paid");
        assertThat(account().balance()).isEqualTo(Money.pence(-1_200));
        assertThat(within(() -> db.sql("""
                        select changes::text from audit_event where did = 'accounts.changed' order by id desc limit 1
                        """).query(String.class).single()))
                .contains("Cy Pays", "Cy Paid")
                .doesNotContain("Mere View");
    }

    @Test
    void whatAFileChangedMeanwhileIsNotOverwritten() {
        send("/office/accounts/add", cy, keeper());
        var path = "/office/accounts/" + id() + "/change";
        var seen = page(mvc.get().uri(path).with(keeper()).exchange())
                .select("[name=seen]")
                .val();
        file("fund,number,name\nGW," + number + ",Cy Moved\n", "refuse", keeper());
        var late = send(path, with(with(cy, "name", "Cy Typed"), "seen", seen), keeper());
        assertThat(late).hasStatus(422);
        assertThat(page(late).select(".govuk-error-summary").text()).contains("changed this account meanwhile");
        assertThat(page(late).select("#name").val()).isEqualTo("Cy Moved");
        assertThat(account().name()).isEqualTo("Cy Moved");
    }

    @Test
    void ofTwoWhoCorrectAtOnceOneLearnsOfTheOther() throws Exception {
        send("/office/accounts/add", cy, keeper());
        var before = account();
        long seen = within(() -> store.key("GW", number).orElseThrow().changedBy());
        try (var both = Executors.newFixedThreadPool(2)) {
            var kept = IntStream.range(0, 2)
                    .mapToObj(i -> both.submit(
                            () -> within(() -> keeping.change(before, seen, cells("Name " + i), null, "ann"))))
                    .toList();
            var first = kept.getFirst().get();
            var second = kept.getLast().get();
            assertThat(List.of(first, second))
                    .hasAtLeastOneElementOfType(AccountKeeping.Kept.Done.class)
                    .hasAtLeastOneElementOfType(AccountKeeping.Kept.Meanwhile.class);
        }
    }

    private Map<String, String> cells(String name) {
        return Map.of("fund", "GW", "number", number, "name", name);
    }
}
