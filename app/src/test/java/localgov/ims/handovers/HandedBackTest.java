package localgov.ims.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Payment;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Payers go back to the system that handed them over, and it is told by them.
class HandedBackTest extends HandoverJourney {
    @Autowired
    SentBack sentBack;

    @Test
    void thePayerGoesWhereTheEndSaysAndTakesTheReferenceAlong() {
        var reference = reference(handed(fresh()));
        var payment = payment(reference);
        assertThat(within(() -> payments.wayBack(payment))).as("still open").isEmpty();
        var cancelled = within(() -> payments.cancel(payment.id()));
        assertThat(within(() -> payments.wayBack(cancelled)))
                .contains(URI.create("https://housing.example.gov.uk/cancelled?payment=" + reference));
        within(() -> db.sql("""
                update payments_payment
                   set state = 'PAID', paid_pence = pence, asked_at = created_at, paid_at = now(), closed_at = now(),
                       reason = null, provider = 'card', provider_reference = 'pay-1'
                 where id = :id
                """).param("id", payment.id()).update());
        assertThat(within(() -> payments.wayBack(payment(reference))))
                .contains(URI.create("https://housing.example.gov.uk/paid/" + reference));
    }

    private void isPaid(Payment payment) {
        within(() -> db.sql("""
                update payments_payment
                   set state = 'PAID', paid_pence = pence, asked_at = created_at, paid_at = now(), closed_at = now(),
                       reason = null, provider = 'card', provider_reference = id::text
                 where id = :id
                """).param("id", payment.id()).update());
    }

    private String trace(String reference) throws Exception {
        var page = mvc.get().uri("/payments/%s/progress".formatted(reference)).exchange();
        return Jsoup.parse(page.getResponse().getContentAsString())
                .select(".ims-way")
                .text();
    }

    @Test
    void aSystemIsToldByThePayerWhoGoesBackToItAndTheFirstTimeCounts() throws Exception {
        var reference = reference(handed(fresh()));
        var payment = payment(reference);
        within(() -> {
            payments.goesBack(payment);
            return true;
        });
        isPaid(payment);
        var source = new Source("payment", payment.id().toString());
        assertThat(within(() -> sentBack.of(source)))
                .as("what was not paid then")
                .singleElement()
                .satisfies(one -> assertThat(one.isTold()).isFalse());
        assertThat(trace(reference)).contains("Not yet told to The housing website", "when you go back to it");

        assertThat(mvc.get().uri("/payments/%s/return".formatted(reference)))
                .hasStatus(303)
                .hasHeader("Location", "https://housing.example.gov.uk/paid/" + reference);
        assertThat(trace(reference)).contains("Told to The housing website", "We sent you back");
        var first = within(() -> sentBack.of(source));
        mvc.get().uri("/payments/%s/return".formatted(reference)).exchange();
        assertThat(within(() -> sentBack.of(source))).isEqualTo(first);
        assertThat(within(() ->
                        sentBack.of(new Source("payment", UUID.randomUUID().toString()))))
                .isEmpty();
    }

    @Test
    void aPayerIsNotSentToAnAddressThatWasTakenOffTheListMeanwhile() {
        mayReturn("housing-5");
        write("housing-5", SECRET);
        var payment = ((Handovers.Handed.Over) hand(wanted(fresh(), 3_500), "housing-5")).payment();
        var cancelled = within(() -> payments.cancel(payment.id()));
        assertThat(within(() -> payments.wayBack(cancelled))).isPresent();
        var addresses = settings.type("return-addresses").orElseThrow();
        within(() -> settings.retire(
                addresses,
                "housing-5",
                settings.get(addresses, "housing-5").orElseThrow().version(),
                "system"));
        assertThat(within(() -> payments.wayBack(cancelled))).isEmpty();
    }
}
