package localgov.ims.schedules;

import static localgov.ims.people.Permission.ALLOCATE_SUSPENSE;
import static localgov.ims.people.Permission.APPROVE;
import static localgov.ims.people.Permission.SEE_IMPORTS;
import static localgov.ims.people.Permission.SEE_SUSPENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Set;
import java.util.UUID;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Somebody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Who matches schedules with money in suspense, which has no fund yet: nobody who is limited to some funds.
class WhoMatchesTest extends SchedulesJourney {
    private static Held held(Permission permission, Limits limits) {
        return new Held(Set.of(permission), limits);
    }

    private static RequestPostProcessor limitedIn(Permission limited) {
        var other = limited == ALLOCATE_SUSPENSE ? SEE_SUSPENSE : ALLOCATE_SUSPENSE;
        return Somebody.holding(new Held(Set.of(SEE_IMPORTS, other), Limits.NONE), held(limited, Limits.toFunds("11")));
    }

    private MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    private MvcTestResult post(String path, RequestPostProcessor who, String... form) {
        var call = mvc.post().uri(path).with(who).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            call = call.param(form[i], form[i + 1]);
        }
        return call.exchange();
    }

    private static Document seen(MvcTestResult reply) throws Exception {
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    @Test
    void whoeverIsLimitedToSomeFundsIsOfferedNoMoneyAndMatchesNone() throws Exception {
        var file = schedule(131);
        var credit = credit(13_100);
        var path = SchedulePages.path(file, "paypoint");
        var all = Somebody.who(Limits.NONE, SEE_IMPORTS, ALLOCATE_SUSPENSE, SEE_SUSPENSE);
        assertThat(seen(get(path, all)).select("main input[name=credit]")).isNotEmpty();
        for (var limited : new Permission[] {ALLOCATE_SUSPENSE, SEE_SUSPENSE}) {
            var who = limitedIn(limited);
            assertThat(seen(get(path, who)).select("main input[name=credit]"))
                    .as("limited in %s", limited)
                    .isEmpty();
            assertThat(get(path + "/match?credit=" + credit, who)).hasStatus(403);
            assertThat(post(path + "/match", who, "key", UUID.randomUUID().toString(), "credit", "" + credit))
                    .hasStatus(403);
        }
        assertThat(left(credit).pence()).isEqualTo(13_100);
    }

    @Test
    void theMoneyOfAMatchIsDescribedForThoseWhoSeeSuspense() throws Exception {
        var credit = credit(13_200);
        var wish = wish(schedule(132), credit);
        assertThat(match(wish)).isInstanceOf(Matched.Done.class);
        var path = "/office/schedules/matches/" + wish.id();
        var item = "main a[href=/office/suspense/%d]".formatted(credit);
        var seeing = seen(get(path, Somebody.who(Limits.NONE, SEE_IMPORTS, SEE_SUSPENSE)));
        assertThat(seeing.select(item)).hasSize(1);
        assertThat(seeing.select("main").text()).contains("AN AGENT");
        var some =
                Somebody.holding(new Held(Set.of(SEE_IMPORTS), Limits.NONE), held(SEE_SUSPENSE, Limits.toFunds("11")));
        var others = seen(get(path, some));
        assertThat(others.select(item)).isEmpty();
        assertThat(others.select("main").text()).doesNotContain("AN AGENT");
        var limited = limitedIn(SEE_SUSPENSE);
        assertThat(seen(get(path, limited)).select("main form")).isEmpty();
        assertThat(post(path, limited, "key", UUID.randomUUID().toString(), "reason", "Wrong one"))
                .hasStatus(403);
    }

    @Test
    void whoeverApprovesSeesTheMatchWhenTheyMaySeeFiles() throws Exception {
        var credit = credit(13_300);
        var wish = wish(schedule(133), credit);
        assertThat(match(wish)).isInstanceOf(Matched.Done.class);
        var path = "/office/schedules/matches/" + wish.id();
        var asking = Somebody.who(Limits.NONE, SEE_IMPORTS, ALLOCATE_SUSPENSE, SEE_SUSPENSE);
        var key = UUID.randomUUID();
        assertThat(post(path, asking, "key", key.toString(), "reason", "Wrong one"))
                .hasStatus(303);
        var request = "/office/approvals/" + key;
        assertThat(seen(get(request, Somebody.who(Limits.NONE, APPROVE, SEE_IMPORTS)))
                        .select("main a[href=%s]".formatted(path)))
                .isNotEmpty();
        assertThat(seen(get(request, Somebody.who(Limits.NONE, APPROVE))).select("main a[href=%s]".formatted(path)))
                .isEmpty();
    }
}
