package localgov.ims.expected;

import static localgov.ims.people.Permission.SEE_IMPORTS;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static localgov.ims.people.Permission.SEE_SETTINGS;
import static localgov.ims.people.Permission.TAKE_IN_FILES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Somebody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What the calendar of files offers to whom, and whom the first page tells that one is missing.
@WithCouncil
class WhoSeesExpectedFilesTest {
    private static int files;

    private final String code = "daily-" + ++files;
    private final LocalDate missing = London.dayOf(Instant.now()).minusDays(3);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aFileThatHasNotCome() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            demo.load();
            new ExpectedCouncil(db).source(code);
            return db.sql("""
                    insert into expected_file (code, name, source, pattern, days, comes, due_by, grace, holidays, numbered, told, starts_on)
                    values (:code, 'Post Office', :code, 'WEEKDAYS', 'Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday',
                            'SAME_DAY', '23:59', 0, 'NONE', false, '', :first)
                    """).param("code", code).param("first", missing).update();
        });
    }

    private Document page(String path, Permission... permissions) throws Exception {
        var reply =
                mvc.get().uri(path).with(Somebody.who(Limits.NONE, permissions)).exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    @Test
    void theCalendarLeadsToItsSettingsForWhoeverSeesThem() throws Exception {
        var settings = "main a[href^=/office/settings/]";
        assertThat(page(ExpectedScreens.PATH, SEE_IMPORTS, SEE_SETTINGS).select(settings))
                .isNotEmpty();
        assertThat(page(ExpectedScreens.PATH, SEE_IMPORTS).select(settings)).isEmpty();
    }

    @Test
    void whyAFileWillNotComeIsWrittenByWhoeverTakesInFiles() throws Exception {
        var day = ExpectedScreens.PATH + "/" + code + "/" + missing;
        assertThat(page(day, SEE_IMPORTS, TAKE_IN_FILES).select("main textarea"))
                .hasSize(1);
        assertThat(page(day, SEE_IMPORTS).select("main textarea")).isEmpty();
    }

    @Test
    void theFirstPageTellsOnlyThoseWhoSeeImportsThatOneIsMissing() throws Exception {
        var pile = "main a[href=" + ExpectedScreens.PATH + "]";
        assertThat(page("/office", SEE_RECEIPTS, SEE_IMPORTS).select(pile)).isNotEmpty();
        assertThat(page("/office", SEE_RECEIPTS).select(pile)).isEmpty();
    }
}
