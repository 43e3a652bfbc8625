package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What is answered in fields that a council added: on the form, by the API and in files.
class CustomFieldAnswersTest extends CustomFieldsOffice {
    @Autowired
    SettingsFiles files;

    /// One of each kind on a type, whose codes begin with the same letters.
    private void declareEach(String on, String prefix) {
        for (var kind : List.of("TEXT", "NUMBER", "YES_NO", "DATE")) {
            assertThat(declare(on, prefix + kind.toLowerCase(java.util.Locale.ROOT), kind))
                    .hasStatus(303);
        }
        assertThat(declare(on, prefix + "list", "LIST", "choices", "north | North | Gogledd\nsouth | South | De"))
                .hasStatus(303);
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
}
