package localgov.ims.rules;

import static localgov.ims.rules.TestRules.DAY;
import static localgov.ims.rules.TestRules.compiled;
import static localgov.ims.rules.TestRules.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {
    private static @Nullable String decides(RuleBook book, RuledLine line) {
        var ruling = book.decide(line);
        return ruling == null ? null : ruling.rule();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            text contains "council tax"                  | true
            text contains "COUNCIL  TAX"                 | true
            text contains "COUNCILTAX"                   | false
            text contains "WRAPPED WORD"                 | true
            narrative starts "PAID BY"                   | true
            reference starts "PAID BY"                   | false
            reference ends "771234561"                   | true
            reference is "Council tax 771234561"         | true
            payer one-of "SOMEBODY" "MRS Â PAYER"        | true
            payer matches "^MRS .* PAYER$"               | true
            not payer matches "^MR "                     | true
            code is "93"                                 | true
            payer-account is "20-30-40 12345678"         | true
            payer-account starts "2030"                  | true
            payer-account is "20304012345679"            | false
            bank-account is "MAIN"                       | true
            source is "bank-morning"                     | true
            method one-of "card" "bank"                  | true
            amount between "119.99" "120.00"             | true
            amount at-least "120.01"                     | false
            amount one-of "1.00" "120.00"                | true
            day at-most "2026-11-19"                     | true
            day-of-month is "19"                         | true
            direction is "out"                           | false
            not (code is "93" and direction is "out")    | true
            code is "1" or amount is "120.00"            | true
            """)
    void aTestHoldsOrDoesNot(String condition, boolean holds) {
        var line = new RuledLine(
                true,
                12_000,
                DAY,
                "bank",
                "bank-morning",
                "main",
                "93",
                "Mrs â Payer",
                "20304012345678",
                "Council tax  771234561",
                "PAID BY HAND WRAP\nPED WORD");
        var book = RuleBook.of(List.of(compiled("one", 1, condition)));
        assertThat(decides(book, line)).isEqualTo(holds ? "one" : null);
    }

    @Test
    void theFirstInTheOrderDecides() {
        var book = RuleBook.of(List.of(
                compiled("late", 30, "text contains \"RENT\""),
                compiled("b-early", 10, "text contains \"RENT\" and amount at-least \"500.00\""),
                compiled("middle", 20, "amount at-least \"1.00\"")));
        assertThat(decides(book, line("RENT"))).isEqualTo("middle");
        assertThat(decides(
                        RuleBook.of(List.of(compiled("b", 1, "text is \"X\""), compiled("a", 1, "text is \"X\""))),
                        line("x")))
                .isEqualTo("a");
    }

    @Test
    void aRuleHoldsFromItsFirstDayToItsLast() {
        var rule = compiled("dated", 1, "text contains \"RENT\"");
        var dated = new RecognitionRule(
                rule.code(),
                rule.name(),
                1,
                1,
                rule.condition(),
                rule.action(),
                null,
                null,
                "",
                null,
                null,
                "",
                "Look",
                "",
                false,
                DAY,
                DAY.plusDays(1));
        var book = RuleBook.of(List.of(dated));
        assertThat(decides(book, on(DAY.minusDays(1).toEpochDay()))).isNull();
        assertThat(decides(book, on(DAY.toEpochDay()))).isEqualTo("dated");
        assertThat(decides(book, on(DAY.plusDays(1).toEpochDay()))).isEqualTo("dated");
        assertThat(decides(book, on(DAY.plusDays(2).toEpochDay()))).isNull();
    }

    private static RuledLine on(long day) {
        var line = line("RENT");
        return new RuledLine(
                true, line.pence(), java.time.LocalDate.ofEpochDay(day), "bank", "", "main", "", "", "", "RENT", "");
    }

    @Test
    void theAccountIsWhatTheGroupOfAPatternHolds() {
        var rule = compiled("hb", 1, "payer starts \"X\" or narrative matches \"HB (?<account>\\d{8})\"");
        var placing = new RecognitionRule(
                "hb",
                "HB",
                1,
                7,
                rule.condition(),
                RuleAction.PLACE,
                "5",
                AccountFrom.PATTERN,
                "",
                null,
                null,
                "",
                "",
                "",
                false,
                null,
                null);
        var ruling = RuleBook.of(List.of(placing))
                .decide(new RuledLine(true, 1, DAY, "bank", "", "main", "", "Y", "", "", "paid hb 12345678 today"));
        assertThat(ruling).isNotNull();
        assertThat(ruling.account()).isEqualTo(Optional.of("12345678"));
        assertThat(ruling.version()).isEqualTo(7);
        var without = RuleBook.of(List.of(placing))
                .decide(new RuledLine(true, 1, DAY, "bank", "", "main", "", "XAVER", "", "", "nothing"));
        assertThat(without).isNotNull();
        assertThat(without.account()).isEmpty();
    }

    /// What the index leaves out could never have held: it gives the same answer as looking at every rule.
    @Test
    void onlyRulesThatCannotHoldAreLeftOut() {
        var random = new Random(20_261_119);
        var words = List.of("RENT", "COUNCIL", "TAX", "AX", "HB", "12345678", "PAID", "ÂB", "T A", "CIL");
        for (int round = 0; round < 300; round++) {
            var rules = new ArrayList<RecognitionRule>();
            for (int i = 0; i < 12; i++) {
                rules.add(compiled("rule-" + i, random.nextInt(5), condition(random, words, 2)));
            }
            var book = RuleBook.of(rules);
            for (int i = 0; i < 20; i++) {
                var line = new RuledLine(
                        random.nextBoolean(),
                        random.nextInt(20_000),
                        DAY,
                        "bank",
                        "",
                        "main",
                        "",
                        some(random, words),
                        random.nextBoolean() ? "12345678" : "",
                        some(random, words),
                        some(random, words) + "\n" + some(random, words));
                var slowly = rules.stream()
                        .sorted(Comparator.comparingLong(RecognitionRule::position)
                                .thenComparing(RecognitionRule::code))
                        .filter(rule -> RuleBook.holds(rule.condition(), line))
                        .findFirst()
                        .map(RecognitionRule::code)
                        .orElse(null);
                assertThat(decides(book, line)).as(line.toString()).isEqualTo(slowly);
            }
        }
    }

    private static String some(Random random, List<String> words) {
        var some = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.append(words.get(random.nextInt(words.size()))).append(random.nextBoolean() ? " " : "");
        }
        return random.nextBoolean() ? some.toString() : some.toString().toLowerCase(java.util.Locale.ROOT);
    }

    private static String condition(Random random, List<String> words, int depth) {
        var not = random.nextInt(4) == 0 ? "not " : "";
        if (depth > 0 && random.nextInt(3) > 0) {
            var joined = random.nextBoolean() ? " and " : " or ";
            return not + "(" + condition(random, words, depth - 1) + joined + condition(random, words, depth - 1) + ")";
        }
        var word = words.get(random.nextInt(words.size()));
        return not
                + switch (random.nextInt(8)) {
                    case 0 -> "text contains \"%s\"".formatted(word);
                    case 1 -> "payer starts \"%s\"".formatted(word);
                    case 2 -> "narrative ends \"%s\"".formatted(word);
                    case 3 -> "reference one-of \"%s\" \"TAX\"".formatted(word);
                    case 4 -> "text matches \"%s.?T\"".formatted(word);
                    case 5 -> "payer-account contains \"3456\"";
                    case 6 -> "amount at-least \"100.00\"";
                    default -> "direction is \"in\"";
                };
    }

    /// Patterns with which other engines never come to an end.
    @Test
    void aHostilePatternCannotHoldUpAnImport() {
        var rules = new ArrayList<RecognitionRule>();
        rules.add(compiled("nested", 1, "text matches \"(A+)+$\""));
        rules.add(compiled("either", 2, "text matches \"(A|AA)+$\""));
        rules.add(compiled("large", 3, "text matches \"(.{1,19}){1,20}B$\""));
        var book = RuleBook.of(rules);
        var line = line("A".repeat(140) + "!");
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 500; i++) {
                assertThat(book.decide(line)).isNull();
            }
        });
    }
}
