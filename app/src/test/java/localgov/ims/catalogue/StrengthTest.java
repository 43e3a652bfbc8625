package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrengthTest {
    private static final String CHARACTERS = "0123456789A";

    private static ReferenceFormat digits(String mask, String starts, @Nullable CheckDigit check) {
        return ReferenceFormatTest.format(1, mask.length(), null, starts, "", mask, check);
    }

    private static CheckDigit sum(int modulus, boolean subtract, String weights, Map<Integer, String> results) {
        return CheckDigit.weightedSum(
                modulus,
                "",
                List.of(weights.split(",")).stream().map(Integer::valueOf).toList(),
                subtract,
                results);
    }

    /// The same by trying every slip on every reference there is.
    private static Strength bruteForce(ReferenceFormat format, int length) {
        var all = new ArrayList<String>(List.of(""));
        for (int i = 0; i < length; i++) {
            var longer = new ArrayList<String>();
            for (var text : all) {
                for (char c : CHARACTERS.toCharArray()) {
                    longer.add(text + c);
                }
            }
            all = longer;
        }
        long[] counted = new long[4];
        var fitting = all.stream().filter(format::fits).toList();
        for (var reference : fitting) {
            for (int i = 0; i < length; i++) {
                for (char c = '0'; c <= '9' && Character.isDigit(reference.charAt(i)); c++) {
                    var slip = reference.substring(0, i) + c + reference.substring(i + 1);
                    count(format, reference, slip, counted, 0);
                }
                if (i > 0) {
                    var swapped = "" + reference.charAt(i) + reference.charAt(i - 1);
                    var slip = reference.substring(0, i - 1) + swapped + reference.substring(i + 1);
                    count(format, reference, slip, counted, 2);
                }
            }
        }
        return new Strength(
                fitting.size(),
                true,
                new Strength.Share(counted[0], counted[1]),
                new Strength.Share(counted[2], counted[3]));
    }

    private static void count(ReferenceFormat format, String reference, String slip, long[] counted, int at) {
        if (!slip.equals(reference)) {
            counted[at] += format.fits(slip) ? 0 : 1;
            counted[at + 1]++;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '"', textBlock = """
        mask | starts | modulus | subtract | weights | ten
        ###@ |        | 10      | true     | 3,7,1,0 | 0
        ###@ |        | 11      | false    | 4,3,2,0 | A
        ###@ | 1,2    | 11      | false    | 4,3,2,0 |
        @### |        | 10      | true     | 0,2,4,6 | 0
        ###@ |        | 7       | false    | 1,1,1,0 |
        """)
    void aSmallFormatIsMeasuredWhole(
            String mask, @Nullable String starts, int modulus, boolean subtract, String weights, @Nullable String ten) {
        var check = sum(modulus, subtract, weights, ten == null ? Map.of() : Map.of(10, ten));
        var format = digits(mask, starts == null ? "" : starts, check);
        assertThat(Strength.of(format)).isEqualTo(bruteForce(format, mask.length()));
    }

    @Test
    void aLargeFormatIsMeasuredNearly() {
        var format = digits("####@", "", sum(10, true, "2,7,4,3,0", Map.of(10, "0")));
        var measured = Strength.of(format);
        var exact = bruteForce(format, 5);
        assertThat(measured.all()).isFalse();
        assertThat(measured.references()).isEqualTo(1_000);
        assertThat(measured.digits().perThousand()).isCloseTo(exact.digits().perThousand(), within(10L));
        assertThat(measured.swaps().perThousand()).isCloseTo(exact.swaps().perThousand(), within(10L));
        assertThat(Strength.of(format)).isEqualTo(measured);
    }

    @Test
    void theKnownCheckDigitsAreAsStrongAsTheirWeightsMakeThem() {
        var parking = ReferenceFormatTest.format(10, 10, null, "", "", "BJ#######@", ReferenceFormatTest.PARKING);
        assertThat(Strength.of(parking).digits().perThousand()).isEqualTo(1_000);
        var tax = digits("########@", "77", sum(10, true, "3,7,1,3,7,1,3,7,0", Map.of(10, "0")));
        assertThat(Strength.of(tax).digits().perThousand()).isEqualTo(1_000);
        // Where a weight shares a divisor with the modulus, some wrong digits give the same sum.
        var rents = digits("##########@", "6", sum(10, true, "0,0,9,7,1,4,6,3,2,8,0", Map.of(10, "0")));
        assertThat(Strength.of(rents).digits().perThousand()).isBetween(700L, 950L);
        var luhn = digits("#######@", "", CheckDigit.luhn());
        assertThat(Strength.of(luhn).digits().perThousand()).isEqualTo(1_000);
        assertThat(Strength.of(luhn).swaps().perThousand()).isBetween(950L, 999L);
        assertThat(Strength.of(digits("########@@", "", CheckDigit.mod97()))
                        .swaps()
                        .perThousand())
                .isEqualTo(1_000);
    }

    @Test
    void withoutACheckDigitOnlyTheShapeCatchesAnything() {
        var eight = digits("########", "7", null);
        assertThat(Strength.of(eight).digits().perThousand()).isEqualTo(125);
        assertThat(Strength.of(digits("########", "", null)).digits().caught()).isZero();
    }

    @Test
    void rulesThatNothingFitsAreSaidToHaveNothing() {
        var impossible = ReferenceFormatTest.format(3, 3, CharacterClass.DIGITS, "", "^A", "", null);
        assertThat(Strength.of(impossible))
                .isEqualTo(new Strength(0, true, new Strength.Share(0, 0), new Strength.Share(0, 0)));
    }
}
