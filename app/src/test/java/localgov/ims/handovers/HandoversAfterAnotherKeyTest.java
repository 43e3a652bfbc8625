package localgov.ims.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A system that got another key is still the same system.
class HandoversAfterAnotherKeyTest extends HandoverJourney {
    @Test
    void aReferenceIsTheSamePaymentAfterTheSystemGotAnotherKey() {
        mayReturn("housing-2");
        var reference = fresh();
        var payment = ((Handovers.Handed.Over) hand(wanted(reference, 3_500), "demo")).payment();
        assertThat(hand(wanted(reference, 3_500), "housing-2"))
                .isInstanceOfSatisfying(
                        Handovers.Handed.Over.class,
                        over -> assertThat(over.payment().id()).isEqualTo(payment.id()));
        assertThat(hand(wanted(reference, 3_600), "housing-2")).isInstanceOf(Handovers.Handed.Otherwise.class);
    }

    @Test
    void ofTwoWhoHandTheSameOverWithTheOldKeyAndTheNewOneOnePaymentComesOut() throws Exception {
        mayReturn("housing-3");
        for (int i = 0; i < 10; i++) {
            var wanted = wanted(fresh(), 3_500);
            long before = made();
            Callable<Handovers.Handed> old = () -> hand(wanted, "demo");
            Callable<Handovers.Handed> present = () -> hand(wanted, "housing-3");
            try (var callers = Executors.newFixedThreadPool(6)) {
                var ids = callers.invokeAll(List.of(old, present, old, present, old, present)).stream()
                        .map(Future::resultNow)
                        .map(handed ->
                                ((Handovers.Handed.Over) handed).payment().id())
                        .distinct();
                assertThat(ids).hasSize(1);
            }
            assertThat(made()).isEqualTo(before + 1);
        }
    }

    @Test
    void aPayerOfBeforeGoesBackByTheListOfTheKeyThatTheSystemHasNow() {
        mayReturn("housing-4");
        var payment = ((Handovers.Handed.Over) hand(wanted(fresh(), 3_500), "housing-4")).payment();
        var addresses = settings.type("return-addresses").orElseThrow();
        within(() -> settings.retire(
                addresses,
                "housing-4",
                settings.get(addresses, "housing-4").orElseThrow().version(),
                "system"));
        var cancelled = within(() -> payments.cancel(payment.id()));
        assertThat(within(() -> payments.wayBack(cancelled)))
                .contains(URI.create("https://housing.example.gov.uk/back?payment=" + payment.reference()));
    }
}
