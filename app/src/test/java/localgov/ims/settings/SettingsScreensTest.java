package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What the pages of settings say and do, on the types that the demonstration has.
@WithCouncil
class SettingsScreensTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

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
        return settings.type(slug).orElseThrow();
    }

    private Entry entry(String slug, String key) {
        return within(() -> settings.get(type(slug), key)).orElseThrow();
    }

    @Test
    void anEntryIsShownInWordsWithWhatItRefersTo() {
        var page = house.page("/office/settings/funds/entries/23");
        assertThat(page.expectFirst("h1").text()).isEqualTo("Fund Council tax");
        var facts = page.select(".govuk-summary-list").text();
        assertThat(facts).contains("Greatest amount £999,999.99", "Account must exist Yes", "May be paid Yes");
        assertThat(page.select(".govuk-summary-list a").eachAttr("href"))
                .contains("/office/settings/reference-formats/entries/council-tax");
    }

    @Test
    void whatRefersToAnEntryIsListedThereAndBeforeRetiring() {
        var page = house.page("/office/settings/reference-formats/entries/council-tax");
        var link = page.expectFirst(".ims-uses a");
        assertThat(link.text()).isEqualTo("Funds");
        assertThat(house.page(link.attr("href")).select("tbody a").eachAttr("href"))
                .containsExactly("/office/settings/funds/entries/23");
        assertThat(house.page("/office/settings/reference-formats/entries/council-tax/retire")
                        .select(".ims-uses")
                        .text())
                .isEqualTo("Funds: 1");
    }

    @Test
    void aRateIsAddedAndChangedOnThePageOfItsCode() {
        var code = house.page("/office/settings/vat-codes/entries/S");
        assertThat(code.select("h2").eachText()).contains("VAT rates");
        var add = code.expectFirst("main a:contains(Add: VAT rate)").attr("href");
        var form = house.page(add);
        assertThat(form.select("main .govuk-summary-list").text()).contains("VAT code S");
        assertThat(form.select("select[name=vat_code]")).isEmpty();
        var wrong = house.send(form, Map.of("basis_points", "lots", "from_day-day", "31", "from_day-month", "2"));
        assertThat(wrong).hasStatus(422);
        assertThat(page(wrong).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#from_day-day", "#basis_points");
        assertThat(page(wrong).select("[name=from_day-day]").val()).isEqualTo("31");

        var sent = Map.of("basis_points", "22.5", "from_day-day", "1", "from_day-month", "4", "from_day-year", "2031");
        assertThat(house.send(form, sent)).hasStatus(303);
        assertThat(entry("vat-rates", "S~2031-04-01").value("basis_points")).isEqualTo("22.5");
        var after = house.page("/office/settings/vat-codes/entries/S");
        assertThat(after.select("tbody tr").text()).contains("1 April 2031", "22.5%");
        assertThat(house.page("/office/settings/vat-rates/entries/S~2031-04-01")
                        .select(".govuk-back-link")
                        .attr("href"))
                .isEqualTo("/office/settings/vat-codes/entries/S");
    }

    @Test
    void datedEntriesAreShownAsTheyHeldOnADay() {
        var before = house.page("/office/settings/vat-rates?as_at=3/1/2011&q=standard");
        var after = house.page("/office/settings/vat-rates?as_at=2011-01-04&q=standard");
        assertThat(before.select("tbody tr").text()).contains("17.5%");
        assertThat(after.select("tbody tr").text()).contains("20%").doesNotContain("17.5%");
        var wrong = house.get("/office/settings/vat-rates?as_at=30/2/2011");
        assertThat(wrong).hasStatus(422);
        assertThat(page(wrong).select(".govuk-error-summary a").attr("href")).isEqualTo("#as_at");
    }

    @Test
    void changesOfDifferentFieldsAreProposedTogether() {
        var path = "/office/settings/funds/entries/5";
        var mine = house.page(path + "/change");
        assertThat(house.send(house.page(path + "/change"), Map.of("name", "Rents of homes")))
                .hasStatus(303);
        var clash = page(house.send(mine, Map.of("name_cy", "Rhenti")));
        assertThat(clash.select("input[name=take-name][checked]").val()).isEqualTo("theirs");
        assertThat(clash.select("input[name=take-name_cy][checked]").val()).isEqualTo("mine");
        assertThat(clash.text()).contains("admin@demo.example saved a change on");
        assertThat(house.send(clash, Map.of())).hasStatus(303);
        assertThat(entry("funds", "5").value("name")).isEqualTo("Rents of homes");
        assertThat(entry("funds", "5").value("name_cy")).isEqualTo("Rhenti");
    }

    @Test
    void aThirdChangeWhileOneChoosesIsShownToo() {
        var path = "/office/settings/funds/entries/24";
        var mine = house.page(path + "/change");
        house.send(house.page(path + "/change"), Map.of("name", "Second"));
        var clash = page(house.send(mine, Map.of("name", "First")));
        house.send(house.page(path + "/change"), Map.of("name", "Third"));
        var again = house.send(clash, Map.of("take-name", "mine"));
        assertThat(again).hasStatus(409);
        assertThat(page(again).select("main fieldset").text()).contains("First", "Third");
        assertThat(page(again).select("main fieldset input[checked]")).isEmpty();
        assertThat(entry("funds", "24").value("name")).isEqualTo("Third");
    }

    @Test
    void whoeverMadeTheSameChangeIsToldSo() {
        var path = "/office/settings/offices/entries/"
                + within(() -> settings.list(type("offices"))).getFirst().key();
        var mine = house.page(path + "/change");
        house.send(house.page(path + "/change"), Map.of("name", "One stop shop"));
        assertThat(house.send(mine, Map.of("name", "One stop shop"))).hasStatus(303);
    }

    private MvcTestResult upload(String slug, String file) {
        return mvc.post()
                .uri("/office/settings/%s/upload".formatted(slug))
                .multipart()
                .file(new MockMultipartFile(
                        "file", "a.csv", "text/csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .with(SignedInAs.admin())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    @Test
    void aFileShowsItsDifferencesThenMakesExactlyThose() {
        var reply = upload("offices", "code,name,retired\nZ1,New office,no\nZ2,\"Old, office\",yes\n");
        assertThat(reply).hasStatusOk();
        var preview = page(reply);
        assertThat(preview.select(".ims-facts dd").eachText()).containsExactly("2", "0", "0");
        assertThat(within(() -> settings.get(type("offices"), "Z1"))).isEmpty();
        assertThat(house.send(preview, Map.of())).hasStatus(303);
        assertThat(entry("offices", "Z1").value("name")).isEqualTo("New office");
        assertThat(entry("offices", "Z2").isRetired()).isTrue();

        var late = house.send(preview, Map.of());
        assertThat(late).hasStatus(409);
        assertThat(page(late).select(".govuk-error-summary").text()).contains("Something changed since you looked");
    }

    @Test
    void everythingWrongWithAFileIsListedWithLineColumnAndValue() {
        var reply = upload("methods-of-payment", "code,name,kind,minimum\nok,Fine,CASH,1\nno,,BARTER,x\n");
        assertThat(reply).hasStatus(422);
        var rows = page(reply).select("tbody tr").eachText();
        assertThat(rows).hasSize(3);
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("3 kind BARTER"));
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("3 minimum x"));
        assertThat(within(() -> settings.get(type("methods-of-payment"), "ok"))).isEmpty();
    }

    @Test
    void aFileThatIsNoneIsRefusedAtItsField() {
        assertThat(page(upload("offices", "")).select(".govuk-error-summary a").attr("href"))
                .isEqualTo("#file");
        assertThat(page(upload("offices", "PK\0\3"))
                        .select(".govuk-error-summary")
                        .text())
                .contains("UTF-8");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(house.get("/office/settings/nothing")).hasStatus(404);
        assertThat(house.get("/office/settings/funds/entries/NONE")).hasStatus(404);
        assertThat(house.get("/office/settings/funds/entries/%3Cb%3E/change")).hasStatus(404);
    }

    @Test
    void aFormThatForgotItsVersionIsRefused() {
        assertThat(house.post("/office/settings/funds/entries/11/change", Map.of("name", "X")))
                .hasStatus(400);
    }

    @Test
    void aListInWelshSaysWhatTheCouncilWroteInWelsh() {
        var welsh = new SettingsPagesHouse(mvc, request -> {
            var asked = SignedInAs.admin().postProcessRequest(request);
            var cookies = new java.util.ArrayList<>(List.of(asked.getCookies()));
            cookies.add(new jakarta.servlet.http.Cookie("lang", "cy"));
            asked.setCookies(cookies.toArray(jakarta.servlet.http.Cookie[]::new));
            return asked;
        });
        assertThat(welsh.page("/office/settings/funds").select("tbody").text())
                .contains("Dirwyon parcio")
                .doesNotContain("Parking fines");
        assertThat(house.page("/office/settings/funds").select("tbody").text()).contains("Parking fines");
    }
}
