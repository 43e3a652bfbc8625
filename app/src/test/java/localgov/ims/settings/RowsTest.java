package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.fields;
import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.people.SignedInAs;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What belongs to an entry is added, changed and retired on its form: the rates of a VAT code.
class RowsTest extends SettingsOffice {
    private static final String ADD = "/office/settings/vat-codes/add";

    private ReferenceData rates() {
        return settings.type("vat-rates").orElseThrow();
    }

    private Entry rate(String key) {
        return within(() -> settings.get(rates(), key)).orElseThrow();
    }

    private List<String> of(String code) {
        return within(() -> settings.list(rates())).stream()
                .filter(entry -> entry.value("vat_code").equals(code) && !entry.isRetired())
                .map(entry -> entry.value("from_day") + " " + entry.value("basis_points"))
                .toList();
    }

    /// A code of this test's own with two rates.
    private String code(String code) {
        var page = page(more(house.page(ADD), Map.of()));
        var sent = new LinkedHashMap<>(rate(0, "1", "4", "2020", "10"));
        sent.putAll(rate(1, "1", "4", "2025", "12.5"));
        sent.put("code", code);
        sent.put("name", "Code " + code);
        assertThat(house.send(page, sent)).hasStatus(303);
        return "/office/settings/vat-codes/entries/%s/change".formatted(code);
    }

    private static Map<String, String> rate(int row, String day, String month, String year, String percent) {
        var prefix = "vat-rates-%d-".formatted(row);
        return Map.of(
                prefix + "from_day-day", day,
                prefix + "from_day-month", month,
                prefix + "from_day-year", year,
                prefix + "basis_points", percent);
    }

    private MvcTestResult more(Document page, Map<String, String> changed) {
        var button = page.expectFirst("button[name=more-rows]");
        var sent = new LinkedHashMap<>(fields(page));
        sent.putAll(changed);
        sent.put(button.attr("name"), button.val());
        return house.post(button.attr("formaction").replaceAll("#.*", ""), sent);
    }

    private static String form(Document page) {
        return page.select("fieldset.ims-row > legend").text();
    }

    @Test
    void aCodeAndItsRatesAreWrittenDownTogether() {
        code("A1");
        assertThat(of("A1")).containsExactly("2020-04-01 10", "2025-04-01 12.5");
    }

    @Test
    void ratesAreChangedAddedAndRetiredInOneGo() {
        var page = page(more(house.page(code("A2")), Map.of()));
        assertThat(form(page)).isEqualTo("From 1 April 2020 From 1 April 2025 New VAT rate (row 3)");
        var sent = new LinkedHashMap<>(rate(2, "1", "4", "2031", "15"));
        sent.put("vat-rates-0-row-retire", "yes");
        sent.put("vat-rates-1-basis_points", "13");
        sent.put("name", "Another name");
        assertThat(house.send(page, sent)).hasStatus(303);
        assertThat(of("A2")).containsExactly("2025-04-01 13", "2031-04-01 15");
        assertThat(rate("A2~2020-04-01").isRetired()).isTrue();
        assertThat(within(() -> settings.history(rates(), "A2~2025-04-01"))
                        .getFirst()
                        .who())
                .isEqualTo("admin@demo.example");
        assertThat(form(house.page("/office/settings/vat-codes/entries/A2/change")))
                .isEqualTo("From 1 April 2025 From 1 April 2031");
    }

