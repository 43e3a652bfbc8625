package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import localgov.ims.people.SignedInAs;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// What a council adds to account holders comes in with them and is told with them.
class AccountCustomFieldsTest extends ApiTest {
    @Autowired
    Settings settings;

    @BeforeEach
    void fieldsOfEachKind() {
        for (var kind : new String[] {"TEXT", "NUMBER", "YES_NO", "DATE", "LIST"}) {
            declare("h_" + kind.toLowerCase(java.util.Locale.ROOT), kind, Map.of());
        }
    }

    private Saved declare(String code, String kind, Map<String, String> more) {
        var answers = new HashMap<>(Map.of(
                "on_type", "accounts", "code", code, "kind", kind, "name", "Field " + code, "name_cy", "Maes " + code));
        if (kind.equals("LIST")) {
            answers.put("choices", "north | North | Gogledd\nsouth | South | De");
        }
        answers.putAll(more);
        return within(() -> settings.add(settings.type("custom-fields").orElseThrow(), answers, "ann"));
    }

    private MvcTestResult load(String type, String rows) {
        return mvc.post()
                .uri("/api/v1/accounts")
                .with(SignedInAs.demoKey())
                .contentType(type)
                .content(rows)
                .exchange();
    }

    private MvcTestResult lines(String rows) {
        return load("application/x-ndjson", rows);
    }

    private JsonNode custom(String number) {
        return json(get("/api/v1/accounts/20/" + number)).get("custom");
    }

    private String page(String number, String language) {
        var id = within(
                () -> db.sql("""
                select id as value from accounts_account where fund = '20' and number = :number
                """).param("number", number).query(Long.class).single());
        var reply = mvc.get()
                .uri("/office/accounts/%d?lang=%s".formatted(id, language))
                .with(SignedInAs.finance())
                .exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(new String(
                        reply.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                .text();
    }

    @Test
    void aFieldOfEachKindComesInAsJsonAndIsOnTheAccountsPage() {
        var reply = lines("""
                {"fund": "20", "number": "M0000000101", "name": "Ann", "custom": {"h_text": " Bo ", "h_number": 1250, "h_yes_no": true, "h_date": "2026-04-01", "h_list": "south"}}
                """);
        assertThat(json(reply).get("added").longValue()).isOne();
        var custom = custom("M0000000101");
        assertThat(custom.get("h_text").stringValue()).isEqualTo("Bo");
        assertThat(custom.get("h_number").longValue()).isEqualTo(1_250);
        assertThat(custom.get("h_yes_no").booleanValue()).isTrue();
        assertThat(custom.get("h_date").stringValue()).isEqualTo("2026-04-01");
        assertThat(custom.get("h_list").stringValue()).isEqualTo("south");
        assertThat(page("M0000000101", "en"))
                .contains("Field h_text Bo", "Field h_number 1,250", "Field h_yes_no Yes", "Field h_date 1 April 2026")
                .contains("Field h_list South");
        assertThat(page("M0000000101", "cy")).contains("Maes h_date 1 Ebrill 2026", "Maes h_list De");
    }

    @Test
    void aFileSaysThemInColumnsAndWhatItDoesNotSayStays() {
        assertThat(load("text/csv", """
                fund,number,name,custom_h_text,custom_h_number
                20,M0000000102,Ben,Officer,7
                """)).hasStatusOk();
        var same = json(load("text/csv", """
                fund,number,name,custom_h_number
                20,M0000000102,Ben,7
                """));
        assertThat(same.get("unchanged").longValue()).isOne();
        var other = json(load("text/csv", """
                fund,number,name,custom_h_number
                20,M0000000102,Ben,
                """));
        assertThat(other.get("changed").longValue()).isOne();
        assertThat(custom("M0000000102").get("h_text").stringValue()).isEqualTo("Officer");
        assertThat(custom("M0000000102").get("h_number").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{\"h_number\": \"many\"}   ! line 1, custom_h_number ! a whole number",
                "{\"h_list\": \"east\"}     ! line 1, custom_h_list   ! Choose one of the choices",
                "{\"h_date\": \"soon\"}     ! line 1, custom_h_date   ! a real date",
                "{\"nothing\": \"x\"}       ! line 1, custom_nothing  ! There is no such custom field",
                "{\"h_text\": {}}           ! line 1, custom_h_text   ! must be a text",
                "\"h_text\"                 ! line 1, custom          ! an object of custom fields"
            })
    void whatIsWrongIsRefusedAtItsField(String custom, String at, String why) {
        var reply = lines("{\"fund\": \"20\", \"number\": \"M0000000103\", \"custom\": %s}".formatted(custom));
        assertThat(reply).hasStatus(422);
        var error = json(reply).get("errors").get(0);
        assertThat(error.get("field").stringValue()).isEqualTo(at);
        assertThat(error.toString()).contains(why);
        assertThat(get("/api/v1/accounts/20/M0000000103")).hasStatus(404);
    }

    @Test
    void aColumnThatNobodyDeclaredIsRefused() {
        var reply = load("text/csv", "fund,number,custom_nothing\n20,M0000000104,x\n");
        assertThat(reply).hasStatus(422);
        assertThat(json(reply).toString()).contains("custom_nothing").contains("custom_h_text");
    }

    @Test
    void twoRowsOfOneAccountThatSayDifferentThingsAreRefused() {
        var reply = lines("""
                {"fund": "20", "number": "M0000000105", "custom": {"h_text": "One"}}
                {"fund": "20", "number": "M0000000105", "custom": {"h_text": "Two"}}
                """);
        assertThat(reply).hasStatus(422);
        assertThat(json(reply).get("errors").get(0).get("field").stringValue()).isEqualTo("line 2, number");
    }

    @Test
    void aRetiredFieldIsHiddenAndItsAnswersComeBackWithIt() {
        assertThat(declare("h_kept", "TEXT", Map.of())).isInstanceOf(Saved.Done.class);
        var row = "{\"fund\": \"20\", \"number\": \"M0000000106\", \"name\": \"%s\"%s}";
        lines(row.formatted("Cy", ", \"custom\": {\"h_kept\": \"Remember me\"}"));
        var fields = settings.type("custom-fields").orElseThrow();
        within(() -> settings.retire(fields, "accounts~h_kept~TEXT", 1, "ann"));
        assertThat(custom("M0000000106").has("h_kept")).isFalse();
        assertThat(page("M0000000106", "en")).doesNotContain("Remember me");
        assertThat(lines(row.formatted("Cy", ", \"custom\": {\"h_kept\": \"x\"}")))
                .hasStatus(422);
        assertThat(json(lines(row.formatted("Cy Pays", ""))).get("changed").longValue())
                .isOne();
        within(() -> settings.restore(fields, "accounts~h_kept~TEXT", 2, "ann"));
        assertThat(page("M0000000106", "en")).contains("Field h_kept Remember me");
    }

    @Test
    void nothingThatAFileSaysOfAnAccountCanBeRequired() {
        assertThat(declare("h_must", "TEXT", Map.of("required", "yes"))).isInstanceOf(Saved.Refused.class);
    }
}
