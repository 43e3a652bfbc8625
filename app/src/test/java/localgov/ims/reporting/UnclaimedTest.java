package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Sighting;
import localgov.ims.payments.Unclaimed;
import localgov.ims.payments.UnclaimedPayments;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Ann of finance looks at payments that the providers know and nobody here does.
@WithCouncil
class UnclaimedTest {
    private static final String PATH = "/office/payments/unclear";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient db;

    @Autowired
    UnclaimedPayments unclaimed;

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private Unclaimed met(String number, @Nullable Money paid) {
        return within(() -> {
            unclaimed.met(new Sighting("cards", number, paid, null, null));
            return of(number);
        });
    }

    private Unclaimed of(String number) {
        return within(() -> db.sql("select id as value from payments_unclaimed where provider_reference = :number")
                .param("number", number)
                .query(Long.class)
                .optional()
                .flatMap(unclaimed::find)
                .orElseThrow());
    }

    private MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    private Document page(String path) {
        var reply = get(path, SignedInAs.finance());
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(new String(reply.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult write(Unclaimed seen, String why, RequestPostProcessor who) {
        return mvc.post()
                .uri(PATH + "/" + seen.id())
                .param("version", Integer.toString(seen.version()))
                .param("why", why)
                .with(who)
                .with(csrf())
                .exchange();
    }

    private List<String> audited(Unclaimed one) {
        return within(() -> db.sql("select who || ' ' || detail from audit_event where subject = :subject")
                .param("subject", "provider-payment:cards/" + one.providerReference())
                .query(String.class)
                .list());
    }

    @Test
    void whatTheProviderPaidAndWeDoNotKnowIsShownCountedAndWrittenDown() {
        var before = page("/office").select("a[href=" + PATH + "]").text();
        assertThat(before).isEmpty();
        var one = met("paidelsewhere1", Money.pence(4_200));
        within(() -> {
            unclaimed.met(new Sighting(
                    "cards", "paidelsewhere1", Money.pence(4_200), Money.pence(1_200), LocalDate.of(2026, 11, 20)));
            return true;
        });
        assertThat(page("/office").select("a[href=" + PATH + "]").text()).isEqualTo("One card payment to look at");
        var list = page(PATH);
        assertThat(list.select("h1")).hasSize(1);
        assertThat(list.select("tbody tr")).hasSize(1);
        assertThat(list.select("tbody tr").text())
                .contains("paidelsewhere1", "£42.00", "It was paid", "20 November 2026", "£12.00 of it went back");
        var shown = page(list.select("tbody a").attr("href"));
        assertThat(shown.select("h1")).hasSize(1);
        assertThat(shown.select("dl").text()).contains("paidelsewhere1", "£42.00", "£12.00", "20 November 2026");

        var now = of("paidelsewhere1");
        assertThat(now.version()).as("more became known").isGreaterThan(one.version());
        assertThat(write(one, "The library’s", SignedInAs.finance()))
                .as("of what was seen before that")
                .hasStatus(409);
        var empty = write(now, " ", SignedInAs.finance());
        assertThat(empty).hasStatus(422);
        assertThat(empty).bodyText().contains("Write why it is nothing to us", "href=\"#why\"");
        assertThat(write(now, "x".repeat(501), SignedInAs.finance())).hasStatus(422);
        assertThat(audited(now)).isEmpty();
        assertThat(write(now, "The library’s, with 4111 1111 1111 1111", SignedInAs.finance()))
                .hasStatus(303);

        assertThat(audited(now)).containsExactly("finance@demo.example The library’s, with **** **** **** 1111");
        assertThat(page("/office").select("a[href=" + PATH + "]")).isEmpty();
        assertThat(page(PATH).select("tbody tr")).isEmpty();
        assertThat(page(PATH).select("details").text())
                .contains("that somebody has looked at", "paidelsewhere1", "finance@demo.example", "The library’s");
        var looked = page(PATH + "/" + now.id());
        assertThat(looked.select("form[action=" + PATH + "/" + now.id() + "]")).isEmpty();
        assertThat(looked.text()).contains("The library’s");
        assertThat(write(of("paidelsewhere1"), "Twice", SignedInAs.finance())).hasStatus(409);
        assertThat(audited(now)).hasSize(1);
        within(() -> {
            unclaimed.met(new Sighting("cards", "paidelsewhere1", Money.pence(4_200), null, null));
            return true;
        });
        assertThat(of("paidelsewhere1").isOpen()).as("nothing new is known").isFalse();
    }

    @Test
    void howeverManyThereAreEachIsFoundAndCounted() {
        within(() -> {
            unclaimed.met(IntStream.range(0, 120)
                    .mapToObj(i -> new Sighting("shared", "library" + i, Money.pence(100 + i), null, null))
                    .toList());
            return true;
        });
        assertThat(page("/office").select("a[href=" + PATH + "]").text()).isEqualTo("120 card payments to look at");
        var shown = new HashSet<String>();
        var at = PATH;
        for (int pages = 0; pages < 3; pages++) {
            var list = page(at);
            shown.addAll(list.select("#others ~ * tbody a").eachText());
            at = list.select("nav.ims-pages a[rel=next]").attr("href").replaceAll("#.*", "");
            assertThat(list.select("nav.ims-pages a")).hasSize(pages == 1 ? 2 : 1);
        }
        assertThat(shown).hasSize(120);
        assertThat(at).isEmpty();
        within(() -> unclaimed.open(null, 200).stream()
                .filter(one -> unclaimed.look(one, one.version(), "ann", "The library’s"))
                .count());
    }

    @Test
    void whatIsKnownAsItIsIsNotTouched() {
        var one = met("still", Money.pence(700));
        var row = within(() -> db.sql("select xmin::text || ctid::text from payments_unclaimed where id = :id")
                .param("id", one.id())
                .query(String.class)
                .single());

        met("still", Money.pence(700));
        met("still", null);

        assertThat(within(() -> db.sql(
                                "select xmin::text || ctid::text || xmax::text from payments_unclaimed where id = :id")
                        .param("id", one.id())
                        .query(String.class)
                        .single()))
                .isEqualTo(row + "0");
        within(() -> unclaimed.look(one, one.version(), "ann", "Not ours"));
    }

    @Test
    void ofManyWhoWriteItDownAtOnceOneDoes() throws Exception {
        var one = met("many", Money.pence(100));
        var start = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var wrote = threads
                    .invokeAll(IntStream.range(0, 4)
                            .mapToObj(i -> (Callable<Boolean>) () -> {
                                start.await();
                                return within(() -> unclaimed.look(one, one.version(), "ann" + i, "Not ours " + i));
                            })
                            .toList())
                    .stream()
                    .filter(done -> done.resultNow())
                    .count();
            assertThat(wrote).isOne();
        }
        assertThat(audited(one)).hasSize(1);
    }

    @Test
    void whatWasLookedAtBeforeTheProviderSaidThatItWasPaidIsLookedAtAgain() {
        var one = met("paidlater", null);
        assertThat(page(PATH).text()).contains("It does not say whether anything was paid");
        assertThat(write(one, "Nothing there", SignedInAs.finance())).hasStatus(303);
        assertThat(of("paidlater").isOpen()).isFalse();
        assertThat(met("paidlater", Money.pence(700)).isOpen()).isTrue();
        assertThat(write(of("paidlater"), "The library’s", SignedInAs.finance()))
                .hasStatus(303);
    }

    @Test
    void whoeverIsLimitedSeesNoneOfItAndOnlyWhoPlacesMoneyWritesItDown() {
        var one = met("limits", Money.pence(300));
        var path = PATH + "/" + one.id();
        assertThat(get(path, Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS)))
                .hasStatusOk()
                .bodyText()
                .contains("limits", "£3.00")
                .doesNotContain("name=\"why\"");
        var limited = Somebody.who(Limits.toFunds("11"), Permission.SEE_RECEIPTS, Permission.ALLOCATE_SUSPENSE);
        assertThat(get(path, limited)).hasStatus(404);
        assertThat(get(PATH, limited)).hasStatusOk().bodyText().doesNotContain("£3.00");
        assertThat(write(one, "Not ours", limited)).hasStatus(404);
        assertThat(write(one, "Not ours", Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS)))
                .hasStatus(403);
        assertThat(get(path, Somebody.who(Limits.NONE, Permission.ALLOCATE_SUSPENSE)))
                .hasStatus(403);
        assertThat(of("limits").isOpen()).isTrue();
        assertThat(write(one, "Not ours", Somebody.who(Limits.NONE, Permission.ALLOCATE_SUSPENSE)))
                .hasStatus(303);
        assertThat(get(PATH, Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS)))
                .as("once somebody has looked")
                .bodyText()
                .contains("£3.00", "Not ours");
        assertThat(get(PATH, limited)).bodyText().doesNotContain("£3.00", "Not ours");
    }
}
