package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Cy pays with a company's card, for which the provider adds a surcharge: it is seen before paying,
/// stands on the receipt, is in the book apart from the fine, and can go back with it.
@ExtendWith(Stage.class)
class PayWithACompanyCardTest {
    private static final long SURCHARGE = 250;
    private static final AtomicInteger POUNDS = new AtomicInteger(885);

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("without script", Stage::visitorWithoutScript),
                Named.of("on a phone", Stage::visitorOnAPhone));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void theSurchargeIsSeenFirstAndStandsApart(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        long fines = stage.credits("fund:11");
        long surcharges = stage.credits("surcharges");
        var payer = somebody.apply(stage)
                .opens("/pay?fund=11&reference=BJ99518409&amount=" + pounds, "Parking fines")
                .presses("Continue")
                .sees("Your basket");
        payer.presses("Pay £%d.00".formatted(pounds)).sees("Pay £%d.00".formatted(pounds));
        payer.presses("Pay with a company card, with a surcharge of £2.50").sees("Payment received");
        payer.reads("Card surcharge")
                .reads("Added by our card provider for this kind of card")
                .reads("£2.50")
                .reads("£%d.50".formatted(pounds + 2));
        assertThat(stage.credits("fund:11") - fines).isEqualTo(pounds * 100L);
        assertThat(stage.credits("surcharges") - surcharges).isEqualTo(SURCHARGE);

        var found = stage.api()
                .get("/api/v1/receipts?fund=11&amount=%d00".formatted(pounds))
                .json()
                .get("receipts")
                .get(0);
        var ann = somebody.apply(stage).signsIn("finance");
        ann.looksAt("/office/receipts/%d-%d"
                .formatted(found.get("journal").asLong(), found.get("line").asInt()));
        ann.looksAt(ann.link("/office/refunds/of/"))
                .reads("The card provider added a surcharge of £2.50 for the card. Does it go back too?");
        stage.lawsHold();
    }

    @Test
    void inWelshOnTheNarrowestPhone(Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var payer = stage.visitorInWelshOnANarrowPhone()
                .opens("/pay?lang=cy&fund=11&reference=BJ99518409&amount=" + pounds, "Dirwyon parcio")
                .presses("Parhau")
                .sees("Eich basged");
        payer.presses("Talu £%d.00".formatted(pounds)).sees("Talu £%d.00".formatted(pounds));
        payer.presses("Talu â cherdyn cwmni, gyda gordal o £2.50").sees("Taliad wedi’i dderbyn");
        payer.reads("Gordal cerdyn").reads("£2.50").reads("£%d.50".formatted(pounds + 2));
    }
}
