package localgov.ims.rules;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.rules.ConditionText.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text contains \"COUNCIL TAX\"",
                "not payer starts \"DWP\"",
                "text contains \"say \"\"rent\"\"\" and amount between \"10.00\" \"500.00\"",
                "reference is \"A\" or (code one-of \"93\" \"82\" and not (payer ends \"LTD\" or day at-least \"2026-04-01\"))",
                "not (direction is \"in\" and day-of-month at-most \"7\")",
                "narrative matches \"HB (?<account>\\d{8,9})\" and payer-account is \"20-30-40 12345678\""
            })
    void whatIsWrittenDownIsReadAsItWas(String text) {
        assertThat(ConditionText.read(text))
                .isInstanceOfSatisfying(
                        Read.Understood.class,
                        read -> assertThat(ConditionText.write(read.condition()))
                                .isEqualTo(text));
    }

    @Test
    void anAmountIsWrittenInPoundsAndPence() {
        assertThat(ConditionText.write(
                        ConditionText.condition("amount is \"5\"").orElseThrow()))
                .isEqualTo("amount is \"5.00\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                               | The condition is not finished.
            text contains                                    | “text contains” has too few or too many values.
            text contains "A" "B"                            | “text contains” has too few or too many values.
            text contains "A                                 | A quotation mark is missing at the end.
            (text contains "A"                               | The condition is not finished.
            text contains "A")                               | “)” was not expected there.
            colour is "A"                                    | “colour” was not expected there.
            text likes "A"                                   | “likes” was not expected there.
            text contains "A" and text is "B" or text is "C" | Put brackets around what belongs together: “and” and “or” stand side by side.
            amount contains "5"                              | “amount” cannot be compared by “contains”.
            amount is "5.005"                                | A value of “amount is” is not of the right kind.
            amount between "9.00" "5.00"                     | The first value of “amount between” must not be more than the second.
            day is "2026-02-30"                              | A value of “day is” is not of the right kind.
            day-of-month is "32"                             | A value of “day-of-month is” is not of the right kind.
            direction is "sideways"                          | A value of “direction is” is not of the right kind.
            text contains " "                                | A value of “text contains” is not of the right kind.
            text matches "(A"                                | The pattern cannot be understood: missing closing ).
            text matches "A*"                                | The pattern matches a text in which there is nothing.
            text matches "((A{30}){30}){30}"                 | The pattern is too large.
            ((((text is "A"))))                              | There are too many brackets within brackets.
            """)
    void whatCannotBeReadSaysWhy(String text, String why) {
        assertThat(ConditionText.read(text))
                .isInstanceOfSatisfying(
                        Read.Wrong.class,
                        wrong -> assertThat(wrong.why().english()).isEqualTo(why));
    }

    @Test
    void aRuleHasAsManyConditionsAsAPersonCanRead() {
        var forty = "text is \"A\"" + " or text is \"B\"".repeat(39);
        assertThat(ConditionText.condition(forty)).isPresent();
        assertThat(ConditionText.condition(forty + " or text is \"C\"")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HB (?<account>\\d{8})   | HB
            ^COUNCIL TAX\\s+\\d+$   | COUNCIL TAX
            AB?CDE                  | CDE
            (RENT)?PAID             | PAID
            [ABC]XYZ[[:digit:]]     | ''
            \\x41BCD                | ''
            """)
    void aPatternTellsWhatEveryTextHasThatItMatches(String pattern, String literal) {
        assertThat(SafePattern.literal(pattern)).isEqualTo(literal);
        assertThat(SafePattern.literal(pattern + "|OTHER")).isEmpty();
    }

    @Test
    void aRuleIsASentenceInBothLanguages() {
        var condition = ConditionText.condition(
                        "text contains \"RENT\" and (amount between \"10.00\" \"50.00\" or not payer one-of \"A\" \"B\" \"C\") and direction is \"in\"")
                .orElseThrow();
        var said = RuleSentence.when(condition);
        assertThat(said.english())
                .isEqualTo(
                        "the text contains “RENT” and (the amount is between £10.00 and £50.00 or the payer’s name is"
                                + " none of “A”, “B” or “C”) and the money came in");
        assertThat(said.welsh())
                .isEqualTo(
                        "mae’r testun yn cynnwys “RENT” ac (mae’r swm rhwng £10.00 a £50.00 neu nid yw enw’r talwr yn"
                                + " un o “A”, “B” neu “C”) ac daeth yr arian i mewn");
    }
}
