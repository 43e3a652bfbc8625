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

/// A payer spreads a bill, sees every day of it, and ends it by its link; a colleague sees it and makes another.
@ExtendWith(Stage.class)
class PayInPartsTest {
    private static final AtomicInteger POUNDS = new AtomicInteger(500);

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("without script", Stage::visitorWithoutScript),
                Named.of("on a phone", Stage::visitorOnAPhone));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aBillIsSpreadAndEndedByItsLink(Function<Stage, Visitor> somebody, Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var payer = somebody.apply(stage).opens("/pay/GW", "Garden waste");
        payer.follows("Pay in instalments, or every week or month").sees("Spread the cost: Garden waste");
        payer.presses("See the plan").isTold("Choose how you want to pay");
        payer.fills("reference", "GW5%05d".formatted(pounds)).ticks("kind", "instalments");
        payer.fills("total", pounds * 3 + ".01").picks("times", "3").fills("email", "cy@example.org");
        payer.presses("See the plan").sees("Check the plan").reads("£%d.01".formatted(pounds));
        payer.presses("Agree and pay £%d.00 now".formatted(pounds)).isTold("Tick the box to say that you agree");
        payer.ticks("agreed", "yes");
        payer.presses("Agree and pay £%d.00 now".formatted(pounds)).sees("Pay £%d.00".formatted(pounds));
        payer.presses("Pay £%d.00".formatted(pounds)).sees("Your payments are set up");
        payer.reads("In all").reads("£%,d.01".formatted(pounds * 3));

        payer.follows("End these payments").sees("End these payments?");
        payer.follows("Keep them").sees("Your payments are set up");
        payer.follows("End these payments").sees("End these payments?").presses("End these payments");
        payer.sees("Your payments have ended").reads("Not taken");
        assertThat(payer.path()).startsWith("/agreements/1.");
    }

    @Test
    void allOfItInWelshOnTheNarrowestPhone(Stage stage) {
        int pounds = POUNDS.incrementAndGet();
        var payer = stage.visitorInWelshOnANarrowPhone().opens("/pay/GW/instalments?lang=cy", "Gwasgaru’r gost");
        payer.presses("Gweld y cynllun").isToldOfErrors();
        payer.fills("reference", "GW5%05d".formatted(pounds)).ticks("kind", "recurring");
        payer.fills("each", "" + pounds).fills("email", "cy@example.org");
        payer.presses("Gweld y cynllun").sees("Gwiriwch y cynllun").reads("bob mis");
        payer.ticks("agreed", "yes").presses("Cytuno a thalu £%d.00 nawr".formatted(pounds));
        payer.sees("Talu £%d.00".formatted(pounds)).presses("Talu £%d.00".formatted(pounds));
        payer.sees("Mae eich taliadau wedi’u trefnu");
        payer.follows("Gorffen y taliadau hyn").sees("Gorffen y taliadau hyn?").presses("Gorffen y taliadau hyn");
        payer.sees("Mae eich taliadau wedi dod i ben");
    }

    @Test
    void aColleagueMakesAPlanForAPayerAndEndsIt(Stage stage) {
        var cal = stage.visitor().signsIn("cashier");
        cal.looksAt("/office/accounts");
        cal.fills("q", "774952620").sends("/office/accounts");
        cal.follows("New payment plan").sees("New payment plan");
        cal.presses("Send the plan to the payer").isToldOfErrors();
        cal.ticks("kind", "instalments")
                .fills("total", "1200")
                .picks("times", "10")
                .fills("email", "cy@example.org");
        cal.presses("Send the plan to the payer").sees("Council tax 774952620, paid in parts");
        cal.reads("The plan has been sent to the payer").reads("£1,200.00 in 10 monthly payments");
        var plan = cal.path();
        cal.looksAt("/office/agreements")
                .sees("Payment plans")
                .follows("Running")
                .sees("Payment plans");
        cal.looksAt(plan)
                .follows("End these payments")
                .sees("End these payments?")
                .presses("End these payments");
        cal.sees("Council tax 774952620, paid in parts").reads("A colleague ended it");
        stage.visitorInWelshOnANarrowPhone().signsIn("cashier").looksAt(plan).sees("Treth y Cyngor 774952620");
    }
}
