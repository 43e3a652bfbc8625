package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapTest {
    /// Enough to break every rule with, and few enough to type everything.
    private static final String TYPED = "01AB/ -";

    private static final int LONGEST_TYPED = 4;
    private static final List<String> EVERYTHING = everything();
    private static final CheckDigit SUM =
            CheckDigit.weightedSum(10, "", List.of(3, 7, 1, 3, 7, 1, 3, 7, 0), true, Map.of(10, "0"));
    private static final CheckDigit ELEVEN =
            CheckDigit.weightedSum(11, "", List.of(5, 4, 3, 2, 1, 0), false, Map.of(10, "A"));

    private static List<String> everything() {
        var all = new ArrayList<String>();
        var last = List.of("");
        for (int length = 1; length <= LONGEST_TYPED; length++) {
            var longer = new ArrayList<String>();
            for (var text : last) {
                for (char c : TYPED.toCharArray()) {
                    longer.add(text + c);
                }
            }
            all.addAll(longer);
            last = longer;
        }
        return all;
    }

    private static ReferenceFormat format(
            int shortest,
            int longest,
            @Nullable CharacterClass characters,
            String starts,
            String pattern,
            String mask,
            @Nullable CheckDigit check) {
        return ReferenceFormatTest.format(shortest, longest, characters, starts, pattern, mask, check);
    }

    private static boolean bothTake(ReferenceFormat one, ReferenceFormat other, String typed) {
        return one.check(typed).fits() && other.check(typed).fits();
    }

    /// A format that somebody might write down on a bad day; nothing when its rules contradict themselves.
    private static @Nullable ReferenceFormat any(SplittableRandom random) {
        var mask = new StringBuilder();
        if (random.nextBoolean()) {
            int places = 1 + random.nextInt(4);
            for (int i = 0; i < places; i++) {
                mask.append("#$?*@AB01-/ ##??".charAt(random.nextInt(16)));
            }
        }
        int shortest = 1 + random.nextInt(3);
        int longest = mask.isEmpty() ? shortest + random.nextInt(3) : Math.max(1, mask.length());
        var classes = CharacterClass.values();
        var patterns = List.of("", "", "", "^[01]+$", "A", "^A[01]", "[01]$", "^(A|B0)*$", "/", "(?i)b", "^[AB]{2}");
        var starts = List.of("", "", "", "A", "0,1", "A,AB", "1/");
        var checks = new CheckDigit[] {null, null, SUM, ELEVEN, CheckDigit.luhn()};
        var rules = new ReferenceRules(
                "f",
                "F",
                Math.min(shortest, longest),
                longest,
                random.nextInt(3) == 0 ? classes[random.nextInt(classes.length)] : null,
                listed(starts.get(random.nextInt(starts.size()))),
                patterns.get(random.nextInt(patterns.size())),
                mask.toString(),
                checks[random.nextInt(checks.length)]);
        return rules.fault().isPresent() ? null : ReferenceFormat.of(rules);
    }

    private static List<String> listed(String starts) {
        return starts.isEmpty() ? List.of() : List.of(starts.split(","));
    }

    @Test
    void whatIsFoundAgreesWithTypingEverything() {
        var random = new SplittableRandom(20_261_122);
        int both = 0;
        int apart = 0;
        for (int i = 0; i < 1_500; i++) {
            var one = any(random);
            var other = any(random);
            if (one == null || other == null) {
                continue;
            }
            var typed = EVERYTHING.stream()
                    .filter(text -> bothTake(one, other, text))
                    .findFirst();
            switch (Overlap.of(one, other)) {
                case Overlap.Both(var example) -> {
                    both++;
                    assertThat(bothTake(one, other, example))
                            .as("%s fits %s and %s", example, one.rules(), other.rules())
                            .isTrue();
                }
                case Overlap.Apart _ -> {
                    apart++;
                    assertThat(typed)
                            .as("nothing fits %s and %s", one.rules(), other.rules())
                            .isEmpty();
                }
                case Overlap.NotFound _ ->
                    assertThat(typed)
                            .as("nothing was found for %s and %s", one.rules(), other.rules())
                            .isEmpty();
            }
        }
        assertThat(both).isGreaterThan(40);
        assertThat(apart).isGreaterThan(50);
    }

    @Test
    void aNarrowExpressionIsFoundByFollowingItAndNotByLuck() {
        var anything = format(8, 30, CharacterClass.LETTERS_AND_DIGITS, "", "", "", null);
        var narrow = format(1, 30, null, "", "^[QX]{3}ZZTOP[0-9]{8}$", "", null);
        assertThat(Overlap.of(anything, narrow))
                .isInstanceOfSatisfying(
                        Overlap.Both.class, both -> assertThat(both.example()).matches("[QX]{3}ZZTOP[0-9]{8}"));
        var other = format(1, 30, null, "", "^[QX]{2}[A-P]", "", null);
        assertThat(Overlap.of(other, narrow)).isEqualTo(new Overlap.Apart());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '"', textBlock = """
        one          | other     | example   | why
        ##-##        | "## ##"   | true      | each passes by what the other keeps
        ##-##        | ####      | true      | a hyphen is passed by
        ##-##        | #####     | false     | a digit more
        "## ##"      | "# ###"   | false     | both keep spaces
        AB##         | AC##      | false     | another beginning
        ?B##         | A$##      | true      |
        """)
    void spacesAndHyphensAreTakenAsPeopleTypeThem(String one, String other, boolean both, String why) {
        var first = ReferenceFormatTest.mask(one);
        var second = ReferenceFormatTest.mask(other);
        var found = Overlap.of(first, second);
        assertThat(found instanceof Overlap.Both).isEqualTo(both);
        if (found instanceof Overlap.Both(var example)) {
            assertThat(bothTake(first, second, example)).isTrue();
        }
    }

    @Test
    void twoCheckDigitsThatNeverAgreeAreNotCalledProved() {
        var one = format(8, 8, CharacterClass.DIGITS, "", "", "#######@", SUM);
        var shifted = CheckDigit.weightedSum(
                10,
                "",
                List.of(3, 7, 1, 3, 7, 1, 3, 7, 0),
                true,
                Map.of(10, "1", 1, "2", 2, "3", 3, "4", 4, "5", 5, "6", 6, "7", 7, "8", 8, "9", 9, "0"));
        var other = format(8, 8, CharacterClass.DIGITS, "", "", "#######@", shifted);
        assertThat(Overlap.of(one, other)).isEqualTo(new Overlap.NotFound(Overlap.TRIES));
    }

    @Test
    void aCheckDigitOfTwoFiguresIsStillFound() {
        var one = format(20, 20, null, "", "", "##################@@", CheckDigit.mod97());
        var other = format(20, 20, CharacterClass.DIGITS, "", "", "", CheckDigit.luhn());
        assertThat(Overlap.of(one, other)).isInstanceOf(Overlap.Both.class);
    }
}
