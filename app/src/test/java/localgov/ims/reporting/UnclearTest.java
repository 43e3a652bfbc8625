package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.PublicReference;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Ann of finance looks at the card payments that did not go as they should.
@WithCouncil
class UnclearTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient db;

    @Autowired
    Unclear unclear;

    @Autowired
    DemoCatalogue catalogue;

    private final Instant now = Instant.now();

    @BeforeEach
    void theCouncilHasItsFunds() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            catalogue.load();
        });
    }

    /// A payment of these funds, asked for some time ago.
    private String payment(String state, @Nullable String note, Duration ago, String... funds) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var id = UUID.randomUUID();
            var reference = PublicReference.random();
            var ended = state.equals("FAILED");
            db.sql("""
                    insert into payments_payment (id, reference, state, pence, asked_by, channel, created_at, asked_at, provider,
                           expires_at, next_look_at, note, closed_at, reason)
                    values (:id, :reference, :state::payments_state, :pence, 'portal', 'portal', :at, :at, 'card',
                            :expires, :expires, :note, :closed, :reason)
                    """)
                    .param("id", id)
                    .param("reference", reference)
                    .param("state", state)
                    .param("pence", 100L * funds.length)
                    .param("at", now.minus(ago))
                    .param("expires", now.plus(Duration.ofHours(1)))
                    .param("note", note)
                    .param("closed", ended ? now : null)
                    .param("reason", ended ? "uncollected" : null)
                    .update();
            for (int line = 1; line <= funds.length; line++) {
                db.sql("""
                        insert into payments_line (payment, line, fund, account_number, pence)
                        values (:id, :line, :fund, 'A', 100)
                        """)
                        .param("id", id)
                        .param("line", line)
                        .param("fund", funds[line - 1])
                        .update();
            }
            return reference.grouped();
        });
    }

    private Document page(String path) {
        var reply = mvc.get().uri(path).with(SignedInAs.finance()).exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(new String(reply.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private List<String> seen(Scope scope) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> unclear.payments(scope).stream()
                        .map(payment -> payment.reference().grouped())
                        .toList());
    }

    @Test
    void whatDidNotGoAsItShouldIsListedAndCountedThisMorning() {
        assertThat(page("/office/payments/unclear").text()).contains("Every card payment went as it should.");
        var noted = payment("FAILED", "It is taken back.\nSomebody should know.", Duration.ofDays(1), "11");
        var stuck = payment("UNKNOWN", null, Duration.ofHours(4), "11");
        var young = payment("STARTED", null, Duration.ofHours(1), "11");
        var old = payment("FAILED", "Long ago.", Duration.ofDays(8), "11");

        var page = page("/office/payments/unclear");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.text())
                .contains(
                        noted,
                        "It is taken back.",
                        "Somebody should know.",
                        "Failed",
                        stuck,
                        "Nobody knows its end yet")
                .doesNotContain(young, old);
        assertThat(page("/office").select("a[href=/office/payments/unclear]").text())
                .isEqualTo("2 card payments to look at");

        var parking = payment("FAILED", "A fine.", Duration.ofHours(2), "11");
        var both = payment("FAILED", "A fine and a garden.", Duration.ofHours(2), "11", "GW");
        assertThat(seen(new Scope(List.of(Limits.toFunds("11")))))
                .contains(parking)
                .doesNotContain(both);
        assertThat(seen(new Scope(List.of(Limits.toFunds("11", "GW"))))).contains(parking, both);
        assertThat(seen(Scope.NOTHING)).isEmpty();
        assertThat(seen(new Scope(List.of(new Limits(Set.of(), Set.of("TH"), Set.of())))))
                .as("a card payment has no office")
                .isEmpty();
        assertThat(seen(new Scope(List.of(new Limits(Set.of(), Set.of(), Set.of("cash"))))))
                .isEmpty();
        var limited = mvc.get()
                .uri("/office/payments/unclear")
                .with(Somebody.who(Limits.toFunds("11"), Permission.SEE_RECEIPTS))
                .exchange();
        assertThat(limited).bodyText().contains(parking).doesNotContain(both);
        payment("FAILED", "A garden.", Duration.ofHours(2), "GW");
        assertThat(mvc.get()
                        .uri("/office")
                        .with(Somebody.who(Limits.toFunds("GW"), Permission.SEE_RECEIPTS))
                        .exchange())
                .bodyText()
                .containsPattern("unclear\">\\s*(1|One) card payment");
    }
}
