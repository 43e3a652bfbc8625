package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Payments;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A change that would leave references behind says which and how many, and waits to be confirmed.
@WithCouncil
class OrphanedReferencesTest {
    private static final String TAX = "/office/settings/reference-formats/entries/council-tax";
    private static final List<String> NUMBERS = List.of("774952620", "771234561", "770000000", "56BAD");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Accounts accounts;

    @Autowired
    Payments payments;

    @Autowired
    JdbcClient db;

    SettingsPagesHouse house;

    @BeforeEach
    void aCouncilWithAccounts() {
        within(() -> {
            demo.load();
            return load(NUMBERS);
        });
        house = new SettingsPagesHouse(mvc, SignedInAs.admin());
    }

    private boolean load(List<String> numbers) {
        var file = new StringBuilder("fund,number,name,address,balance,stopped,stop_message\n");
        numbers.forEach(number -> file.append("23,%s,Cy Pays,1 Mere View,100,false,\n".formatted(number)));
        try (var in = new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8))) {
            accounts.load(in, "text/csv", localgov.ims.accounts.BadRows.LEAVE_OUT, null, "ann");
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry entry(String slug, String key) {
        return within(() -> settings.get(settings.type(slug).orElseThrow(), key))
                .orElseThrow();
    }

    private static String foreseen(Document page) {
        return page.select(".ims-foreseen").text();
    }

    /// The accounts of council tax that fit its format as it is.
    private long fitting() {
        return within(
                () -> db.sql("select count(*) from accounts_account where fund = '23' and number like '77_______'")
                        .query(Long.class)
                        .single());
    }

    private long known() {
        return within(() -> db.sql("select count(*) from accounts_account where fund = '23'")
                .query(Long.class)
                .single());
    }

    @Test
    void aFormatThatLeavesAccountsBehindIsSavedOnlyWhenThatIsConfirmed() {
        var reply = house.send(house.page(TAX + "/change"), Map.of("starts", "774"));
        assertThat(reply).hasStatusOk();
        var page = page(reply);
        assertThat(page.expectFirst("h1").text()).isEqualTo("Change Council tax account?");
        assertThat(foreseen(page))
                .contains("Accounts of Council tax that could no longer be paid")
                .contains("%d of %d".formatted(fitting() - 1, known()))
                .contains("771234561")
                .doesNotContain("774952620");
        assertThat(entry("reference-formats", "council-tax").value("starts")).isEqualTo("77");

        assertThat(house.send(page, Map.of())).hasStatus(303);
        assertThat(entry("reference-formats", "council-tax").value("starts")).isEqualTo("774");
        var back = entry("reference-formats", "council-tax");
        assertThat(within(() -> settings.change(
                        settings.type("reference-formats").orElseThrow(),
                        back.key(),
                        back.version(),
                        with(back, "starts", "77"),
                        "ann")))
                .isInstanceOf(Saved.Done.class);
    }

    private static Map<String, String> with(Entry entry, String column, String answer) {
        var answers = new java.util.LinkedHashMap<>(entry.values());
        answers.put(column, answer);
        return answers;
    }

    @Test
    void whatIsConfirmedIsWhatWasShown() {
        var shown = page(house.send(house.page(TAX + "/change"), Map.of("starts", "774")));
        var another = house.send(shown, Map.of("starts", "7749"));
        assertThat(another).hasStatusOk();
        assertThat(page(another).expectFirst("h1").text()).startsWith("Change ");

        within(() -> load(List.of("778888884")));
        var later = house.send(shown, Map.of());
        assertThat(later).hasStatusOk();
        assertThat(foreseen(page(later))).contains("of %d".formatted(known()));
        assertThat(entry("reference-formats", "council-tax").value("starts")).isEqualTo("77");
    }

    @Test
    void oneGoesBackToTheFormWithEverythingOnIt() {
        var shown = page(house.send(house.page(TAX + "/change"), Map.of("starts", "774", "try-samples", "774952620")));
        var fields = SettingsPagesHouse.fields(shown);
        var form = page(house.post(shown.expectFirst("button[formaction]").attr("formaction"), fields));
        assertThat(form.expectFirst("[name=starts]").val()).isEqualTo("774");
        assertThat(form.expectFirst("#try-samples").val()).isEqualTo("774952620");
        assertThat(house.send(form, Map.of("starts", "77"))).hasStatus(303);
    }

    @Test
    void anotherFormatForAFundAndAnotherCheckDigitAreForeseenToo() {
        var fund = page(
                house.send(house.page("/office/settings/funds/entries/23/change"), Map.of("format", "business-rates")));
        assertThat(foreseen(fund)).contains("Accounts of Council tax", "%d of %d".formatted(fitting(), known()));
        var check = page(house.send(
                house.page("/office/settings/check-digits/entries/tax/change"),
                Map.of("weights", "1,1,1,1,1,1,1,1,0")));
        assertThat(foreseen(check)).contains("Accounts of Council tax");
    }

    @Test
    void aChangeThatLeavesNothingBehindIsSavedAtOnce() {
        assertThat(house.send(house.page(TAX + "/change"), Map.of("starts", "77,56,5")))
                .hasStatus(303);
        assertThat(house.send(house.page(TAX + "/change"), Map.of("starts", "77")))
                .hasStatus(303);
    }

    @Test
    void aFileSaysItBeforeItIsBroughtIn() {
        var file = "code,starts\ncouncil-tax,774\n";
        var reply = mvc.post()
                .uri("/office/settings/reference-formats/upload")
                .multipart()
                .file(new MockMultipartFile("file", "formats.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                .with(SignedInAs.admin())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(reply).hasStatusOk();
        assertThat(foreseen(page(reply)))
                .contains("Accounts of Council tax", "%d of %d".formatted(fitting() - 1, known()));
        assertThat(entry("reference-formats", "council-tax").value("starts")).isEqualTo("77");
    }

    @Test
    void aProgramConfirmsItToo() {
        var before = entry("reference-formats", "council-tax");
        var body = "{\"name\":\"Council tax account\",\"shortest\":9,\"longest\":9,\"characters\":\"DIGITS\","
                + "\"starts\":\"774\",\"pattern\":\"\",\"mask\":\"########@\",\"check_digit\":\"tax\"}";
        var refused = put("", before.version(), body);
        assertThat(refused).hasStatus(409);
        assertThat(refused)
                .bodyText()
                .contains("not_confirmed", "Accounts of Council tax that could no longer be paid");
        assertThat(entry("reference-formats", "council-tax").value("starts")).isEqualTo("77");
        assertThat(put("?confirmed=true", before.version(), body)).hasStatusOk();
        assertThat(entry("reference-formats", "council-tax").value("starts")).isEqualTo("774");
        var now = entry("reference-formats", "council-tax");
        assertThat(put("", now.version(), body.replace("774", "77"))).hasStatusOk();
    }

    private MvcTestResult put(String query, long version, String body) {
        return mvc.put()
                .uri("/api/v1/settings/reference-formats/council-tax" + query)
                .with(SignedInAs.demoKey())
                .header("If-Match", "\"%d\"".formatted(version))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void whoeverApprovesIsShownTheSameAndApprovesOnlyWhatWasShown() {
        var before = entry("funds", "23");
        var form = house.page("/office/settings/funds/entries/23/change");
        var asked = house.send(form, Map.of("format", "business-rates", "ledger_code", anotherLedgerCode(before)));
        assertThat(house.send(page(asked), Map.of())).hasStatus(303);
        assertThat(entry("funds", "23")).isEqualTo(before);

        var approver = new SettingsPagesHouse(mvc, SignedInAs.approver());
        var inbox = approver.page("/office/approvals");
        var address = inbox.expectFirst("main table a:contains(Change fund 23)").attr("href");
        var request = approver.page(address);
        assertThat(foreseen(request))
                .contains("Accounts of Council tax that could no longer be paid")
                .contains("%d of %d".formatted(fitting(), known()));

        assertThat(approver.post(address, Map.of("do", "approve"))).hasStatus(409);
        within(() -> load(List.of("779000001")));
        var later = approver.send(request, Map.of("do", "approve"));
        assertThat(later).hasStatus(409);
        assertThat(foreseen(page(later))).contains("of %d".formatted(known()));
        assertThat(entry("funds", "23")).isEqualTo(before);

        assertThat(approver.send(page(later), Map.of("do", "approve"))).hasStatus(303);
        var after = entry("funds", "23");
        assertThat(after.value("format")).isEqualTo("business-rates");
        var type = within(() -> settings.type("funds").orElseThrow());
        assertThat(within(() -> settings.change(type, "23", after.version(), before.values(), "system")))
                .isInstanceOf(Saved.Done.class);
    }

    private String anotherLedgerCode(Entry fund) {
        return within(() -> settings.list(settings.type("ledger-codes").orElseThrow())).stream()
                .map(Entry::key)
                .filter(code -> !code.equals(fund.value("ledger_code")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsRefusedAnywayIsNotForeseen() {
        var refused = house.send(house.page(TAX + "/change"), Map.of("starts", "774", "pattern", "("));
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select(".govuk-error-summary a").attr("href")).isEqualTo("#pattern");
    }

    @Test
    void openSuspenseAndUnfinishedPaymentsAndTheBookAreLookedAt() {
        within(() -> {
            db.sql("""
                    insert into receipts_suspense_item
                           (journal, line, pence, happened_on, reason, words, source_kind, source_id, candidates)
                    values (987654321, 1, 500, '2026-11-19', 'test', 'For a test.', 'test', 'orphan',
                            '[{"fund":"11","account":"BJ99518409","rule":"x","reasons":[]}]')
                    on conflict do nothing
                    """).update();
            db.sql(
                            "insert into reporting_account (account_number) values ('BJ99514805'), ('GW123456') on conflict do nothing")
                    .update();
            return true;
        });
        started("11", "BJ9951434A");
        var page = page(house.send(
                house.page("/office/settings/reference-formats/entries/parking/change"), Map.of("mask", "BJ1######@")));
        assertThat(foreseen(page))
                .contains("Open items of suspense that could no longer be placed in Parking fines 1 of 1")
                .contains("payments that are not finished; they can still be paid")
                .contains("BJ••••••4A")
                .doesNotContain("BJ9951434A")
                .contains("References in the book that fit Parking fines now and could no longer be paid 1 of 1")
                .doesNotContain("GW123456");
    }

    @Test
    void theAccountsThatBearFeesAreLookedAt() {
        var page = page(house.send(
                house.page("/office/settings/reference-formats/entries/ledger/change"), Map.of("starts", "9")));
        assertThat(foreseen(page))
                .contains("Fees borne by accounts of Miscellaneous income that it would no longer take 4 of 4")
                .contains("80000000017");
        var others = page(
                house.send(house.page("/office/settings/funds/entries/23/change"), Map.of("format", "business-rates")));
        assertThat(foreseen(others)).isNotEmpty().doesNotContain("Fees borne");
    }

    /// Whoever changes a format need not see accounts, receipts or suspense: of those they are told in part.
    @Test
    void whoeverMayNotSeeWhoseTheyAreIsToldOfReferencesInPart() {
        within(() -> db.sql("""
                    insert into receipts_suspense_item
                           (journal, line, pence, happened_on, reason, words, source_kind, source_id, candidates)
                    values (987654321, 3, 500, '2026-11-19', 'test', 'For a test.', 'test', 'in-part',
                            '[{"fund":"11","account":"BJ99518409","rule":"x","reasons":[]}]')
                    """).update()
                + db.sql("insert into reporting_account (account_number) values ('BJ99514805') on conflict do nothing")
                        .update());
        var narrow = new SettingsPagesHouse(
                mvc, Somebody.who(Limits.NONE, Permission.SEE_SETTINGS, Permission.CHANGE_SETTINGS));
        var accounts = page(narrow.send(narrow.page(TAX + "/change"), Map.of("starts", "774")));
        assertThat(foreseen(accounts))
                .contains("Accounts of Council tax", "77•••••61")
                .doesNotContain("771234561");
        var parking = Map.of("mask", "BJ1######@");
        var change = "/office/settings/reference-formats/entries/parking/change";
        assertThat(foreseen(page(narrow.send(narrow.page(change), parking))))
                .contains("BJ••••••09", "BJ••••••05")
                .doesNotContain("BJ99518409", "BJ99514805");
        assertThat(foreseen(page(house.send(house.page(change), parking)))).contains("BJ99518409", "BJ99514805");
    }

    private void started(String fund, String account) {
        var line = new Basket.Line(fund, account, Money.pence(1_000), null);
        assertThat(within(() -> payments.create(Basket.of(List.of(line)), Asking.anew("portal", "portal"))))
                .isInstanceOf(Created.New.class);
    }

    @Test
    void retiringAFundSaysWhatIsOpenAndWhatBecomesOfIt() {
        started("GW", "GW123456");
        var page = house.page("/office/settings/funds/entries/GW/retire");
        assertThat(page.select(".ims-uses").text())
                .contains("Payments not finished yet: 1 They can still be paid, and the money is posted to this fund");
        within(() -> db.sql("""
                insert into receipts_suspense_item
                       (journal, line, pence, happened_on, reason, words, source_kind, source_id, candidates)
                values (987654321, 2, 700, '2026-11-19', 'test', 'For a test.', 'test', 'retiring',
                        '[{"fund":"PM","account":"PP1234567","rule":"x","reasons":[]}]')
                """).update());
        var permits = house.page("/office/settings/funds/entries/PM/retire");
        assertThat(permits.select(".ims-uses").text())
                .contains("Open items of suspense that may belong to it: 1 They stay in suspense, and can no longer be"
                        + " placed in this fund");
        within(() -> db.sql("""
                with basket as (
                  insert into portal_basket (id, key_hash, created_at, touched_at)
                  values (gen_random_uuid(), decode(repeat('ab', 32), 'hex'), now(), now())
                  returning id)
                insert into portal_basket_line (basket, line, fund, account_number, pence, version)
                select id, 1, '52', 'MS123456', 900, 1 from basket
                """).update());
        assertThat(house.page("/office/settings/funds/entries/52/retire")
                        .select(".ims-uses")
                        .text())
                .contains("Bills in baskets, not yet paid: 1 They can no longer be paid");
        var tax = house.page("/office/settings/funds/entries/23/retire")
                .select(".ims-uses")
                .text();
        assertThat(tax).contains("Accounts of this fund", "can no longer be paid");
        assertThat(house.page("/office/settings/funds/entries/GW")
                        .select(".ims-uses")
                        .text())
                .contains("Payments not finished yet: 1")
                .doesNotContain("They can still be paid");
    }
}
