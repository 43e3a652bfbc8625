package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import localgov.ims.WithCouncil;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Payment;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Another system had taken a cheque for three bills. The bank returns it: all three are unpaid again, and whoever was
/// told that they are paid learns it.
@WithCouncil
class ReturnedIsToldTest extends WithReceivers {
    private static final Basket THREE_BILLS = Basket.of(List.of(
            new Basket.Line("11", "BJ99518409", Money.pounds(35, 0), null),
            new Basket.Line("GW", "GW123456", Money.pounds(40, 0), null),
            new Basket.Line("GW", "GW100008", Money.pounds(45, 0), null)));

    private Payment cheque() {
        var method = within(() -> catalogue.now().method("cheque")).orElseThrow();
        return ((Created.New) within(() -> taken.take(THREE_BILLS, method, DEMO, "api"))).payment();
    }

    private long journal(Payment payment) {
        return within(() -> db.sql("select id from ledger_journals where source_id = :id")
                .param("id", payment.id().toString())
                .query(Long.class)
                .single());
    }

    /// Somebody opens its second line and writes it down there.
    private void bounce(Payment payment) {
        var today = London.dayOf(app.getBean(InstantSource.class).instant());
        var sent = mvc.post()
                .uri("/office/receipts/" + journal(payment) + "-2/returned")
                .param("day-day", "" + today.getDayOfMonth())
                .param("day-month", "" + today.getMonthValue())
                .param("day-year", "" + today.getYear())
                .param("reason", "Refer to drawer")
                .with(SignedInAs.finance())
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus(303);
    }

    private JsonNode answered(Payment payment) throws Exception {
        var reply = mvc.get()
                .uri("/api/v1/payments/" + payment.reference())
                .with(SignedInAs.demoKey())
                .exchange();
        assertThat(reply).hasStatusOk();
        return JsonMapper.shared().readTree(reply.getResponse().getContentAsByteArray());
    }

    private String progress(Payment payment) throws Exception {
        var reply =
                mvc.get().uri("/payments/" + payment.reference() + "/progress").exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString())
                .select(".ims-way")
                .text();
    }

    @Test
    void allThatOneChequePaidThroughTheApiIsUnpaidTogether() {
        var payment = cheque();
        bounce(payment);
        assertThat(within(() -> db.sql("""
                        select line || ' ' || pence
                          from unpaid_return
                         where journal = :journal
                         order by line
                        """)
                        .param("journal", journal(payment))
                        .query(String.class)
                        .list()))
                .containsExactly("1 3500", "2 4000", "3 4500");
        assertThat(within(() -> app.getBean(Laws.class).all())).allMatch(law -> law.violations() == 0);
    }

    @Test
    void whoeverTookItThemselvesIsToldAndTheApiSaysSo() throws Exception {
        var receiver = receiver();
        subscribed("own", receiver, Map.of("which", "OWN"));
        var payment = cheque();
        assertThat(answered(payment).path("state").asString()).isEqualTo("paid");
        look();
        assertThat(log("own")).as("that it is paid they know").isEmpty();

        bounce(payment);
        look();
        var told = receiver.await(1).getFirst().json();
        assertThat(told.path("type").asString()).isEqualTo("payment.taken_back");
        var now = answered(payment);
        assertThat(told.path("data")).isEqualTo(now);
        assertThat(now.path("state").asString()).isEqualTo("failed");
        assertThat(now.path("returned_unpaid_on").asString())
                .isEqualTo(
                        London.dayOf(app.getBean(InstantSource.class).instant()).toString());
        assertThat(now.has("paid")).isFalse();
        assertThat(now.has("paid_at")).isFalse();
        assertThat(now.toString()).doesNotContain("Refer to drawer");
    }

    @Test
    void nobodyIsToldWhoDoesNotWantToKnow() {
        var receiver = receiver();
        subscribed("paid-only", receiver, Map.of("taken_back", "no"));
        var payment = cheque();
        look();
        receiver.await(1);
        bounce(payment);
        look();
        assertThat(log("paid-only")).extracting(Delivery::typeWord).containsExactly("payment.paid");
    }

    @Test
    void whoeverFollowsTheMoneyReadsThatItWentBack() throws Exception {
        var payment = cheque();
        assertThat(progress(payment)).contains("Put on the account");
        bounce(payment);
        assertThat(progress(payment))
                .contains("Received", "Returned unpaid by the bank", "What it was for is owed as before")
                .doesNotContain("Put on the account", "Shown by the service", "Refer to drawer");
    }
}
