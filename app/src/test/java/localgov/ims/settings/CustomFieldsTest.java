package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.people.SignedInAs;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a council adds to funds, methods of payment, VAT codes and import sources is asked for, checked, shown, filed
/// and remembered
/// as the fields they came with.
@WithCouncil
class CustomFieldsTest {
    private static final String DECLARE = "/office/settings/custom-fields/add";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    SettingsFiles files;

    @Autowired
    DemoCatalogue demo;

    SettingsPagesHouse house;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
        house = new SettingsPagesHouse(mvc, SignedInAs.admin());
    }

    private ReferenceData type(String slug) {
        return within(() -> settings.type(slug)).orElseThrow();
    }

    private Entry entry(String slug, String key) {
        return within(() -> settings.get(type(slug), key)).orElseThrow();
    }

    private MvcTestResult declare(String on, String code, String kind, String... more) {
        var sent = new HashMap<>(
                Map.of("on_type", on, "code", code, "kind", kind, "name", "Field " + code, "name_cy", "Maes " + code));
        for (int i = 0; i < more.length; i += 2) {
            sent.put(more[i], more[i + 1]);
        }
        return house.send(house.page(DECLARE), sent);
    }

    /// One of each kind on a type, whose codes begin with the same letters.
    private void declareEach(String on, String prefix) {
        for (var kind : List.of("TEXT", "NUMBER", "YES_NO", "DATE")) {
            assertThat(declare(on, prefix + kind.toLowerCase(java.util.Locale.ROOT), kind))
                    .hasStatus(303);
        }
        assertThat(declare(on, prefix + "list", "LIST", "choices", "north | North | Gogledd\nsouth | South | De"))
                .hasStatus(303);
    }

    private static String path(String slug, String key) {
        return "/office/settings/%s/entries/%s".formatted(slug, key);
    }

    private static List<String> errors(MvcTestResult reply) {
        return page(reply).select(".govuk-error-summary a").eachAttr("href");
    }

    private static JsonNode json(MvcTestResult reply) {
        try {
            return JsonMapper.shared().readTree(reply.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult put(String slug, String key, String body) {
        return mvc.put()
                .uri(URI.create("/api/v1/settings/%s/%s".formatted(slug, key)))
                .with(SignedInAs.demoKey())
                .header("If-Match", "\"%d\"".formatted(entry(slug, key).version()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode values(String slug, String key) {
        return json(mvc.get()
                        .uri(URI.create("/api/v1/settings/%s/%s".formatted(slug, key)))
                        .with(SignedInAs.demoKey())
                        .exchange())
                .get("values");
    }

    @Test
    void theDemonstrationAnswersWhatItAdds() {
        assertThat(house.page(path("funds", "24")).select("main dl").text())
                .contains(
                        "Budget holder Head of revenues",
                        "Directorate Resources",
                        "Charges last reviewed 11 February 2026");
        assertThat(house.page(path("methods-of-payment", "paypoint"))
                        .select("main dl")
                        .text())
                .contains("Months of notice 3");
        assertThat(house.page(path("import-sources", "bank-morning"))
                        .select("main dl")
                        .text())
                .contains("The council’s bank");
    }

    @Test
    void aFieldOfEachKindIsAnsweredOnTheFormShownAndRemembered() {
        declareEach("funds", "f_");
        var path = path("funds", "GW");
        var reply = house.send(
                house.page(path + "/change"),
                Map.of(
                        "custom_f_text", "Parks officer",
                        "custom_f_number", "1,250",
                        "custom_f_yes_no", "yes",
                        "custom_f_date-day", "1",
                        "custom_f_date-month", "4",
                        "custom_f_date-year", "2026",
                        "custom_f_list", "south"));
        assertThat(reply).hasStatus(303);
        var now = entry("funds", "GW");
        assertThat(Stream.of("text", "number", "yes_no", "date", "list").map(kind -> now.value("custom_f_" + kind)))
                .containsExactly("Parks officer", "1250", "yes", "2026-04-01", "south");
        assertThat(house.page(path).text())
                .contains("Field f_text Parks officer")
                .contains("Field f_number 1,250")
                .contains("Field f_yes_no Yes")
                .contains("Field f_date 1 April 2026")
                .contains("Field f_list South");
        assertThat(house.page(path + "?lang=cy").text())
                .contains("Maes f_date 1 Ebrill 2026")
                .contains("Maes f_list De");
        assertThat(house.page(path + "?lang=en").text()).contains("Field f_list South");
        var change = within(() -> settings.history(type("funds"), "GW")).getFirst();
        assertThat(change.before()).containsEntry("custom_f_text", "").containsEntry("custom_f_yes_no", "no");
        assertThat(change.after()).containsEntry("custom_f_text", "Parks officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"funds", "methods-of-payment", "vat-codes", "import-sources"})
    void whatIsAddedToATypeIsInItsApiAndItsFiles(String slug) {
        declareEach(slug, "a_");
        var key = within(() -> settings.list(type(slug))).getFirst().key();
        var body = (tools.jackson.databind.node.ObjectNode) values(slug, key);
        body.put("custom_a_text", "By program")
                .put("custom_a_number", 7)
                .put("custom_a_yes_no", true)
                .put("custom_a_date", "2027-01-31")
                .put("custom_a_list", "north");
        assertThat(put(slug, key, body.toString())).hasStatusOk();
        assertThat(values(slug, key)).isEqualTo(body);
        var columns = json(mvc.get()
                        .uri("/api/v1/settings")
                        .with(SignedInAs.demoKey())
                        .exchange())
                .toString();
        assertThat(columns).contains("custom_a_list").contains("Maes a_list");

        var out = within(() -> files.out(type(slug)));
        assertThat(out.lines().findFirst().orElseThrow())
                .contains("custom_a_date,custom_a_list,custom_a_number,custom_a_text,custom_a_yes_no");
        assertThat(out).contains("2027-01-31,north,7,By program,yes");
        var in = within(() -> files.in(
                type(slug),
                new StringReader("%s,custom_a_text,custom_a_list\n%s,By file,south\n"
                        .formatted(type(slug).key().getFirst().column(), key)),
                "ann"));
        assertThat(in.kept()).isTrue();
        assertThat(values(slug, key).get("custom_a_text").stringValue()).isEqualTo("By file");
        assertThat(values(slug, key).get("custom_a_list").stringValue()).isEqualTo("south");
        assertThat(values(slug, key).get("custom_a_number").longValue()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"number,many", "list,east"})
    void aWrongAnswerIsRefusedAtItsFieldOnTheFormByTheApiAndInAFile(String kind, String wrong) {
        if (!type("vat-codes").column("custom_w_text").isPresent()) {
            declareEach("vat-codes", "w_");
        }
        var column = "custom_w_" + kind;
        var before = entry("vat-codes", "S");
        var reply = house.send(house.page(path("vat-codes", "S") + "/change"), Map.of(column, wrong));
        assertThat(reply).hasStatus(422);
        assertThat(errors(reply)).singleElement().asString().contains(column);

        var api = put("vat-codes", "S", "{\"name\": \"Standard\", \"%s\": \"%s\"}".formatted(column, wrong));
        assertThat(api).hasStatus(422);
        assertThat(json(api).get("errors").findValuesAsString("field")).containsExactly(column);

        var file = within(
                () -> files.in(type("vat-codes"), new StringReader("code,%s\nS,%s\n".formatted(column, wrong)), "ann"));
        assertThat(file.problems())
                .extracting(BroughtIn.RowProblem::line, BroughtIn.RowProblem::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, column));
        assertThat(entry("vat-codes", "S")).isEqualTo(before);
    }

    @Test
    void aDayThatIsNoneIsRefusedAtItsField() {
        assertThat(declare("vat-codes", "d_date", "DATE")).hasStatus(303);
        var reply = house.send(
                house.page(path("vat-codes", "E") + "/change"),
                Map.of("custom_d_date-day", "31", "custom_d_date-month", "2", "custom_d_date-year", "2026"));
        assertThat(reply).hasStatus(422);
        assertThat(errors(reply)).singleElement().asString().contains("custom_d_date");
        assertThat(page(reply).select("[name=custom_d_date-day]").val()).isEqualTo("31");
    }

    @Test
    void whatMustBeAnsweredIsAskedForAtTheNextChange() {
        assertThat(declare("methods-of-payment", "must", "TEXT", "required", "yes"))
                .hasStatus(303);
        var path = path("methods-of-payment", "card");
        var reply = house.send(house.page(path + "/change"), Map.of());
        assertThat(reply).hasStatus(422);
        assertThat(errors(reply)).singleElement().asString().contains("custom_must");
        assertThat(house.send(house.page(path + "/change"), Map.of("custom_must", "K-1")))
                .hasStatus(303);
        assertThat(entry("methods-of-payment", "card").value("custom_must")).isEqualTo("K-1");
        retire("methods-of-payment~must~TEXT");
    }

    private void retire(String key) {
        assertThat(house.send(house.page(path("custom-fields", key) + "/retire"), Map.of()))
                .hasStatus(303);
    }

    private void restore(String key) {
        assertThat(house.send(house.page(path("custom-fields", key) + "/restore"), Map.of()))
                .hasStatus(303);
    }

    @Test
    void aRetiredFieldIsHiddenAndKeepsItsValues() {
        assertThat(declare("funds", "kept", "TEXT")).hasStatus(303);
        var path = path("funds", "PM");
        assertThat(house.send(house.page(path + "/change"), Map.of("custom_kept", "Remember me")))
                .hasStatus(303);
        retire("funds~kept~TEXT");
        assertThat(house.page(path).text()).doesNotContain("Remember me").doesNotContain("Field kept");
        assertThat(house.page(path + "/change").select("[name=custom_kept]")).isEmpty();
        assertThat(values("funds", "PM").has("custom_kept")).isFalse();
        assertThat(put("funds", "PM", "{\"custom_kept\": \"x\"}")).hasStatus(422);
        assertThat(house.send(house.page(path + "/change"), Map.of("name", "Permits")))
                .hasStatus(303);
        restore("funds~kept~TEXT");
        assertThat(house.page(path).text()).contains("Remember me");
    }

    @Test
    void aFormFromBeforeAFieldWasBroughtBackDoesNotBlankIt() {
        assertThat(declare("funds", "back", "TEXT")).hasStatus(303);
        var path = path("funds", "TW");
        assertThat(house.send(house.page(path + "/change"), Map.of("custom_back", "Stays")))
                .hasStatus(303);
        retire("funds~back~TEXT");
        var old = house.page(path + "/change");
        var body = values("funds", "TW").toString();
        restore("funds~back~TEXT");
        assertThat(house.send(old, Map.of("name", "Trade bins"))).hasStatus(303);
        assertThat(entry("funds", "TW").value("custom_back")).isEqualTo("Stays");
        assertThat(put("funds", "TW", body)).hasStatusOk();
        assertThat(entry("funds", "TW").value("custom_back")).isEqualTo("Stays");
        assertThat(put("funds", "TW", body.replaceFirst("\\{", "{\"custom_back\": null, ")))
                .hasStatusOk();
        assertThat(entry("funds", "TW").value("custom_back")).isEmpty();
    }

    @Test
    void ofTwoWhoAnswerAtOnceTheSecondSeesBothAndOneIsKept() throws Exception {
        assertThat(declare("vat-codes", "both", "TEXT")).hasStatus(303);
        var path = path("vat-codes", "Z");
        var mine = house.page(path + "/change");
        var theirs = house.page(path + "/change");
        assertThat(house.send(theirs, Map.of("custom_both", "Theirs"))).hasStatus(303);
        var clash = house.send(mine, Map.of("custom_both", "Mine"));
        assertThat(clash).hasStatus(409);
        assertThat(page(clash).select("main fieldset").text()).contains("Theirs", "Mine");
        assertThat(house.send(page(clash), Map.of("take-custom_both", "mine"))).hasStatus(303);
        assertThat(entry("vat-codes", "Z").value("custom_both")).isEqualTo("Mine");

        var seen = entry("vat-codes", "Z");
        var start = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(2)) {
            var both = Stream.of("Ann", "Ben")
                    .map(who -> people.submit(() -> {
                        start.await();
                        var answers = new HashMap<>(seen.values());
                        answers.put("custom_both", who);
                        return within(() -> settings.change(
                                type("vat-codes"),
                                "Z",
                                seen.version(),
                                answers,
                                who.toLowerCase(java.util.Locale.ROOT)));
                    }))
                    .toList();
            start.countDown();
            var first = both.get(0).get();
            var second = both.get(1).get();
            var won = first instanceof Saved.Done ? first : second;
            var lost = first instanceof Saved.Done ? second : first;
            assertThat(lost).isInstanceOf(Saved.ChangedByAnother.class);
            assertThat(((Saved.ChangedByAnother) lost).theirs()).isEqualTo(((Saved.Done) won).entry());
            assertThat(entry("vat-codes", "Z")).isEqualTo(((Saved.Done) won).entry());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "LIST !                                          ! choices",
                "LIST ! north | North                            ! choices",
                "LIST ! a | A | A;a | B | B                      ! choices",
                "TEXT ! north | North | Gogledd                  ! choices",
                "LIST ! north | | Gogledd                        ! choices"
            })
    void aListSaysItsChoicesInBothLanguagesAndNothingElseHasAny(String kind, String choices, String at) {
        var reply = declare(
                "funds",
                "refused",
                kind,
                "choices",
                Objects.requireNonNullElse(choices, "").replace(';', '\n'));
        assertThat(reply).hasStatus(422);
        assertThat(errors(reply)).singleElement().asString().contains(at);
        assertThat(type("funds").column("custom_refused")).isEmpty();
    }

    @Test
    void aCodeIsOfOneKindAndAHintIsInBothLanguages() {
        assertThat(declare("funds", "once", "TEXT")).hasStatus(303);
        assertThat(declare("funds", "once", "NUMBER")).as("the code is taken").hasStatus(422);
        assertThat(declare("vat-codes", "once", "NUMBER")).as("on another type").hasStatus(303);
        var reply = declare("funds", "hinted", "TEXT", "hint", "English alone");
        assertThat(reply).hasStatus(422);
        assertThat(errors(reply)).singleElement().asString().contains("hint_cy");
        assertThat(declare("funds", "hinted", "TEXT", "hint", "For example, a < b", "hint_cy", "Er enghraifft, a < b"))
                .hasStatus(303);
        Document form = house.page(path("funds", "PM") + "/change");
        assertThat(form.text()).contains("For example, a < b");
        assertThat(form.text()).contains("Field once (optional)");
    }

    @Test
    void fieldsStandInTheirPlacesAndTheListShowsTheFirst() {
        assertThat(declare("methods-of-payment", "p_last", "TEXT")).hasStatus(303);
        assertThat(declare("methods-of-payment", "p_first", "TEXT", "place", "1"))
                .hasStatus(303);
        var custom =
                type("methods-of-payment").custom().stream().map(Field::column).toList();
        assertThat(custom.getFirst()).isEqualTo("custom_p_first");
        assertThat(custom.getLast()).isEqualTo("custom_p_last");
        assertThat(house.page("/office/settings/methods-of-payment")
                        .select("thead")
                        .text())
                .contains("Field p_first")
                .doesNotContain("Field p_last");
        assertThat(house.page("/office/settings/methods-of-payment?sort=custom_p_first")
                        .select("th[aria-sort=ascending]")
                        .text())
                .contains("Field p_first");
    }

    @Test
    void whoeverMayNotChangeSettingsDeclaresNone() {
        assertThat(new SettingsPagesHouse(mvc, SignedInAs.auditor())
                        .post(
                                DECLARE,
                                Map.of(
                                        "on_type", "funds", "code", "sneaky", "kind", "TEXT", "name", "S", "name_cy",
                                        "S")))
                .hasStatus(403);
        assertThat(type("funds").column("custom_sneaky")).isEmpty();
    }
}
