package localgov.ims.expected;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.people.SignedInAs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The calendar of files as people see it: a daily file, of which yesterday's came and the day before's did not.
@WithCouncil
class ExpectedScreensTest {
    private static final String PATH = "/office/expected";
    private final LocalDate today = London.dayOf(Instant.now());
    private final LocalDate missing = today.minusDays(3);
    private final LocalDate came = today.minusDays(2);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
    }

    private void expected() {
        within(() -> {
            new ExpectedCouncil(db).source("daily");
            db.sql("""
                    insert into expected_file (code, name, source, pattern, days, comes, due_by, grace, holidays, numbered, told, starts_on)
                    values ('daily', 'Post Office', 'daily', 'WEEKDAYS', 'Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday',
                            'SAME_DAY', '23:59', 0, 'NONE', false, '', :first)
                    """).param("first", missing).update();
            var before = missing.minusWeeks(1);
            new ExpectedCouncil(db)
                    .came("daily", London.startOf(before).plusSeconds(3600).toString(), "POSTED", before.toString());
            new ExpectedCouncil(db)
                    .came("daily", London.startOf(came).plusSeconds(3600).toString(), "POSTED", came.toString());
            new ExpectedCouncil(db)
                    .came(
                            "daily",
                            London.startOf(came).plusSeconds(3600).toString(),
                            "HELD",
                            came.plusDays(1).toString());
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private static Document page(MvcTestResult reply) {
        try {
            var page = Jsoup.parse(reply.getResponse().getContentAsString());
            assertThat(page.select("h1")).hasSize(1);
            return page;
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult explain(String reason, RequestPostProcessor who) {
        return mvc.post()
                .uri(PATH + "/daily/" + missing)
                .with(who)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("reason", reason)
                .exchange();
    }

    @Test
    void theCalendarShowsEachDayAndSaysWhatIsMissingUntilSomebodySaysWhyItWillNotCome() {
        expected();
        var month = page(get(PATH + "?month=" + missing.toString().substring(0, 7), SignedInAs.finance()));
        assertThat(month.select("main").text()).contains("1 file has not come: Post Office.");
        assertThat(month.select("table.ims-calendar tbody th").eachText()).contains("Post Office");
        assertThat(month.select("table.ims-calendar a[href=" + PATH + "/daily/" + missing + "]")
                        .text())
                .contains("Missing");
        var monthOfOther = page(get(PATH + "?month=" + came.toString().substring(0, 7), SignedInAs.finance()));
        assertThat(monthOfOther
                        .select("table.ims-calendar a .govuk-visually-hidden")
                        .eachText())
                .anySatisfy(said -> assertThat(said).startsWith("Came, "));
        assertThat(page(get("/office", SignedInAs.finance()))
                        .select("a[href=" + PATH + "]")
                        .text())
                .contains("1 file has not come, usually £123.00");
        assertThat(page(get(PATH + "/daily/" + missing, SignedInAs.finance())).select("form[method=post] textarea"))
                .hasSize(1);
        assertThat(explain(" ", SignedInAs.finance())).hasStatus(422);
        assertThat(explain("The post office was closed", SignedInAs.auditor())).hasStatus(403);
        assertThat(explain("The post office was closed", SignedInAs.finance())).hasStatus(303);
        var day = page(get(PATH + "/daily/" + missing, SignedInAs.auditor()));
        assertThat(day.select("main").text())
                .contains("The post office was closed", "finance@demo.example", "Will not come");
        assertThat(day.select("main form")).isEmpty();
        assertThat(page(get(PATH, SignedInAs.finance())).select("main").text())
                .contains("Every file that was due is here.");
        assertThat(page(get("/office", SignedInAs.finance())).select("main a[href=" + PATH + "]"))
                .isEmpty();
    }

    @Test
    void theCalendarIsThereInWelshAndClosedToThoseWhoSeeNoFiles() {
        var welsh = page(mvc.get()
                .uri(PATH + "?month=2026-11")
                .with(SignedInAs.finance())
                .cookie(new Cookie("lang", "cy"))
                .exchange());
        assertThat(welsh.select("h1").text()).isEqualTo("Ffeiliau Tachwedd 2026");
        assertThat(get(PATH, SignedInAs.cashier())).hasStatus(403);
        assertThat(get(PATH + "?month=soon", SignedInAs.finance())).hasStatus(404);
        assertThat(get(PATH + "/daily/yesterday", SignedInAs.finance())).hasStatus(404);
        assertThat(get(PATH + "/nothing/2026-11-20", SignedInAs.finance())).hasStatus(404);
    }
}
