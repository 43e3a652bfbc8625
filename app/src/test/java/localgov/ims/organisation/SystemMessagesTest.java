package localgov.ims.organisation;

import static localgov.ims.organisation.OrganisationHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.pages.Notice;
import localgov.ims.platform.pages.NoticesOnPages.Side;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What everybody should know is on every page of its side of the counter, while it holds.
@WithCouncil
class SystemMessagesTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    SystemMessages messages;

    @Autowired
    WordBook book;

    OrganisationHouse house;

    @BeforeEach
    void aCouncil() {
        house = new OrganisationHouse(mvc, settings, SignedInAs.admin());
    }

    @AfterEach
    void nothingIsShownAnyMore() {
        within(() -> {
            settings.list(MessagesData.MESSAGES).stream()
                    .filter(entry -> !entry.isRetired())
                    .forEach(entry -> settings.retire(MessagesData.MESSAGES, entry.key(), entry.version(), "system"));
            return true;
        });
    }

    private static Map<String, String> message(String severity, String shown, String text, String... more) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("severity", severity);
        answers.put("shown", shown);
        answers.put("text", text);
        answers.put("text_cy", "Cymraeg: " + text);
        answers.put("from_day", "2020-01-01");
        for (int i = 0; i < more.length; i += 2) {
            answers.put(more[i], more[i + 1]);
        }
        return answers;
    }

    @Test
    void aMessageIsOnEveryPageOfItsSideTheGravestFirst() {
        house.written(MessagesData.MESSAGES, "a", message("INFORMATION", "PORTAL", "Closed on Friday"));
        house.written(MessagesData.MESSAGES, "b", message("ERROR", "BOTH", "Cards [fail](https://status.example)"));
        house.written(MessagesData.MESSAGES, "c", message("WARNING", "OFFICE", "Month end"));
        house.written(MessagesData.MESSAGES, "d", message("INFORMATION", "PORTAL", "Open on Saturday"));
        for (var address : List.of("/", "/basket")) {
            var banners = house.page(address + "?lang=en").select("main > .ims-notice");
            assertThat(banners.select(".govuk-notification-banner__title").eachText())
                    .containsExactly("Problem", "Information");
            assertThat(banners.getLast().select("p").eachText())
                    .containsExactly("Closed on Friday", "Open on Saturday");
            assertThat(banners.select("a").attr("href")).isEqualTo("https://status.example");
        }
        for (var address : List.of("/office", "/office/me", "/office/settings")) {
            var page = house.page(address + "?lang=cy");
            assertThat(page.select("main > .ims-notice .govuk-notification-banner__title")
                            .eachText())
                    .as(address)
                    .containsExactly("Problem", "Rhybudd");
            assertThat(page.select(".ims-notice p").eachText())
                    .containsExactly("Cymraeg: Cards fail", "Cymraeg: Month end");
        }
        assertThat(house.get("/office/no-such-page")).hasStatus(404);
    }

    @Test
    void aMessageThatIsRetiredOrOverOrToComeIsNotShown() {
        house.written(MessagesData.MESSAGES, "over", message("WARNING", "BOTH", "Over", "until_day", "2020-01-02"));
        house.written(
                MessagesData.MESSAGES, "to-come", message("WARNING", "BOTH", "To come", "from_day", "2099-01-01"));
        house.written(
                MessagesData.MESSAGES,
                "now",
                message("WARNING", "BOTH", "Now", "until_day", "2099-01-01", "until_time", "12:00"));
        assertThat(house.page("/?lang=en").select(".ims-notice p").eachText()).containsExactly("Now");
        nothingIsShownAnyMore();
        assertThat(house.page("/").select(".ims-notice")).isEmpty();
    }

    @Test
    void anotherInstanceShowsItWhenItsMomentIsOver() {
        var clock = new Object() {
            Instant now = Instant.parse("2026-11-20T09:15:00Z");
        };
        InstantSource source = () -> clock.now;
        var another = new SystemMessages(settings, source);
        assertThat(shown(another)).isEmpty();
        house.written(MessagesData.MESSAGES, "new", message("ERROR", "PORTAL", "New"));
        assertThat(shown(messages)).as("here at once").hasSize(1);
        assertThat(shown(another)).as("there not yet").isEmpty();
        clock.now = clock.now.plus(Duration.ofSeconds(2));
        assertThat(shown(another)).as("there after two seconds").hasSize(1);
    }

    private List<Notice> shown(SystemMessages where) {
        return within(() -> where.notices(Side.PORTAL, book.in(Language.ENGLISH)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            column     | answer              | at         | code
            text_cy    | ''                  | text_cy    | required
            until_day  | 2019-12-31          | until_day  | order
            until_time | 10:00               | until_day  | required
            text       | [x](http://a.b)     | text       | link
            text_cy    | [x](javascript:a)   | text_cy    | link
            severity   | PANIC               | severity   | choice
            shown      | NOWHERE             | shown      | choice
            from_day   | 2026-02-30          | from_day   | kind
            """, delimiter = '|', useHeadersInDisplayName = true)
    void whatCannotBeIsRefused(String column, String answer, String at, String code) {
        var refused = house.refused(MessagesData.MESSAGES, "bad", message("ERROR", "BOTH", "Text", column, answer));
        assertThat(refused.problems())
                .extracting(Problem::column, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(at, code));
    }
}
