package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            password                     | problem
            short-one                    | TOO_SHORT
            password1234                 | EASILY_GUESSED
            aaaaaaaaaaaaaaaa             | EASILY_GUESSED
            1234567890123456             | EASILY_GUESSED
            ann.asker@council.example    | LIKE_YOU
            Ann.Asker.2026.              | LIKE_YOU
            orchard lantern gravel       |
            tywod llechi gwylan pwdin    |
            onlysmalllettersbutunlikely  |
            """)
    void aPasswordIsJudgedByHowLongItIsAndHowSoonItWouldBeGuessed(String password, PasswordProblem problem) {
        assertThat(PasswordRules.problem(password, "ann.asker@council.example", "Ann Asker")
                        .orElse(null))
                .isEqualTo(problem);
    }

    @Test
    void whatTheHashWouldCutOffIsTooLong() {
        assertThat(PasswordRules.problem("ŵ".repeat(37), "ann@council.example", "Ann"))
                .contains(PasswordProblem.TOO_LONG);
    }
}
