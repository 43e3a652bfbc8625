package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitTest {
    static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }

    static Map<Integer, String> map(String text) {
        return text == null
                ? Map.of()
                : Arrays.stream(text.split(" "))
                        .map(pair -> pair.split(":"))
                        .collect(Collectors.toMap(pair -> Integer.valueOf(pair[0]), pair -> pair[1]));
    }

    @ParameterizedTest(name = "{0}: {7} holds: {8}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        scheme  | modulus | in place | weights                   | subtract | results | note                | reference   | holds
        example | 10      | 98       | 2 0 3 0 4 0 5 0 0 0       | true     | 10:Z    | 58 → 8 → 2          | AB1234562   | true
        example | 10      | 98       | 2 0 3 0 4 0 5 0 0 0       | true     | 10:Z    |                     | AB1234566   | false
        example | 10      |          | 9 8 7 6 5 4 3 2 1 0 0     | true     | 10:Z    | 240 → 0 → 10 → Z    | 963456138Z  | true
        example | 10      |          | 9 8 7 6 5 4 3 2 1 0 0     | true     | 10:Z    |                     | 9634561384  | false
        example | 10      |          | 9 8 7 6 5 4 3 2 1 0 0     | false    | 10:Z    | 240 → 0             | 9634561380  | true
        example | 10      |          | 9 8 7 6 5 4 3 2 1 0 0     | false    | 10:Z    |                     | 9634561381  | false
        parking | 11      | 05       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 218 → 9             | BJ99518409  | true
        parking | 11      | 05       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    |                     | BJ99518408  | false
        parking | 11      | 05       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 214 → 5             | BJ99514805  | true
        parking | 11      | 05       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 208 → 10 → A        | BJ9951434A  | true
        parking | 11      | 05       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    |                     | BJ12345673  | true
        parking | 11      | 05       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    |                     | BJ00000018  | true
        parking | 11      | 05       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    |                     | BJ76543214  | true
        parking | 11      | 05       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    |                     | BJ00000186  | true
        parking | 11      | 05       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    |                     | BJ99999996  | true
        FPN     | 11      | 12       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 44 → 0              | FP20000050  | true
        FPN     | 11      | 12       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 45 → 1              | FP20000061  | true
        FPN     | 11      | 12       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 47 → 3              | FP20000083  | true
        FPN     | 11      | 12       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 41 → 8              | FP20000108  | true
        FPN     | 11      | 12       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 42 → 9              | FP20000119  | true
        FPN     | 11      | 12       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 43 → 10 → A         | FP2000012A  | true
        FPN     | 11      | 12       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 51 → 7              | FP20000607  | true
        FPN     | 11      | 12       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 43 → A              | FP2000101A  | true
        FPN     | 11      | 12       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    | 89 → 1              | FP20352091  | true
        FPN     | 11      | 12       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    |                     | FP1234567A  | true
        FPN     | 11      | 12       | 9 8 7 6 5 4 3 2 1 0       | false    | 10:A    |                     | FP00000014  | true
        tax     | 10      |          | 3 7 1 3 7 1 3 7 0         | true     | 10:0    | 170 → 0 → 10 → 0    | 774952620   | true
        tax     | 10      |          | 3 7 1 3 7 1 3 7 0         | true     | 10:0    | 159 → 9 → 1         | 771234561   | true
        tax     | 10      |          | 3 7 1 3 7 1 3 7 0         | true     | 10:0    |                     | 771234567   | false
        tax     | 10      |          | 3 7 1 3 7 1 3 7 0         | true     | 10:0    | 151 → 1 → 9         | 567749526   | false
        tax     | 10      |          | 3 7 1 3 7 1 3 7 0         | true     | 10:0    |                     | 770000000   | true
        tax     | 10      |          | 3 7 1 3 7 1 3 7 0         | true     | 10:0    |                     | 776543215   | true
        rates   | 10      |          | 3 7 1 3 7 1 3 7 0         | true     | 10:0    |                     | 560000016   | true
        rates   | 10      |          | 3 7 1 3 7 1 3 7 0         | true     | 10:0    |                     | 561234564   | true
        rents   | 10      |          | 0 0 9 7 1 4 6 3 2 8 0     | true     | 10:0    | 120 → 0 → 10 → 0    | 61100513680 | true
        rents   | 10      |          | 0 0 9 7 1 4 6 3 2 8 0     | true     | 10:0    |                     | 60000000000 | true
        rents   | 10      |          | 0 0 9 7 1 4 6 3 2 8 0     | true     | 10:0    |                     | 61234567892 | true
        rents   | 10      |          | 0 0 9 7 1 4 6 3 2 8 0     | true     | 10:0    |                     | 69876543218 | true
        never   | 11      |          | 1 1 0                     | false    |         | 10: two figures     | 5510        | false
        zero    | 11      |          | 1 1 0                     | true     |         | 0 → 11: two figures | 000         | false
        zero    | 11      |          | 1 1 0                     | true     | 11:0    | 0 → 11 → 0          | 000         | true
        short   | 11      |          | 1 1                       | false    |         | a digit too many    | 1234        | false
        """)
    void aWeightedSumHolds(
            String scheme,
            int modulus,
            String substitutions,
            String weights,
            boolean subtract,
            String results,
            String note,
            String reference,
            boolean holds) {
        var rule = CheckDigit.weightedSum(
                modulus, substitutions == null ? "" : substitutions, numbers(weights), subtract, map(results));
        assertThat(rule.holds(reference)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{3} holds: {4}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        modulus | weights                     | results | reference      | holds
        10      | 2 0 3 0 4 0 5 0 6           |         | AB1234567      | true
        10      | 2 0 3 0 4 0 5 0 6           |         | AB1234568      | false
        10      | 9 8 7 6 5 4 3 2 1 0         | 10:Z    | 963456138Z     | true
        10      | 9 8 7 6 5 4 3 2 1 0         | 10:Z    | 9634561380     | false
        10      | 2 0 2 0 2 0 2 0 2 0 2 0 2 0 | 10:0    | 21500001234560 | true
        10      | 2 0 2 0 2 0 2 0 2 0 2 0 2 0 | 10:0    | 21500001234561 | false
        10      | 2                           | 10:0    | 2150           | false
        """)
    void aLibraryCardHolds(int modulus, String weights, String results, String reference, boolean holds) {
        assertThat(CheckDigit.dynix(modulus, numbers(weights), map(results)).holds(reference))
                .isEqualTo(holds);
    }

    @Test
    void withoutWeightsNothingHolds() {
        assertThat(CheckDigit.weightedSum(10, "", List.of(), false, Map.of()).holds("000"))
                .isFalse();
        assertThat(CheckDigit.dynix(10, List.of(), Map.of()).holds("000")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule               | reference                 | holds | source
        MOD_97             | 79444                     | true  | 794 × 100 + 44 = 79444 = 819 × 97 + 1
        MOD_97             | 79443                     | false |
        MOD_97             | A                         | false |
        CREDITOR_REFERENCE | RF18539007547034          | true  | ISO 11649's own example
        CREDITOR_REFERENCE | RF18539007547043          | false | two digits changed places
        CREDITOR_REFERENCE | XX18539007547034          | false |
        CREDITOR_REFERENCE | RF                        | false |
        LUHN               | 79927398713               | true  | the textbook number
        LUHN               | 79927398710               | false |
        LUHN               | 4242424242424242          | true  | a test card
        LUHN               | AB79927398713             | true  | letters are passed by
        LUHN               | 7992739871A               | false |
        LUHN               | 0                         | false | nothing to check
        """)
    void aStandardRuleHolds(String rule, String reference, boolean holds) {
        var check = switch (CheckDigitKind.valueOf(rule)) {
            case MOD_97 -> CheckDigit.mod97();
            case CREDITOR_REFERENCE -> CheckDigit.creditorReference();
            default -> CheckDigit.luhn();
        };
        assertThat(check.holds(reference)).isEqualTo(holds);
    }

    @Test
    void oneRuleServesManyThreadsAndReferences() {
        var parking = CheckDigit.weightedSum(11, "05", numbers("9 8 7 6 5 4 3 2 1 0"), false, Map.of(10, "A"));
        long held = IntStream.range(0, 20_000)
                .parallel()
                .filter(i -> parking.holds(i % 2 == 0 ? "BJ99518409" : "BJ99518408"))
                .count();
        assertThat(held).isEqualTo(10_000);
    }

    @Test
    void everySingleWrongDigitOfAParkingFineShows() {
        var parking = CheckDigit.weightedSum(11, "05", numbers("9 8 7 6 5 4 3 2 1 0"), false, Map.of(10, "A"));
        for (int place = 2; place < 9; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var wrong = new StringBuilder("BJ99518409");
                wrong.setCharAt(place, digit);
                assertThat(parking.holds(wrong.toString()))
                        .isEqualTo(wrong.toString().equals("BJ99518409"));
            }
        }
    }
}
