package localgov.ims.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    private static final Words WELSH = new WordBook().in(Language.WELSH);

    @Test
    void whatWasTypedIsKeptAndEachProblemLeadsToItsField() {
        var answers = Answers.of(WELSH, Map.of("amount", "12.345"))
                .wrong("amount", "errors.reference", "one")
                .wrong("amount", "errors.reference", "two")
                .refused("errors.405.title");
        assertThat(answers.hold()).isFalse();
        assertThat(answers.value("amount")).isEqualTo("12.345");
        assertThat(answers.value("fund")).isNull();
        assertThat(answers.errors().stream().map(line -> line.href())).containsExactly("#amount", "#amount", null);
        assertThat(answers.error("amount"))
                .isNotNull()
                .extracting(error -> error.before())
                .isEqualTo("Gwall");
        assertThat(answers.error("fund")).isNull();
    }

    @Test
    void aFormNobodyFilledInHolds() {
        assertThat(Answers.none(WELSH).hold()).isTrue();
        assertThat(Answers.none(WELSH).with("fund", "CTAX").value("fund")).isEqualTo("CTAX");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(textBlock = """
            21 | 11 | 2026 | 2026-11-21
            1  | 02 | 2026 | 2026-02-01
            30 | 2  | 2026 |
            29 | 2  | 2024 | 2024-02-29
            21 | 13 | 2026 |
            21 | 11 | 26   |
            x  | 11 | 2026 |
            -1 | 11 | 2026 |
               | 11 | 2026 |
            """, delimiter = '|')
    void aDateIsADayThereIs(String day, String month, String year, LocalDate date) {
        var answers =
                Answers.of(WELSH, Map.of("due-day", day == null ? "" : day, "due-month", month, "due-year", year));
        assertThat(answers.date("due").orElse(null)).isEqualTo(date);
        assertThat(answers.dateParts("due").getLast().value()).isEqualTo(year);
        assertThat(answers.wrong("due", "errors.reference").errors().getFirst().href())
                .isEqualTo("#due-day");
        assertThat(answers.dateParts("due").getFirst().label()).isEqualTo("Diwrnod");
    }
}