    @Test
    void whatIsWrongInARowIsSaidThereAndNothingIsSaved() {
        var page = page(more(house.page(code("A3")), Map.of("vat-rates-0-basis_points", "11")));
        assertThat(page.expectFirst("[name=vat-rates-0-basis_points]").val()).isEqualTo("11");
        var sent = new LinkedHashMap<>(rate(2, "31", "2", "2031", ""));
        sent.put("vat-rates-1-basis_points", "lots");
        var reply = house.send(page, sent);
        assertThat(reply).hasStatus(422);
        var wrong = page(reply);
        assertThat(wrong.select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#vat-rates-1-basis_points", "#vat-rates-2-from_day-day", "#vat-rates-2-basis_points");
        assertThat(wrong.select(".govuk-error-summary a").eachText().getFirst())
                .isEqualTo("From 1 April 2025: Rate must be a percentage, like 17.5");
        assertThat(wrong.expectFirst("[name=vat-rates-2-from_day-day]").val()).isEqualTo("31");
        assertThat(of("A3")).containsExactly("2020-04-01 10", "2025-04-01 12.5");

        sent.put("name", "");
        assertThat(page(house.send(page, sent)).select(".govuk-error-summary a").eachAttr("href"))
                .startsWith("#name")
                .contains("#vat-rates-1-basis_points", "#vat-rates-2-basis_points");
        sent.putAll(rate(2, "1", "4", "2025", "5"));
        sent.put("name", "Code A3");
        sent.put("vat-rates-1-basis_points", "12.5");
        assertThat(page(house.send(page, sent)).select(".govuk-error-summary").text())
                .contains("There is already a VAT rate A3, 2025-04-01");
        assertThat(of("A3")).containsExactly("2020-04-01 10", "2025-04-01 12.5");
    }

    @Test
    void whoeverSavesARowSecondIsToldAndKeepsTheirAnswers() {
        var form = house.page(code("A4"));
        var entry = rate("A4~2025-04-01");
        within(() -> settings.change(rates(), entry.key(), entry.version(), Map.of("basis_points", "14"), "ben"));
        var reply = house.send(form, Map.of("vat-rates-1-basis_points", "13", "vat-rates-0-basis_points", "9"));
        assertThat(reply).hasStatus(409);
        var again = page(reply);
        assertThat(again.select(".govuk-error-summary").text())
                .contains("From 1 April 2025: Somebody changed this row a moment ago (Rate 14)");
        assertThat(of("A4")).containsExactly("2020-04-01 10", "2025-04-01 14");
        assertThat(house.send(again, Map.of())).hasStatus(303);
        assertThat(of("A4")).containsExactly("2020-04-01 9", "2025-04-01 13");
    }

    @Test
    void rowsAreNotLostWhenTheEntryItselfWasChangedByAnother() {
        var form = house.page(code("A5"));
        assertThat(house.send(house.page("/office/settings/vat-codes/entries/A5/change"), Map.of("name", "Theirs")))
                .hasStatus(303);
        var clash = house.send(form, Map.of("name", "Mine", "vat-rates-1-basis_points", "8"));
        assertThat(clash).hasStatus(409);
        assertThat(house.send(page(clash), Map.of("take-name", "mine"))).hasStatus(303);
        assertThat(of("A5")).containsExactly("2020-04-01 10", "2025-04-01 8");
    }

    @Test
    void aRowOfAnotherEntryIsNotChangedThroughThisForm() {
        var form = house.page(code("A6"));
        code("A7");
        var reply = house.send(
                form,
                Map.of(
                        "vat-rates-0-row-key", "A7~2020-04-01",
                        "vat-rates-0-basis_points", "77"));
        assertThat(reply).hasStatus(422);
        assertThat(of("A7")).contains("2020-04-01 10");
    }

    @Test
    void aRowThatIsLeftBlankIsNoEntry() {
        var page = page(more(house.page(code("A8")), Map.of()));
        assertThat(house.send(page, Map.of())).hasStatus(303);
        assertThat(of("A8")).hasSize(2);
    }

    @Test
    void whoeverMayOnlyLookGetsNoMoreRows() {
        var looking = new SettingsPagesHouse(mvc, SignedInAs.auditor());
        assertThat(looking.post(ADD + "/rows", Map.of())).hasStatus(403);
        assertThat(looking.post("/office/settings/vat-codes/entries/S/change/rows", Map.of()))
                .hasStatus(403);
    }
}
