package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.fields;
import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.people.SignedInAs;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Reference formats and check digits are tried out on their form, and nothing is kept of it.
@WithCouncil
class TryScreensTest {
    private static final String PARKING = "/office/settings/reference-formats/entries/parking/change";
    private static final String ADD = "/office/settings/reference-formats/add";

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

    private MvcTestResult tried(String form, Map<String, String> changed) {
        var page = house.page(form);
        var sent = new LinkedHashMap<>(fields(page));
        sent.putAll(changed);
        return house.post(page.expectFirst("button[formaction]").attr("formaction"), sent);
    }

    private static String sample(Document page, String typed) {
        return page.select("[data-try-samples] > li").stream()
                .filter(one -> one.select(".ims-tried__typed").text().endsWith(typed))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void eachSampleIsToldWhichRuleItBreaks() {
        var typed = "bj 9951-8409\nBJ99518408\nBJ9951840\nKJ99518409\nBJ9951B409\nBJ99514340";
        var page = page(tried(PARKING, Map.of("try-samples", typed)));
        assertThat(sample(page, "bj 9951-8409")).startsWith("BJ99518409 Passes");
        assertThat(sample(page, "BJ99518408")).contains("Does not pass", "The check digit is 8; it should be 9");
        assertThat(sample(page, "BJ99514340")).contains("The check digit is 0; it should be A");
        assertThat(sample(page, "BJ9951840")).contains("It has 9 characters; it must have 10");
        assertThat(sample(page, "KJ99518409")).contains("Place 1 is K, where the mask has B");
        assertThat(sample(page, "BJ9951B409")).contains("Place 7 is B, where the mask has a digit");
        assertThat(page.select("mark").eachText()).containsExactly("8", "K", "B", "0");
        assertThat(page.expectFirst("[data-try-said]").text())
                .startsWith("1 of 6 samples pass. Caught: 100% of single wrong digits");
        assertThat(page.expectFirst("#try-samples").val()).isEqualTo(typed);
    }

    @Test
    void whatIsTriedIsNotSaved() {
        var reply = tried(PARKING, Map.of("name", "Something else", "try-samples", "BJ99518409"));
        assertThat(reply).hasStatusOk();
        assertThat(page(reply).expectFirst("[name=name]").val()).isEqualTo("Something else");
        assertThat(within(() -> settings.get(settings.type("reference-formats").orElseThrow(), "parking"))
                        .orElseThrow()
                        .value("name"))
                .isEqualTo("Parking fine");
        // The form still knows which version it changes.
        assertThat(house.send(page(reply), Map.of("name", "Parking fine"))).hasStatus(303);
    }

    @Test
    void aNewFormatShowsWhichFundsTakeTheSameReferencesAndWhoIsAskedFirst() {
        var page = page(tried(
                ADD, Map.of("code", "new", "name", "New", "shortest", "9", "longest", "9", "characters", "DIGITS")));
        var overlaps = page.select("[data-try-result] table tbody tr");
        assertThat(overlaps.eachText())
                .anySatisfy(row ->
                        assertThat(row).matches("23 – Council tax 77\\d{7} That fund is number 30 in the order.*"))
                .anySatisfy(row -> assertThat(row).startsWith("24 – Business rates 56"))
                .hasSize(2);
        assertThat(page.select("[data-try-result]").text())
                .contains("It has no check digit", "0 of ", "that is proved");

        var known =
                page(tried("/office/settings/reference-formats/entries/business-rates/change", Map.of("starts", "")));
        assertThat(known.select("[data-try-result] table tbody tr").eachText())
                .singleElement()
                .satisfies(row -> assertThat(row).endsWith("23 – Council tax"));
    }

    @Test
    void aCheckDigitShowsTheSumBeingMade() {
        var path = "/office/settings/check-digits/entries/tax/change";
        var page = page(tried(path, Map.of("try-samples", "774952620\n771234567")));
        assertThat(sample(page, "774952620"))
                .contains("Passes", "The sum is 170.", "taken from the modulus, that is 10");
        assertThat(sample(page, "771234567")).contains("it should be 1", "The sum is 159.");
        var table = page.select("table.ims-sum").first();
        assertThat(table).isNotNull();
        assertThat(table.select("tbody tr").eachText().getFirst()).isEqualTo("1 7 7 3 21");
        assertThat(page.select("h3").eachText()).contains("How strong it makes the format: Council tax account");

        var changed = page(tried(path, Map.of("weights", "2,2,2,2,2,2,2,2,0")));
        assertThat(changed.select(".ims-fact dd").eachText().getFirst()).isNotEqualTo("100%");
    }

    @Test
    void answersThatContradictThemselvesAreSaidBeforeAnythingIsTried() {
        var reply = tried(PARKING, Map.of("mask", "BJ#######", "pattern", "(", "try-samples", "BJ99518409"));
        assertThat(reply).hasStatus(422);
        var page = page(reply);
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#pattern");
        assertThat(page.select("[data-try-result]").text()).contains("when the answers above hold together");
        assertThat(page.expectFirst("#try-samples").val()).isEqualTo("BJ99518409");
    }

    @Test
    void oneMayTryBeforeOneHasThoughtOfACodeAndAName() {
        var reply = tried(ADD, Map.of("shortest", "4", "longest", "4", "characters", "DIGITS", "try-samples", "12A4"));
        assertThat(reply).hasStatusOk();
        assertThat(sample(page(reply), "12A4"))
                .contains("It has characters that no reference of this format may have: A");
        assertThat(page(reply).expectFirst("[name=code]").val()).isEmpty();
        assertThat(house.send(page(reply), Map.of())).hasStatus(422);
    }

    @Test
    void anExpressionThatWouldBacktrackForEverIsJudgedAtOnce() {
        var samples = ("A".repeat(36) + "\n").repeat(50);
        var reply = tried(
                ADD,
                Map.of(
                        "code",
                        "slow",
                        "name",
                        "Slow",
                        "shortest",
                        "1",
                        "longest",
                        "36",
                        "pattern",
                        "^(A+)+(A|A)*(A?){30}B$",
                        "try-samples",
                        samples));
        assertThat(page(reply).select("[data-try-samples] > li")).hasSize(50);
    }

    @Test
    void noMoreThanFiftySamplesAreRead() {
        var reply = tried(PARKING, Map.of("try-samples", "BJ99518409\n".repeat(60)));
        assertThat(page(reply).select("[data-try-samples] > li")).hasSize(50);
    }

    @Test
    void whoeverMayOnlyLookTriesNothing() {
        var looking = new SettingsPagesHouse(mvc, SignedInAs.auditor());
        assertThat(looking.post(PARKING + "/try", Map.of("try-samples", "X"))).hasStatus(403);
        assertThat(looking.post(ADD + "/try", Map.of("try-samples", "X"))).hasStatus(403);
    }
}
