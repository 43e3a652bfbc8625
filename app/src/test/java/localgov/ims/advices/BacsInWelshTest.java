package localgov.ims.advices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import localgov.ims.formats.bacs.BacsAdvice;
import localgov.ims.formats.bacs.BacsReport;
import org.junit.jupiter.api.Test;

class BacsInWelshTest {
    @Test
    void everyReasonAndAllThatIsToBeDoneIsInWelsh() {
        var money =
                Stream.of(BacsAdvice.Money.values()).map(BacsAdvice.Money::toDo).toList();
        Arrays.stream(BacsReport.values())
                .flatMap(report -> report.reasons().stream())
                .forEach(reason -> {
                    assertThat(BacsInWelsh.of(reason.meaning()))
                            .as(reason.meaning())
                            .isPresent();
                    money.forEach(first -> assertThat(BacsInWelsh.of((first + " " + reason.toDo()).strip()))
                            .as(reason.toDo())
                            .isPresent());
                });
        assertThat(BacsInWelsh.of("Bacs has published no such reason: ask the bank what it means and what to do."))
                .isPresent();
    }

    @Test
    void whatABankSaidItselfStaysAsItIs() {
        assertThat(BacsInWelsh.of("Paid back at the payer’s wish")).isEmpty();
        assertThat(BacsInWelsh.of("The payer has died. Said the bank")).isEmpty();
    }
}
