package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFormatTest {
    static final CheckDigit PARKING =
            CheckDigit.weightedSum(11, "05", List.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0), false, Map.of(10, "A"));

    static ReferenceFormat format(
            int shortest,
            int longest,
            @Nullable CharacterClass characters,
            String starts,
            String pattern,
            String mask,
            @Nullable CheckDigit check) {
        return ReferenceFormat.of(new ReferenceRules(
                "f",
                "F",
                shortest,
                longest,
                characters,
                starts.isEmpty() ? List.of() : List.of(starts.split(",")),
                pattern,
                mask,
                check));
    }

    static ReferenceFormat mask(String mask) {
        return format(1, mask.length(), null, "", "", mask, null);
    }

    static String verdict(ReferenceCheck check) {
        return switch (check) {
            case ReferenceCheck.Fits(var reference, var reasons) -> reference;
            case ReferenceCheck.DoesNotFit(var code, var words, var args) -> code;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '"',
            textBlock = """
        mask       | reference | fits
        $          | A         | true
        $          | 1         | false
        #          | 1         | true
        #          | A         | false
        ?          | A         | true
        ?          | 1         | true
        ?          | -         | false
        A*B        | AAB       | true
        A*B        | A1B       | true
        A*B        | "A B"     | true
        A*B        | A/B       | true
        A*B        | A-B       | true
        A*B        | A.B       | false
        ALS/#      | ALS/1     | true
        ALS/#      | ALT/1     | false
        ###        | 12        | false
        ###        | 1234      | false
        #**        | 1         | true
        #**        | 123       | true
        #**        | 1234      | false
        """)
    void aMaskJudgesTheWholeReference(String mask, String reference, boolean fits) {
        assertThat(mask(mask).fits(reference)).isEqualTo(fits);
        assertThat(mask(mask).check(reference).fits()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '"', textBlock = """
        class                     | reference | verdict
        LETTERS                   | ABC       | ABC
        LETTERS                   | AB1       | characters
        LETTERS                   | "A B"     | AB
        LETTERS                   | ÀBC       | characters
        LETTERS_AND_SPACES        | "A B"     | A B
        LETTERS_AND_SPACES        | "A 1"     | characters
        DIGITS                    | 123       | 123
        DIGITS                    | 12A       | characters
        DIGITS                    | ١٢٣       | characters
        DIGITS_AND_SPACES         | "1 3"     | 1 3
        LETTERS_AND_DIGITS        | a1b       | A1B
        LETTERS_AND_DIGITS        | A.1       | characters
        LETTERS_DIGITS_AND_SPACES | "A 1"     | A 1
        LETTERS_DIGITS_AND_SPACES | A/1       | characters
        """)
    void aCharacterClassIsOfAsciiCharacters(CharacterClass characters, String reference, String verdict) {
        assertThat(verdict(format(2, 5, characters, "", "", "", null).check(reference)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '"', textBlock = """
        typed           | verdict     | why
        BJ99518409      | BJ99518409  |
        bj99518409      | BJ99518409  | capital letters
        " BJ 9951-8409" | BJ99518409  | spaces and hyphens
        BJ–9951–8409    | BJ99518409  | a word processor's hyphens
        ""              | blank       |
        " - "           | blank       |
        BJ9951840       | length      | before anything else
        BJ99518409X     | length      |
        BJ9951840.      | characters  |
        KJ99518409      | starts      |
        BJA9518409      | mask        |
        BJ99518408      | check-digit |
        """)
    void theFirstThingThatIsWrongIsSaid(String typed, String verdict, String why) {
        var parking = format(10, 10, CharacterClass.LETTERS_AND_DIGITS, "BJ", "", "BJ#######@", PARKING);
        assertThat(verdict(parking.check(typed == null ? "" : typed))).isEqualTo(verdict);
    }

    @Test
    void theReasonsAreInWords() {
        var parking = format(10, 10, null, "", "", "BJ#######@", PARKING);
        assertThat(parking.check("bj9951434a"))
                .isEqualTo(new ReferenceCheck.Fits(
                        "BJ9951434A",
                        List.of(
                                "BJ9951434A has the form BJ, 7 digits and a check character",
                                "Its check character A is right")));
    }

    @Test
    void aRegularExpressionIsFoundAnywhereUnlessBound() {
        assertThat(format(1, 9, null, "", "77", "", null).fits("1771")).isTrue();
        assertThat(format(1, 9, null, "", "^77", "", null).fits("1771")).isFalse();
        assertThat(verdict(format(1, 9, null, "", "^[39]\\d{3}$", "", null).check("1234")))
                .isEqualTo("pattern");
    }

    @Test
    void noRegularExpressionCanKeepUsWaiting() {
        var greedy = format(1, 36, null, "", "^(A+)+(A*)*(A|A)*$", "", null);
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(greedy.fits("A".repeat(35) + "B")).isFalse());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '"', textBlock = """
        shortest | longest | class  | pattern  | mask      | wrong
        0        | 5       |        | ""       | ""        | shortest
        5        | 4       |        | ""       | ""        | longest
        5        | 37      |        | ""       | ""        | longest
        1        | 5       |        | (        | ""        | pattern
        1        | 5       |        | (a)\\1  | ""        | pattern
        1        | 5       |        | ""       | ####      | longest
        1        | 3       |        | ""       | ####      | longest
        1        | 4       |        | ""       | ###@      | check_digit
        1        | 4       | DIGITS | ""       | $###      | characters
        """)
    void rulesThatContradictThemselvesAreRefused(
            int shortest, int longest, @Nullable CharacterClass characters, String pattern, String mask, String wrong) {
        var rules = new ReferenceRules(
                "f", "F", shortest, longest, characters, List.of(), pattern.replace("\\\\", "\\"), mask, null);
        assertThat(rules.fault().map(ReferenceRules.Fault::field)).contains(wrong);
        assertThatThrownBy(() -> ReferenceFormat.of(rules)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theShapeIsForIndexes() {
        assertThat(format(10, 10, null, "", "", "BJ#######@", PARKING).shape())
                .isEqualTo(new ReferenceFormat.Shape(10, 10, List.of("BJ"), false, false));
        assertThat(format(10, 10, null, "3,9", "", "##########", null).shape())
                .isEqualTo(new ReferenceFormat.Shape(10, 10, List.of("3", "9"), true, false));
        assertThat(format(5, 30, null, "", "", "#" + "*".repeat(29), null).shape())
                .isEqualTo(new ReferenceFormat.Shape(5, 30, List.of(""), false, true));
    }

    static List<ReferenceFormat> manyFormats() {
        return List.of(
                format(10, 10, null, "", "", "BJ#######@", PARKING),
                format(11, 11, null, "M,P", "", "?##########", null),
                format(5, 30, null, "", "", "#" + "*".repeat(29), null),
                format(13, 13, null, "", "", "ALS/####/####", null),
                format(6, 30, null, "", "", "", null),
                format(8, 8, CharacterClass.DIGITS, "7", "", "", null),
                format(3, 9, CharacterClass.LETTERS_DIGITS_AND_SPACES, "", "[AB]", "", null),
                format(9, 9, CharacterClass.DIGITS, "", "", "", CheckDigit.luhn()),
                format(8, 8, null, "", "", "$$$$$$@@", CheckDigit.mod97()),
                format(12, 12, CharacterClass.LETTERS_AND_DIGITS, "RF", "", "", CheckDigit.creditorReference()));
    }

    /// Judging in words and judging a million tokens must be one rule.
    @Test
    void bothWaysOfJudgingAgree() {
        var random = new SplittableRandom(20261121);
        var alphabet = "ABJMPRFLS0123456789 /-.a7é";
        var fitting = new ArrayList<String>();
        for (var format : manyFormats()) {
            for (int i = 0; i < 3_000; i++) {
                var text =
                        i % 3 == 0 ? new ReferenceMaker(format, random).next().orElseThrow() : random(random, alphabet);
                if (i % 3 == 1 && !fitting.isEmpty()) {
                    text = fitting.get(random.nextInt(fitting.size()));
                }
                boolean kept = format.check(text) instanceof ReferenceCheck.Fits(var reference, var reasons)
                        && reference.equals(text);
                assertThat(format.fits(text)).as("%s %s", format.words(), text).isEqualTo(kept);
                assertThat(format.fits("<" + text + ">", 1, text.length() + 1)).isEqualTo(kept);
                if (kept) {
                    fitting.add(text);
                    assertThat(format.shape().starts()).anyMatch(text::startsWith);
                    assertThat(format.shape().shortest()).isLessThanOrEqualTo(text.length());
                    assertThat(format.shape().longest()).isGreaterThanOrEqualTo(text.length());
                }
            }
        }
        assertThat(fitting).hasSizeGreaterThan(10_000);
    }

    private static String random(SplittableRandom random, String alphabet) {
        var text = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
