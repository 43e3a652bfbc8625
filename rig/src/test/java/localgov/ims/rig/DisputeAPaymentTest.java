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

/// Cy's bank asks for what Cy paid, and Ann sees what becomes of it.
@ExtendWith(Stage.class)
class DisputeAPaymentTest {
    private static final AtomicInteger POUNDS = new AtomicInteger(800);

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("without script", Stage::visitorWithoutScript),
                Named.of("on a phone", Stage::visitorOnAPhone));
    }

    /// A fine and a permit, paid by card in one payment; the provider's number of it.
    static String paid(Stage stage, int pounds) {
        var payer = stage.visitor().opens("/pay?fund=11&reference=BJ99518409&amount=" + pounds, "Parking fines");
        payer.presses("Continue").sees("Your basket");
        int permit = pounds + 50;
        payer.opens("/pay?fund=PM&reference=PP1234567&amount=" + permit, "Parking permits")
                .presses("Continue")
                .sees("Your basket");
        var pay = "Pay £%,d.00".formatted(pounds + permit);
        payer.presses(pay).sees(pay).presses(pay).sees("Payment received");
        var reference = payer.path().substring("/payments/".length());
        return stage.api()
                .get("/api/v1/payments/" + reference)
                .json()
                .get("provider")
                .get("reference")
                .asString();
    }

    static void bank(Stage stage, String payment, String wish) {
        assertThat(stage.api()
                        .post("/sandbox/govuk-pay/payments/%s/dispute".formatted(payment), wish)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aDisputeIsSeenLostAndPartOfItTakenFromTheRightBill(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var payment = paid(stage, pounds);
        bank(stage, payment, "{\"status\": \"needs_response\", \"amount\": 6000, \"reason\": \"duplicate\"}");

        var ann = somebody.apply(stage).signsIn("finance").opens("/office/disputes", "Disputed payments");
        ann.presses("Ask the card providers now")
                .sees("Disputed payments")
                .reads("The card providers have been asked.");
        var number = ann.link("/office/disputes/");
        ann.looksAt(number).sees("Dispute about £60.00").reads("Paid twice").reads("left to answer");
        ann.follows("See the receipt").sees("received").reads("Disputed");
        ann.opens("/office", "Today").reads("to answer");

        bank(stage, payment, "{\"status\": \"lost\"}");
        ann.opens("/office/disputes", "Disputed payments")
                .presses("Ask the card providers now")
                .sees("Disputed payments");
        ann.looksAt(number).sees("Dispute about £60.00").reads("£60.00 of it has been lost by no bill");
        ann.fills("amount-1", "sixty").presses("Take it from these bills");
        ann.isTold("Enter an amount in pounds and pence, such as 12.50");
        ann.fills("amount-1", "60").presses("Take it from these bills");
        ann.sees("Dispute about £60.00").reads("£60.00 has been taken from the bills.");
        ann.opens("/office/disputes?show=lost", "Disputed payments").reads("Lost");
        bank(stage, payment, "{\"status\": \"won\"}");
        ann.opens("/office/disputes", "Disputed payments")
                .presses("Ask the card providers now")
                .sees("Disputed payments");
        ann.looksAt(number).sees("Dispute about £60.00").reads("The council keeps the money.");
        stage.lawsHold();
    }

    @Test
    void inWelshOnTheNarrowestPhone(Stage stage) {
        var payment = paid(stage, POUNDS.incrementAndGet());
        bank(stage, payment, "{\"status\": \"needs_response\"}");
        var ann = stage.visitorInWelshOnANarrowPhone()
                .signsIn("finance")
                .opens("/office/disputes", "Taliadau sy’n cael eu herio");
        ann.presses("Gofyn i’r darparwyr cardiau nawr").sees("Taliadau sy’n cael eu herio");
        ann.looksAt(ann.link("/office/disputes/")).sees("Anghydfod ynghylch").reads("I’w ateb");
        bank(stage, payment, "{\"status\": \"won\"}");
    }
}
