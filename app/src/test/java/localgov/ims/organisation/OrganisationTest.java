package localgov.ims.organisation;

import static localgov.ims.organisation.OrganisationHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.messages.Letterhead;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.words.Language;
import localgov.ims.settings.Field;
import localgov.ims.settings.Kind;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What a council writes down of itself is what payers and colleagues see, in both languages.
@WithCouncil
class OrganisationTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Letterhead letterhead;

    @Autowired
    Texts texts;

    OrganisationHouse house;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
        house = new OrganisationHouse(mvc, settings, SignedInAs.admin());
        restored("organisation-details", DetailsData.KEY);
        house.written(
                DetailsData.DETAILS,
                DetailsData.KEY,
                Map.of("name", "Aldermere Council", "name_cy", "Cyngor Aldermere"));
    }

    private void restored(String type, String key) {
        within(() -> {
            var data = settings.type(type).orElseThrow();
            return settings.get(data, key)
                    .filter(entry -> entry.isRetired())
                    .map(entry -> settings.restore(data, key, entry.version(), "system"));
        });
    }

    private void details(String... columnsAndAnswers) {
        var answers = new LinkedHashMap<String, String>();
        for (int i = 0; i < columnsAndAnswers.length; i += 2) {
            answers.put(columnsAndAnswers[i], columnsAndAnswers[i + 1]);
        }
        house.written(DetailsData.DETAILS, DetailsData.KEY, answers);
    }

    private Problem refusedDetail(String column, String answer) {
        return house.refused(DetailsData.DETAILS, DetailsData.KEY, Map.of(column, answer))
                .problems()
                .getFirst();
    }

    @Test
    void theNameIsInTheHeadTheTitleAndTheFootInTheLanguageOfThePage() {
        details("name", "Fenwick Borough Council", "name_cy", "Cyngor Bwrdeistref Fenwick");
        for (var address : List.of("/", "/office")) {
            var english = house.page(address + "?lang=en");
            assertThat(english.select(".ims-header__council").text()).startsWith("Fenwick Borough Council");
            assertThat(english.title()).endsWith("Fenwick Borough Council");
            assertThat(english.select(".ims-footer__council").text()).isEqualTo("Fenwick Borough Council");
            var welsh = house.page(address + "?lang=cy");
            assertThat(welsh.select(".ims-header__council").text()).startsWith("Cyngor Bwrdeistref Fenwick");
            assertThat(welsh.title()).endsWith("Cyngor Bwrdeistref Fenwick");
        }
        details("name_cy", "");
        assertThat(house.page("/?lang=cy").title()).endsWith("Fenwick Borough Council");
    }

    @Test
    void whatIsNotWrittenDownComesFromTheRegister() {
        var entry =
                within(() -> settings.get(DetailsData.DETAILS, DetailsData.KEY)).orElseThrow();
        within(() -> settings.retire(DetailsData.DETAILS, DetailsData.KEY, entry.version(), "system"));
        var page = house.page("/");
        assertThat(page.select(".ims-header__council").text()).isEqualTo("Aldermere Council");
        assertThat(page.select("link[rel=stylesheet][href*=/brand/]")).isEmpty();
        assertThat(page.select(".ims-reach")).isEmpty();
    }

    @Test
    void thePortalSaysHowTheCouncilIsReachedAndLeadsToItsStatements() {
        details(
                "address",
                "1 High Street\r\n\r\n  Fenwick ",
                "phone",
                "01632 960 002",
                "email",
                "pay@fenwick.example",
                "privacy",
                "https://fenwick.example/privacy",
                "privacy_cy",
                "https://fenwick.example/preifatrwydd",
                "accessibility",
                "https://fenwick.example/a11y",
                "accessibility_cy",
                "",
                "other_ways",
                "https://fenwick.example/other",
                "other_ways_cy",
                "");
        var english = house.page("/?lang=en");
        var foot = english.select(".ims-footer");
        assertThat(foot.select(".ims-reach__line").eachText()).containsExactly("1 High Street", "Fenwick");
        assertThat(foot.text()).contains("Phone: 01632 960 002");
        assertThat(foot.select("a").eachAttr("href"))
                .contains("mailto:pay@fenwick.example", "https://fenwick.example/privacy");
        assertThat(english.select("main a").eachAttr("href")).contains("https://fenwick.example/other");
        var welsh = house.page("/?lang=cy").select(".ims-footer a");
        assertThat(welsh.eachAttr("href"))
                .contains("https://fenwick.example/preifatrwydd", "https://fenwick.example/a11y");
        assertThat(welsh.eachText()).contains("Hysbysiad preifatrwydd", "Datganiad hygyrchedd");
    }

    @Test
    void aStraplineWithoutWelshIsRefused() {
        details("strapline", "", "strapline_cy", "");
        var problem = refusedDetail("strapline", "Here for you");
        assertThat(problem.column()).isEqualTo("strapline_cy");
        assertThat(problem.code()).isEqualTo("welsh-missing");
        details("strapline", "Here for you", "strapline_cy", "Yma i chi");
        assertThat(house.page("/?lang=cy").select(".ims-council__strapline").text())
                .isEqualTo("Yma i chi");
    }

    @Test
    void aVatNumberWithAWrongDigitIsRefused() {
        var problem = refusedDetail("vat_number", "GB 999 9999 74");
        assertThat(problem.column()).isEqualTo("vat_number");
        assertThat(problem.code()).isEqualTo("check-digit");
        details("vat_number", "999999973");
    }

    @ParameterizedTest
    @CsvSource({
        "header_colour, #ffd800, header_text_colour", "header_text_colour, #0c3a44, header_text_colour",
        "button_colour, #ffd800, button_colour", "link_colour, #757575, link_colour"
    })
    void coloursThatCannotBeReadAreRefusedWithWhatWasMeasured(String column, String colour, String at) {
        var problem = refusedDetail(column, colour);
        assertThat(problem.column()).isEqualTo(at);
        assertThat(problem.code()).isEqualTo("contrast");
        assertThat(problem.words().english()).containsPattern("[1-4]\\.[0-9] and must be 4\\.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#12", "#12345g", "url(x)", "#124f5c;}", "var(--x)"})
    void whatIsNoColourIsRefused(String text) {
        assertThat(refusedDetail("header_colour", text).column()).isEqualTo("header_colour");
    }

    @Test
    void coloursReachEveryPageAsAStyleSheetOfOurs() throws Exception {
        details("header_colour", "#ffd800", "header_text_colour", "#000");
        for (var address : List.of("/", "/office", "/office/me")) {
            var styles = house.page(address).select("link[rel=stylesheet]").eachAttr("href");
            assertThat(styles.getLast())
                    .matches("/assets/brand/ffd800-000000-[0-9a-f]{6}-[0-9a-f]{6}/[0-9a-f]{16}\\.css");
        }
        var signIn = OrganisationHouse.page(mvc.get().uri("/office/sign-in").exchange());
        assertThat(signIn.select("link[href*=/brand/ffd800]")).hasSize(1);
        var sheet =
                house.page("/").select("link[rel=stylesheet]").eachAttr("href").getLast();
        var reply = mvc.get().uri(sheet).exchange();
        assertThat(reply).hasStatusOk();
        assertThat(reply.getResponse().getContentType()).isEqualTo("text/css;charset=UTF-8");
        assertThat(reply.getResponse().getHeader("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(reply.getResponse().getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(reply.getResponse().getContentAsString())
                .contains("--ims-header: #ffd800;", "--ims-header-text: #000000;");
        for (var other : List.of(
                sheet.replace("ffd800", "ffd801"),
                sheet.replaceAll("[0-9a-f]{16}", "0".repeat(16)),
                sheet.replace("ffd800", "ffd8"))) {
            assertThat(mvc.get().uri(other).exchange()).hasStatus(404);
        }
        details("header_colour", "", "header_text_colour", "", "button_colour", "", "link_colour", "");
        assertThat(house.page("/").select("link[href*=/brand/]")).isEmpty();
    }

    /// Markup in every text there is: it is words wherever it is shown, or it is refused.
    @Test
    void markupInAnyFieldIsWords() {
        var evil = "<img src=x onerror=alert(1)>\"'";
        DetailsData.DETAILS.fields().stream()
                .filter(field -> field.kind() != Kind.TEXT && field.kind() != Kind.LONG_TEXT)
                .map(Field::column)
                .forEach(column -> {
                    assertThat(refusedDetail(column, evil).column()).isEqualTo(column);
                    assertThat(refusedDetail(column, "javascript:alert(1)").column())
                            .isEqualTo(column);
                });
        details("name", evil, "name_cy", evil, "strapline", evil, "strapline_cy", evil, "address", evil + "\n" + evil);
        assertThat(refusedDetail("phone", evil).column()).isEqualTo("phone");
        assertThat(refusedDetail("vat_number", evil.substring(0, 20)).column()).isEqualTo("vat_number");
        house.written(
                MessagesData.MESSAGES,
                "evil",
                Map.of("severity", "ERROR", "shown", "BOTH", "text", evil, "text_cy", evil, "from_day", "2020-01-01"));
        for (var text : ChangeableText.values()) {
            house.written(TextsData.TEXTS, text.code(), Map.of("text", evil, "text_cy", evil));
        }
        for (var address : List.of(
                "/",
                "/?lang=cy",
                "/basket",
                "/office",
                "/office/me",
                "/office/settings/texts",
                "/office/settings/texts/entries/start-intro",
                "/office/settings/texts/entries/start-intro/change",
                "/office/settings/system-messages",
                "/office/settings/organisation-details/entries/council",
                "/office/settings/branding",
                "/office/settings/organisation-details/entries/council/change")) {
            var page = house.page(address);
            assertThat(page.select("[onerror], img[src=x]")).as(address).isEmpty();
            assertThat(page.text()).as(address).contains("<img src=x onerror=alert(1)>");
        }
        for (var text : ChangeableText.values()) {
            house.written(TextsData.TEXTS, text.code(), Map.of("text", "Plain", "text_cy", "Plaen"));
        }
        within(() -> settings.retire(MessagesData.MESSAGES, "evil", 1, "system"));
        details("strapline", "", "strapline_cy", "", "address", "");
    }

    @Test
    void aNewLineGetsIntoNoNameThatEndsInAHeadOfAnEMail() {
        assertThat(refusedDetail("name", "Aldermere\r\nBcc: x@y.example").column())
                .isEqualTo("name");
    }

    @Test
    void eMailsComeInTheNameOfTheCouncilAndEndWithHowItIsReached() {
        details(
                "name",
                "Fenwick Council",
                "name_cy",
                "Cyngor Fenwick",
                "phone",
                "01632 960 002",
                "address",
                "1 High Street\nFenwick");
        house.written(
                TextsData.TEXTS,
                "email-footer",
                Map.of("text", "Read [this](https://f.example/x).", "text_cy", "Darllenwch hwn."));
        assertThat(within(() -> letterhead.sender(Language.WELSH))).isEqualTo("Cyngor Fenwick");
        assertThat(within(() -> letterhead.below(Language.ENGLISH)))
                .startsWith("1 High Street\nFenwick\nPhone: 01632 960 002")
                .endsWith("\n\nRead this (https://f.example/x).");
        assertThat(within(() -> letterhead.below(Language.WELSH)))
                .contains("Ffôn: 01632 960 002")
                .endsWith("Darllenwch hwn.");
    }

    @Test
    void thereIsOneEntryAndNoSecond() {
        var list = house.page("/office/settings/organisation-details");
        assertThat(list.select("main a[href*=add]")).isEmpty();
        assertThat(list.select("tbody tr")).hasSize(1);
        var saved = within(
                () -> settings.add(DetailsData.DETAILS, Map.of("code", "second", "name", "Another council"), "system"));
        assertThat(((Saved.Refused) saved).problems().getFirst().column()).isEqualTo("code");
    }

    @Test
    void textsShowWhatTheySayByThemselvesAndAreWordedByTheCouncil() {
        within(() -> settings.get(TextsData.TEXTS, "start-help")
                .map(entry -> settings.retire(TextsData.TEXTS, "start-help", entry.version(), "system")));
        assertThat(house.page("/?lang=en").text())
                .contains(ChangeableText.START_HELP.usual().english());
        restored("texts", "start-help");
        house.written(
                TextsData.TEXTS,
                "start-help",
                Map.of(
                        "text", "First.\n\nAsk [the team](https://fenwick.example/team).",
                        "text_cy", "Yn gyntaf.\n\nGofynnwch i’r [tîm](https://fenwick.example/tim)."));
        var english = house.page("/?lang=en");
        assertThat(english.select("main .ims-prose").eachText()).contains("First.", "Ask the team.");
        assertThat(english.select("main .ims-prose a").eachAttr("href")).contains("https://fenwick.example/team");
        assertThat(house.page("/?lang=cy").select("main .ims-prose").eachText())
                .contains("Yn gyntaf.", "Gofynnwch i’r tîm.");
        Document change = house.page("/office/settings/texts/entries/start-help/change");
        assertThat(change.select("main .ims-value[lang=en]").text())
                .isEqualTo(ChangeableText.START_HELP.usual().english());
        assertThat(change.select("main .ims-value[lang=cy]").text())
                .isEqualTo(ChangeableText.START_HELP.usual().welsh());
    }

    @Test
    void whereNothingIsToBeSaidNeitherOwnNorUsualWordsAre() {
        house.written(TextsData.TEXTS, "start-intro", Map.of("text", "Own", "text_cy", "Hun", "silent", "yes"));
        assertThat(house.page("/?lang=en").text())
                .doesNotContain("Own", ChangeableText.START_INTRO.usual().english());
        assertThat(house.page("/?lang=cy").text())
                .doesNotContain("Hun", ChangeableText.START_INTRO.usual().welsh());
        house.written(TextsData.TEXTS, "start-intro", Map.of("text", "", "text_cy", "", "silent", "yes"));
        house.written(TextsData.TEXTS, "receipt-footer", Map.of("text", "", "text_cy", "", "silent", "yes"));
        assertThat(within(() -> texts.say(ChangeableText.RECEIPT_FOOTER, Language.WELSH))
                        .isEmpty())
                .isTrue();

        assertThat(house.refused(TextsData.TEXTS, "start-intro", Map.of("silent", "no"))
                        .problems())
                .extracting(Problem::column)
                .containsExactly("text", "text_cy");
        house.written(TextsData.TEXTS, "start-intro", Map.of("text", "Own", "text_cy", "Hun", "silent", "no"));
        assertThat(house.page("/?lang=en").text()).contains("Own");
    }

    @Test
    void aTextThatIsNotThereYetIsOfferedWithWhatItSays() {
        var data = TextsData.TEXTS;
        var missing = java.util.Arrays.stream(ChangeableText.values())
                .filter(text -> within(() -> settings.get(data, text.code())).isEmpty())
                .findFirst();
        missing.ifPresent(text -> {
            var list = house.page("/office/settings/texts");
            var href = "/office/settings/texts/add?for=" + text.code();
            assertThat(list.select("main a[href=\"%s\"]".formatted(href))).hasSize(1);
            assertThat(list.select(".ims-unwritten").text())
                    .contains(text.usual().english());
            var form = house.page(href);
            assertThat(form.select("select[name=code], [type=radio][name=code]"))
                    .isEmpty();
            assertThat(form.select("main .ims-value[lang=en]").text())
                    .isEqualTo(text.usual().english());
            var reply = house.post(
                    "/office/settings/texts/add", Map.of("for", text.code(), "code", text.code(), "text", "Own words"));
            assertThat(reply).hasStatus(422);
            var again = OrganisationHouse.page(reply);
            assertThat(again.select(".govuk-error-summary a").attr("href")).isEqualTo("#text_cy");
            assertThat(again.select(".govuk-error-summary").text()).contains("Enter text in Welsh");
            assertThat(again.select("textarea[name=text]").val()).isEqualTo("Own words");
            assertThat(again.select("input[type=hidden][name=code]").val()).isEqualTo(text.code());
        });
        assertThat(house.page("/office/settings/texts/add?for=no-such-text").select("select[name=code]"))
                .hasSize(1);
    }

    @Test
    void aTextWithoutWelshOrWithAHarmfulLinkIsRefused() {
        var missing = house.refused(TextsData.TEXTS, "start-intro", Map.of("text", "Hello", "text_cy", ""));
        assertThat(missing.problems())
                .extracting(Problem::column, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("text_cy", "required"));
        var harmful = house.refused(
                TextsData.TEXTS,
                "start-intro",
                Map.of("text", "[x](javascript:alert)", "text_cy", "[x](//evil.example)"));
        assertThat(harmful.problems()).extracting(Problem::column).containsExactly("text", "text_cy");
        assertThat(harmful.problems()).extracting(Problem::code).containsOnly("link");
        assertThat(house.refused(TextsData.TEXTS, "no-such-text", Map.of("text", "a", "text_cy", "b"))
                        .problems())
                .extracting(Problem::column)
                .containsExactly("code");
    }
}
