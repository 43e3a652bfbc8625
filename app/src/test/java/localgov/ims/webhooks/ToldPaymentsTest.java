package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Payment;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.receipts.PassedOn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Whoever follows a payment sees which systems know of it: no more than is true, and nothing where none is connected.
@WithCouncil
class ToldPaymentsTest extends WithReceivers {
    private List<PassedOn> told(Payment payment) {
        var room = app.getBean(ToldPayments.class);
        return within(() -> room.of(new Source("payment", payment.id().toString())));
    }

    private Document page(String path, RequestPostProcessor who) throws Exception {
        var reply = mvc.get().uri(path).with(who).exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    private Document trace(Payment payment) throws Exception {
        return page("/payments/" + payment.reference() + "/progress", request -> request);
    }

    private String receipt(Payment payment) {
        return "/office/receipts/"
                + within(() -> db.sql("select id || '-1' from ledger_journals where source_id = :id")
                        .param("id", payment.id().toString())
                        .query(String.class)
                        .single());
    }

    @Test
    void aSystemIsToldWhenItHasAnsweredAndNotBefore() throws Exception {
        subscribed("told", receiver(), Map.of("payers_name", "the forms"));
        var payment = paid(DEMO);
        within(() -> {
            here.telling.tellAll();
            return true;
        });
        assertThat(told(payment)).singleElement().satisfies(one -> {
            assertThat(one.system()).isEqualTo("Forms told");
            assertThat(one.isTold()).isFalse();
            assertThat(one.givenUp()).isFalse();
        });
        assertThat(trace(payment).select(".ims-way").text())
                .contains("Not yet told to the forms", "In progress")
                .doesNotContain("has been told");
        assertThat(page(receipt(payment), SignedInAs.finance())
                        .select(".ims-timeline__ahead")
                        .text())
                .contains("Not yet told to Forms told");

        attempt("told");
        assertThat(told(payment))
                .singleElement()
                .satisfies(one -> assertThat(one.isTold()).isTrue());
        assertThat(trace(payment).select(".ims-way").text()).contains("Told to the forms", "has been told");
        assertThat(page(receipt(payment), SignedInAs.finance())
                        .select(".ims-timeline")
                        .text())
                .contains("Told to Forms told", "It has answered that it has it.");
    }

    @Test
    void whatIsSentOnceMoreWasToldAllTheSame() {
        subscribed("once-more", receiver());
        var payment = paid(DEMO);
        attempt("once-more");
        var before = told(payment);
        within(() -> webhooks.replay("once-more", log("once-more").getFirst().event(), "ada"));
        assertThat(log("once-more").getFirst().state()).isEqualTo(DeliveryState.WAITING);
        assertThat(told(payment)).isEqualTo(before);
        here.later(Duration.ofMinutes(1));
        attempt("once-more");
        assertThat(told(payment)).as("the first time counts").isEqualTo(before);
    }

    @Test
    void aSystemThatNeverAnsweredIsNotSaidToBeTold() throws Exception {
        var receiver = receiver();
        subscribed("mute", receiver, Map.of("payers_name", "the forms"));
        receiver.answers(503);
        var payment = paid(DEMO);
        for (var wait : Sending.WAITS) {
            attempt("mute");
            here.later(wait.plus(wait.dividedBy(10)));
            within(() -> here.standings.resume("mute"));
        }
        attempt("mute");
        assertThat(told(payment)).singleElement().satisfies(one -> {
            assertThat(one.isTold()).isFalse();
            assertThat(one.givenUp()).isTrue();
        });
        assertThat(trace(payment).select(".ims-way").text()).contains("We could not reach the forms");
    }

    @Test
    void nothingIsSaidOfSystemsThatAreNotConnectedOrNotAnyMore() throws Exception {
        var alone = paid(DEMO);
        assertThat(told(alone)).isEmpty();
        assertThat(trace(alone).select(".ims-way").text()).doesNotContain("told to", "Told to");
        subscribed("gone", receiver());
        subscribed("refunds-only", receiver(), Map.of("paid", "no"));
        var payment = paid(DEMO);
        within(() -> {
            here.telling.tellAll();
            return true;
        });
        assertThat(told(payment)).extracting(PassedOn::system).containsExactly("Forms gone");
        within(() -> settings.retire(
                WebhooksData.WEBHOOKS,
                "gone",
                settings.get(WebhooksData.WEBHOOKS, "gone").orElseThrow().version(),
                "system"));
        codes.remove("gone");
        assertThat(told(payment)).isEmpty();
    }

    @Test
    void onlyWhoSeesWebhooksIsLedToOne() throws Exception {
        subscribed("led", receiver());
        var payment = paid(DEMO);
        attempt("led");
        assertThat(page(receipt(payment), Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS))
                        .select("a[href^=/office/webhooks]"))
                .isEmpty();
        assertThat(page(receipt(payment), Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS, Permission.SEE_SETTINGS))
                        .select("a[href=/office/webhooks/led]"))
                .hasSize(1);
    }
}
