package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a reference that somebody tries out, on the references that councils know.
class SampleTest {
    private static CheckDigit known(String name) {
        return switch (name) {
            case "parking" -> ReferenceFormatTest.PARKING;
            case "penalty" ->
                CheckDigit.weightedSum(11, "12", List.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0), false, Map.of(10, "A"));
            case "tax" -> CheckDigit.weightedSum(10, "", List.of(3, 7, 1, 3, 7, 1, 3, 7, 0), true, Map.of(10, "0"));
            case "rents" ->
                CheckDigit.weightedSum(10, "", List.of(0, 0, 9, 7, 1, 4, 6, 3, 2, 8, 0), true, Map.of(10, "0"));
            case "library" -> CheckDigit.dynix(10, List.of(2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0), Map.of(10, "0"));
            case "nine" ->
                CheckDigit.weightedSum(10, "", List.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0), true, Map.of(10, "Z"));
            case "luhn" -> CheckDigit.luhn();
            case "creditor" -> CheckDigit.creditorReference();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        check    | typed          | expected | sum
        parking  | BJ99518409     | 9        | 218
        parking  | BJ99514805     | 5        | 214
        parking  | BJ9951434A     | A        | 208
        penalty  | FP20000050     | 0        | 44
        penalty  | FP20000061     | 1        | 45
        penalty  | FP20000083     | 3        | 47
        penalty  | FP20000108     | 8        | 41
        penalty  | FP20000119     | 9        | 42
        penalty  | FP2000012A     | A        | 43
        penalty  | FP20000607     | 7        | 51
        penalty  | FP2000101A     | A        | 43
        penalty  | FP20352091     | 1        | 89
        tax      | 774952620      | 0        | 170
        tax      | 771234561      | 1        | 159
        rents    | 61100513680    | 0        | 120
        library  | 21500001234560 | 0        | 40
        nine     | 963456138Z     | Z        | 240
        """)
    void theSumIsShownAsItIsMadeAndOneCheckDigitIsRight(String check, String typed, String expected, long sum) {
        int at = typed.length() - 1;
        var working = Working.of(known(check), typed, at).orElseThrow();
        assertThat(working.sum()).isEqualTo(sum);
        assertThat(working.steps().stream().mapToLong(Working.Step::product).sum())
                .isEqualTo(sum);
        assertThat(Sample.of(known(check), typed, at).passes()).isTrue();
        for (char found : "0123456789AZ".toCharArray()) {
            var slip = typed.substring(0, at) + found;
            if (!slip.equals(typed)) {
                assertThat(Sample.of(known(check), slip, at).faults())
                        .containsExactly(new Sample.Fault.CheckDigit(List.of(expected), String.valueOf(found)));
            }
        }
    }

    @Test
    void aWrongNumberOfOldDemonstrationsIsSaidToBeWrong() {
        assertThat(Sample.of(known("tax"), "567749526", 8).faults())
                .containsExactly(new Sample.Fault.CheckDigit(List.of("9"), "6"));
    }

    @Test
    void checkDigitsOfTwoFiguresAreExpectedTogether() {
        assertThat(Sample.of(known("creditor"), "RF99539007547034", 15).faults())
                .containsExactly(new Sample.Fault.CheckDigit(List.of("18"), "99"));
        assertThat(Sample.of(known("creditor"), "RF18539007547034", 15).passes())
                .isTrue();
        assertThat(Sample.of(known("creditor"), "XX18539007547034", 15).faults())
                .containsExactly(new Sample.Fault.CheckDigit(List.of(), "18"));
    }

    @Test
    void aNumberThatIsNeverIssuedHasNoRightCheckDigit() {
        var never = CheckDigit.weightedSum(11, "", List.of(2, 1, 0), false, Map.of());
        assertThat(Sample.of(never, "420", 2).faults()).containsExactly(new Sample.Fault.CheckDigit(List.of(), "0"));
        assertThat(Sample.of(known("tax"), "7712345612345", 12).faults())
                .containsExactly(new Sample.Fault.CheckDigit(List.of(), "5"));
        assertThat(Sample.of(known("luhn"), "", -1).passes()).isFalse();
    }

    @Test
    void everyRuleThatIsBrokenIsSaidAndThePlacesAreMarked() {
        var format = ReferenceFormatTest.format(
                10, 10, CharacterClass.LETTERS_AND_DIGITS, "", "", "BJ#######@", ReferenceFormatTest.PARKING);
        var sample = Sample.of(format, "kj.95x8409");
        assertThat(sample.kept()).isEqualTo("KJ.95X8409");
        assertThat(sample.wrong()).containsExactly(0, 2, 5);
        assertThat(sample.faults())
                .containsExactly(
                        new Sample.Fault.Characters("."),
                        new Sample.Fault.Place(1, 'K', 'B'),
                        new Sample.Fault.Place(3, '.', '#'),
                        new Sample.Fault.Place(6, 'X', '#'));
        assertThat(Sample.of(format, "BJ 9951-8409").passes()).isTrue();
        assertThat(Sample.of(format, "BJ99").faults()).containsExactly(new Sample.Fault.Length(10, 10, 4));

        var narrow = ReferenceFormatTest.format(1, 9, null, "GW,HW", "^.W[0-9]+$", "", null);
        assertThat(Sample.of(narrow, "XW12A").faults())
                .containsExactly(new Sample.Fault.Starts(List.of("GW", "HW")), new Sample.Fault.Pattern("^.W[0-9]+$"));
    }

    @Test
    void aSampleIsJudgedAsTheFormatJudgesIt() {
        var random = new java.util.SplittableRandom(7);
        var format = ReferenceFormatTest.format(
                10, 10, null, "BJ,BK", "[0-9]$|A$", "$$#######@", ReferenceFormatTest.PARKING);
        for (int i = 0; i < 5_000; i++) {
            var typed = new StringBuilder("BJ99518409");
            for (int slips = random.nextInt(3); slips > 0; slips--) {
                typed.setCharAt(random.nextInt(typed.length()), "0123456789ABJK -".charAt(random.nextInt(16)));
            }
            assertThat(Sample.of(format, typed.toString()).passes())
                    .as(typed.toString())
                    .isEqualTo(format.check(typed.toString()).fits());
        }
    }
}
