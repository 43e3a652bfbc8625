package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.SpringCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Request;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.people.People;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.TypedJdbc;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The key of a provider's account is typed once and read by nobody: on no page, in no file, in no reply and in
/// no table, whether it waits for the second person, is in use, was declined or has been replaced. Ann the
/// administrator asks, Ben approves.
@WithCouncil
class SecretsOfProvidersTest {
    private static final String FIRST = "api_test_f1rstplaink3y0fann";
    private static final String SECOND = "api_test_s3c0ndplaink3y0fann";
    private static final String HOOK = "webhook_test_pl4in0fann";
    private static final List<String> PLAIN = List.of(FIRST, SECOND, HOOK);
    private static final String LIST = "/office/settings/payment-provider-accounts";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    Approvals approvals;

    @Autowired
    People people;

    @Autowired
    DemoCatalogue demo;

    SettingsPagesHouse house;
    ReferenceData accounts;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
        house = new SettingsPagesHouse(mvc, SignedInAs.admin());
        house.page("/office/settings");
        accounts = settings.type("payment-provider-accounts").orElseThrow();
    }

    private Person person(String email) {
        return within(() -> people.find(email)).orElseThrow();
    }

    private Request waiting(String key) {
        var waiting = within(() -> settings.waiting(accounts, key));
        assertThat(waiting).hasSize(1);
        return waiting.getFirst();
    }

    private static Map<String, String> wished(String code) {
        var wished = new HashMap<String, String>();
        wished.put("code", code);
        wished.put("name", "Parking");
        wished.put("provider", "GOVUK_PAY");
        wished.put("mode", "TEST");
        wished.put("open", "yes");
        wished.put("takes_other_funds", "no");
        wished.put("api_key", FIRST);
        wished.put("webhook_secret", HOOK);
        return wished;
    }

    private void ask(String code) {
        assertThat(house.send(house.page(LIST + "/add"), wished(code))).hasStatus(303);
    }

    private String entry(String code) {
        return SettingsPaths.entry(accounts, code);
    }

    private void approve(String code) {
        var request = waiting(code);
        assertThat(within(() -> approvals.approve(request.id(), person("approver@demo.example"))))
                .isInstanceOf(Approval.Approved.class);
    }

    private void replaceKey(String code, String key) {
        assertThat(house.send(house.page(entry(code) + "/change"), Map.of("api_key", key)))
                .hasStatus(303);
    }

    /// Looks into every column of every table, whoever owns it; also for the bytes of the text.
    private static void isInNoTable() {
        try (var pool = SpringCouncil.ownerPool()) {
            var db = TypedJdbc.client(pool);
            var tables = db.sql("""
                    select format('%I.%I', schemaname, tablename)
                      from pg_tables
                     where schemaname not in ('pg_catalog', 'information_schema')
                    """).query(String.class).list();
            assertThat(tables).hasSizeGreaterThan(40);
            for (var table : tables) {
                for (var plain : PLAIN) {
                    var found = "select count(*) from %s row where position(:plain in row::text) > 0".formatted(table)
                            + " or position(encode(convert_to(:plain, 'UTF8'), 'hex') in row::text) > 0";
                    assertThat(db.sql(found)
                                    .param("plain", plain)
                                    .query(Long.class)
                                    .single())
                            .as("%s in %s", plain, table)
                            .isZero();
                }
            }
        }
    }

    private static void isNotIn(MvcTestResult reply) {
        try {
            assertThat(reply.getResponse().getContentAsString()).doesNotContain(PLAIN);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void isOnNoPage(String code) {
        var places = List.of(
                LIST,
                entry(code),
                entry(code) + "/change",
                LIST + "/file",
                "/office/approvals",
                "/office/audit",
                "/office/audit/export");
        for (var place : places) {
            var reply = house.get(place);
            assertThat(reply).as(place).hasStatusOk();
            isNotIn(reply);
        }
        for (var place : List.of("", "/" + code)) {
            isNotIn(mvc.get()
                    .uri("/api/v1/settings/payment-provider-accounts" + place)
                    .with(SignedInAs.demoKey())
                    .exchange());
        }
    }

    private String kept(String code) {
        return within(() -> settings.secret(accounts, code, "api_key")).orElse("");
    }

    @Test
    void aKeyIsReadByNobodyWhileItWaitsAndWhenItIsInUse() {
        ask("parking");
        isInNoTable();
        var request = waiting("parking");
        assertThat(request.payload()).doesNotContain(PLAIN);
        var approver = new SettingsPagesHouse(mvc, SignedInAs.approver());
        var decided = approver.page("/office/approvals/" + request.id());
        assertThat(decided.text()).contains("API key", "A new one").doesNotContain(PLAIN);
        isOnNoPage("card");

        approve("parking");
        isInNoTable();
        isOnNoPage("parking");
        assertThat(kept("parking")).isEqualTo(FIRST);
        var entry = house.page(entry("parking"));
        assertThat(entry.select(".ims-timeline").text())
                .contains("Added by admin@demo.example, approved by approver@demo.example");
    }

    @Test
    void aKeyThatIsReplacedStaysLockedAndSoDoesTheOneBefore() {
        ask("permits");
        approve("permits");
        replaceKey("permits", SECOND);
        assertThat(kept("permits")).as("not before the second person agrees").isEqualTo(FIRST);
        isInNoTable();
        approve("permits");
        assertThat(kept("permits")).isEqualTo(SECOND);
        isInNoTable();
        isOnNoPage("permits");
    }

    @Test
    void aKeyThatWasDeclinedIsNotUsedAndNotKept() {
        ask("trade");
        approve("trade");
        replaceKey("trade", SECOND);
        var request = waiting("trade");
        assertThat(within(() -> approvals.decline(request.id(), person("approver@demo.example"), "Not this one")))
                .isInstanceOf(Approval.Declined.class);
        assertThat(kept("trade")).isEqualTo(FIRST);
        isInNoTable();
        isOnNoPage("trade");
    }

    @Test
    void whoAsksDoesNotApproveAndABlankKeyStays() {
        ask("rents");
        var request = waiting("rents");
        assertThat(within(() -> approvals.approve(request.id(), person("admin@demo.example"))))
                .isNotInstanceOf(Approval.Approved.class);
        assertThat(within(() -> settings.get(accounts, "rents"))).isEmpty();
        approve("rents");
        assertThat(house.send(house.page(entry("rents") + "/change"), Map.of("name", "Rents by card")))
                .hasStatus(303);
        approve("rents");
        assertThat(kept("rents")).isEqualTo(FIRST);
    }

    @Test
    void aFormThatIsWrongForgetsTheKey() {
        var wrong = wished("wrong");
        wrong.put("name", "");
        var reply = house.send(house.page(LIST + "/add"), wrong);
        assertThat(reply).hasStatus(422);
        isNotIn(reply);
        wrong.put("name", "Live");
        wrong.put("mode", "LIVE");
        var testKey = house.send(house.page(LIST + "/add"), wrong);
        assertThat(testKey).hasStatus(422);
        assertThat(page(testKey).select(".govuk-error-summary a").attr("href")).isEqualTo("#api_key");
        isNotIn(testKey);
        isInNoTable();
    }

    @Test
    void twoWhoChangeItAtOnceAreNotShownTheKeyEither() {
        ask("clash");
        approve("clash");
        Document mine = house.page(entry("clash") + "/change");
        assertThat(house.send(house.page(entry("clash") + "/change"), Map.of("name", "Theirs")))
                .hasStatus(303);
        approve("clash");
        var clash = house.send(mine, Map.of("name", "Mine", "api_key", SECOND));
        assertThat(clash).hasStatus(409);
        isNotIn(clash);
        isInNoTable();
    }

    @Test
    void aFileAndAProgramBringNoKey() {
        var file = "code,name,provider,mode,api_key\nfiled,Filed,GOVUK_PAY,TEST," + FIRST + "\n";
        var upload = mvc.post()
                .uri(LIST + "/upload")
                .multipart()
                .file(new MockMultipartFile("file", "a.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                .with(SignedInAs.admin())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(upload).hasStatus(422);
        var program = mvc.put()
                .uri("/api/v1/settings/payment-provider-accounts/program")
                .with(SignedInAs.demoKey())
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"name": "Program", "provider": "GOVUK_PAY", "mode": "TEST", "api_key": "%s"}
                        """.formatted(FIRST))
                .exchange();
        assertThat(program.getResponse().getStatus()).isGreaterThanOrEqualTo(400);
        isNotIn(program);
        assertThat(within(() -> settings.get(accounts, "program"))).isEmpty();
        isInNoTable();
    }
}
