package localgov.ims.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import localgov.ims.people.SignedInAs;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fields that a council adds are declared, stand in their places, are retired and come back.
class CustomFieldsTest extends CustomFieldsOffice {
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
