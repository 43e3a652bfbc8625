package localgov.ims.advices;

import static localgov.ims.people.Permission.RECORD_UNPAID;
import static localgov.ims.people.Permission.SEE_IMPORTS;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Set;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Somebody;
import org.junit.jupiter.api.Test;

/// Who is shown what came back, and who may say what it is about.
class WhoSeesReturnsTest extends ReturnsJourney {
    @Test
    void whoeverIsLimitedToOtherFundsChoosesNoReceiptOfThisOne() {
        long amount = amount();
        var journal = debit(CY, amount, collected());
        var back = waiting("W1", amount);
        for (var limits : new Limits[] {Limits.toFunds("11"), Limits.toFunds("11", "23")}) {
            boolean within = limits.funds().contains("23");
            var limited = Somebody.holding(
                    new Held(Set.of(SEE_IMPORTS, SEE_RECEIPTS), Limits.NONE), new Held(Set.of(RECORD_UNPAID), limits));
            var page = page(get(AdviceScreens.path(back.id()), limited));
            assertThat(page.select("main tbody tr")).hasSize(1);
            assertThat(page.select("main input[name=receipt]")).hasSize(within ? 1 : 0);
            var chosen = mvc.post()
                    .uri(AdviceScreens.path(back.id()) + "/receipt")
                    .param("receipt", journal + "-1")
                    .with(limited)
                    .with(csrf())
                    .exchange();
            assertThat(chosen.getResponse().getStatus() == 303).isEqualTo(within);
            assertThat(undone(amount)).hasSize(within ? 1 : 0);
        }
    }

    @Test
    void aReceiptIsALinkForThoseWhoMaySeeIt() {
        long amount = amount();
        debit(CY, amount, collected());
        var back = waiting("W2", amount);
        var receipts = "main a[href^=/office/receipts/]";
        var seeing = Somebody.who(Limits.NONE, SEE_IMPORTS, SEE_RECEIPTS);
        assertThat(page(get(AdviceScreens.path(back.id()), seeing)).select(receipts))
                .hasSize(1);
        var others = Somebody.who(Limits.NONE, SEE_IMPORTS);
        assertThat(page(get(AdviceScreens.path(back.id()), others)).select(receipts))
                .isEmpty();
    }

    @Test
    void howManyWaitIsToldToThoseWhoMayDecide() {
        waiting("W3", amount());
        var place = "nav a[href=/office/advices]";
        var deciding = page(get("/office", Somebody.who(Limits.NONE, SEE_RECEIPTS, SEE_IMPORTS, RECORD_UNPAID)));
        assertThat(deciding.select(place).text()).containsPattern("\\d");
        assertThat(deciding.select("main").text()).contains("that came back");
        var looking = page(get("/office", Somebody.who(Limits.NONE, SEE_RECEIPTS, SEE_IMPORTS)));
        assertThat(looking.select(place)).hasSize(1);
        assertThat(looking.select(place).text()).doesNotContainPattern("\\d");
        assertThat(looking.select("main").text()).doesNotContain("that came back");
        var without = page(get("/office", Somebody.who(Limits.NONE, SEE_RECEIPTS, RECORD_UNPAID)));
        assertThat(without.select(place)).isEmpty();
        assertThat(without.select("main").text()).doesNotContain("that came back");
    }
}
