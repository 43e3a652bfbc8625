package localgov.ims.advices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What is not certain about a debit that came back is shown, and a person decides it with one press.
class ReturnScreensTest extends ReturnsJourney {
    private final RequestPostProcessor finance = SignedInAs.finance();

    private MvcTestResult choose(ReturnRow back, String place, RequestPostProcessor who) {
        return mvc.post()
                .uri(AdviceScreens.path(back.id()) + "/receipt")
                .param("receipt", place)
                .with(who)
                .with(csrf())
                .exchange();
    }

    @Test
    void whatMightBeMeantIsRankedWithReasonsAndOnePressWritesItDown() {
        long amount = amount();
        var other = debit("777777777", amount, collected().minusDays(3));
        var journal = debit(CY, amount, collected());
        var back = waiting("S1", amount);

        var list = page(get("/office/advices", finance));
        assertThat(list.select("main a[href=%s]".formatted(AdviceScreens.path(back.id()))))
                .hasSize(1);
        assertThat(list.select("main").text()).contains("Refer to payer", "Waits for a person");
        assertThat(page(get("/office", finance)).select("main").text()).contains("that came back");

        var page = page(get(AdviceScreens.path(back.id()), finance));
        assertThat(page.select("main").text())
                .contains("none with this reference and of this day", "Refer to payer", "C PAYS", "40404012345678");
        var candidates = page.select("main input[name=receipt]");
        assertThat(candidates.eachAttr("value")).containsExactly(journal + "-1", other + "-1");
        assertThat(page.select("main tbody tr").getFirst().text())
                .contains("Received on the day it was collected", "The same payer’s name");

        assertThat(choose(back, journal + "-1", finance))
                .hasStatus(303)
                .hasHeader("Location", AdviceScreens.path(back.id()));
        assertThat(undone(amount)).containsExactly(outOfTheFund(journal, today().minusDays(1)));
        assertThat(choose(back, other + "-1", finance)).hasStatus(303);
        assertThat(undone(amount)).hasSize(1);

        var done = page(get(AdviceScreens.path(back.id()), finance));
        assertThat(done.select("main").text()).contains("Written down as returned", "By finance@demo.example");
        assertThat(done.select("main form")).isEmpty();
        assertThat(done.select("main a[href=/office/receipts/%d-1]".formatted(journal)))
                .hasSize(1);
        assertThat(page(get("/office/advices?show=seen-to", finance))
                        .select("main")
                        .text())
                .contains("774952 62O");
    }

    @Test
    void aReceiptOfAnotherAmountCannotBeChosen() {
        long amount = amount();
        var back = waiting("S2", amount);
        var another = debit(CY, amount(), collected());
        assertThat(choose(back, another + "-1", finance)).hasStatus(409);
        assertThat(choose(back, "x", finance)).hasStatus(404);
        assertThat(only(amount).state()).isEqualTo(ReturnState.WAITING);
    }

    @Test
    void oneIsPutAsideWithAReason() {
        long amount = amount();
        var back = waiting("S3", amount);
        var aside = AdviceScreens.path(back.id()) + "/aside";
        assertThat(mvc.post().uri(aside).with(finance).with(csrf()).exchange()).hasStatus(422);
        var done = mvc.post()
                .uri(aside)
                .param("reason", "Told before")
                .with(finance)
                .with(csrf());
        assertThat(done.exchange()).hasStatus(303);
        assertThat(only(amount).state()).isEqualTo(ReturnState.ASIDE);
        assertThat(page(get(AdviceScreens.path(back.id()), finance))
                        .select("main")
                        .text())
                .contains("Told before");
    }

    @Test
    void whoeverMayNotWriteItDownSeesNoButtonAndIsRefused() {
        long amount = amount();
        var journal = debit(CY, amount, collected());
        var back = waiting("S4", amount);
        var auditor = SignedInAs.auditor();
        assertThat(page(get(AdviceScreens.path(back.id()), auditor)).select("main form"))
                .isEmpty();
        assertThat(choose(back, journal + "-1", auditor)).hasStatus(403);
        assertThat(undone(amount)).isEmpty();
    }

    @Test
    void theFileOfAReportLeadsToWhatItToldAndToNothingElse() {
        long amount = amount();
        var back = waiting("S6", amount);
        var other = waiting("S7", amount());
        var file = page(get("/office/imports/" + back.file(), finance));
        assertThat(file.select("main #outcomes")).isEmpty();
        var told = page(get(file.select("main section a[href^=/office/advices]").attr("href"), finance));
        assertThat(told.select("main a[href=%s]".formatted(AdviceScreens.path(back.id()))))
                .hasSize(1);
        assertThat(told.select("main a[href=%s]".formatted(AdviceScreens.path(other.id()))))
                .isEmpty();
        assertThat(told.select("main a[href=/office/advices]")).hasSize(1);
        assertThat(page(get(AdviceScreens.path(back.id()), finance))
                        .select("main h2")
                        .eachText())
                .contains("Nothing is to be undone")
                .doesNotContain("It is none of these");
    }

    @Test
    void itIsSaidInWelshToo() {
        long amount = amount();
        debit(CY, amount, collected());
        var back = waiting("S5", amount);
        var page = page(mvc.get()
                .uri(AdviceScreens.path(back.id()))
                .with(finance)
                .cookie(new Cookie("lang", "cy"))
                .exchange());
        assertThat(page.select("h1").text()).endsWith("gan fanc");
        assertThat(page.select("main").text()).contains("Yn aros am berson", "Hwn ydyw", "Yr un enw talwr");
        assertThat(page.select("main").text())
                .contains("Cyfeirio at y talwr", "Ni thalwyd y swm", "Gellir ei gasglu eto");
    }
}
