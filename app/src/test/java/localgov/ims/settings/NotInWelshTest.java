package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.people.SignedInAs;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whatever a council has written in English and not in Welsh, it can see, in every type there is.
@WithCouncil
class NotInWelshTest {
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

    @Test
    void whatIsLeftBlankInWelshIsSaidOnItsPageInItsListAndWhereSettingsBegin() {
        var tried = new ArrayList<String>();
        for (var data : settings.types()) {
            for (var field : NotInWelsh.twins(data)) {
                var before = inBoth(data, field);
                if (before.isEmpty() || !changed(data, before.get(), Map.of(field.column(), ""))) {
                    continue;
                }
                tried.add(data.slug() + "." + field.column());
                isSaid(data, field, before.get());
                var now = within(() -> settings.get(data, before.get().key())).orElseThrow();
                assertThat(changed(data, now, before.get().values())).isTrue();
                assertThat(tags(data, field, now)).as("written again").isEmpty();
            }
        }
        assertThat(tried)
                .contains(
                        "funds.name_cy",
                        "funds.reference_label_cy",
                        "funds.reference_hint_cy",
                        "fund-groups.name_cy",
                        "methods-of-payment.name_cy",
                        "return-templates.name_cy",
                        "organisation-details.name_cy");
    }

    /// An entry in use that says it in both languages.
    private Optional<Entry> inBoth(ReferenceData data, Field field) {
        return within(() -> settings.list(data)).stream()
                .filter(entry ->
                        !entry.isRetired() && !entry.value(field.column()).isEmpty())
                .findFirst();
    }

    /// Changes an entry; false where the type does not let it be so.
    private boolean changed(ReferenceData data, Entry entry, Map<String, String> said) {
        var answers = new HashMap<>(entry.values());
        answers.putAll(said);
        return within(() -> settings.change(data, entry.key(), entry.version(), answers, "system"))
                instanceof Saved.Done;
    }

    private void isSaid(ReferenceData data, Field field, Entry entry) {
        var where = data.slug() + "." + field.column();
        assertThat(tags(data, field, entry)).as(where).containsExactly("Not in Welsh");
        var list = house.page(SettingsPaths.list(data) + "?show=not-in-welsh");
        assertThat(list.select("tbody a").eachAttr("href")).as(where).contains(SettingsPaths.entry(data, entry.key()));
        assertThat(list.select("#not-in-welsh").text()).as(where).contains("not in Welsh");
        var home = house.page("/office/settings");
        assertThat(home.select("a[href=%s]".formatted(SettingsPaths.list(data) + "?show=not-in-welsh"))
                        .text())
                .as(where)
                .startsWith(number(list) + " not in Welsh");
        assertThat(number(home))
                .as("all that is missing, over all types")
                .isEqualTo(home.select("a[href$=show=not-in-welsh]").stream()
                        .mapToInt(link -> Integer.parseInt(link.text().split(" ")[0]))
                        .sum());
    }

    private static int number(Document page) {
        return Integer.parseInt(page.select("#not-in-welsh").text().split(" ")[0]);
    }

    private List<String> tags(ReferenceData data, Field field, Entry entry) {
        return house.page(SettingsPaths.entry(data, entry.key())).select(".govuk-summary-list__row").stream()
                .filter(row -> row.select("dt").text().equals(field.label().english()))
                .flatMap(row -> row.select(".govuk-tag").stream())
                .map(Element::text)
                .toList();
    }

    @Test
    void whatIsInNeitherLanguageAndWhatIsOutOfUseLacksNothing() {
        var funds = settings.type("funds").orElseThrow();
        var fund = within(() -> settings.get(funds, "11")).orElseThrow();
        var hint = funds.column("reference_hint_cy").orElseThrow();
        assertThat(changed(funds, fund, Map.of("reference_hint", "", "reference_hint_cy", "")))
                .isTrue();
        assertThat(tags(funds, hint, fund)).isEmpty();
        var now = within(() -> settings.get(funds, "11")).orElseThrow();
        var retired = new Entry(
                now.key(), Map.of("name", "Fines", "name_cy", ""), now.version(), Optional.of(java.time.Instant.EPOCH));
        assertThat(NotInWelsh.of(funds, retired)).isZero();
        assertThat(changed(funds, now, fund.values())).isTrue();
    }

    @Test
    void aTypeThatSaysNothingInTwoLanguagesHasNoSuchChoice() {
        var offices = house.page("/office/settings/vat-rates");
        assertThat(offices.select("#show option").eachAttr("value")).containsExactly("used", "retired", "all");
        assertThat(house.page("/office/settings/funds").select("#show option").eachAttr("value"))
                .contains("not-in-welsh");
    }
}
