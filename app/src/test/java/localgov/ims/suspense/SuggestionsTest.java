package localgov.ims.suspense;

import static localgov.ims.suspense.SuspenseFixture.CY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import localgov.ims.people.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    static final SuspenseFixture fixture = new SuspenseFixture();

    @AfterAll
    static void close() {
        assertThat(fixture.council.brokenLaws()).isEmpty();
        fixture.close();
    }

    private static List<Suggestion> suggested(long id) {
        return fixture.council.within(() -> {
            var item = fixture.suspense.item(id, Scope.EVERYTHING).orElseThrow();
            return fixture.suspense.suggestions(List.of(item)).get(id);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            CTAX 774952602        | 774952602  | two neighbours swapped
            CTAX 77 495 2602      | 774952602  | two neighbours swapped
            774952621 THANKS      | 774952621  | one character wrong
            REF/77495262/NOV      | 77495262   | one character missing
            7749526200            | 7749526200 | one character too many
            """, delimiter = '|')
    void aSlipOfThePenLeadsToTheAccount(String narrative, String quote, String slip) {
        var first = suggested(fixture.arrives(9_999, "SOMEBODY", narrative)).getFirst();
        assertThat(first.fund()).isEqualTo("23");
        assertThat(first.account()).isEqualTo(CY);
        assertThat(first.inWords().getFirst()).isEqualTo("“%s” is %s with %s".formatted(quote, CY, slip));
    }

    @Test
    void whatIsNearNothingSuggestsNothing() {
        assertThat(suggested(fixture.arrives(9_999, "SOMEBODY", "INVOICE 12345 OF 20/11/2026")))
                .isEmpty();
        assertThat(suggested(fixture.arrives(9_999, null, ""))).isEmpty();
    }

    @Test
    void wherePeopleArePlacedTheyAreSuggestedAgain() {
        long first = fixture.arrives(500, "REGULAR PAYER LTD", "STANDING ORDER");
        fixture.allocate(new Allocation(
                java.util.UUID.randomUUID(), first, List.of(SuspenseFixture.line("GW", "GW777777", 500)), null));
        var again = suggested(fixture.arrives(500, "Regular Payer Ltd", "STANDING ORDER"));

        assertThat(again).hasSize(1);
        assertThat(again.getFirst().account()).isEqualTo("GW777777");
        assertThat(again.getFirst().inWords()).startsWith("This payer’s money was placed there once before");
    }

    @Test
    void aFirstPlacementIsNoEvidenceForItself() {
        long first = fixture.arrives(700, "NEVER SEEN BEFORE", "STANDING ORDER");
        assertThat(suggested(first)).isEmpty();
        var allocation = java.util.UUID.randomUUID();
        fixture.allocate(new Allocation(allocation, first, List.of(SuspenseFixture.line("GW", "GW777777", 700)), null));
        assertThat(fixture.council.within(() -> fixture.council
                        .db
                        .sql("""
                select count(*)
                  from suspense_suggestion
                 where allocation = :allocation
                """)
                        .param("allocation", allocation)
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void reasonsAreThereInWelshToo() {
        var reasons = suggested(fixture.arrives(12_000, "MR C PAYS", "CTAX 774952602"))
                .getFirst()
                .reasons();
        assertThat(reasons)
                .hasSizeGreaterThan(2)
                .allSatisfy(reason -> assertThat(reason.welsh()).isNotBlank().isNotEqualTo(reason.english()));
    }

    @Test
    void howOftenSuggestionsOfAKindWereRightIsSaidOnceThereAreSomeDecisions() {
        // Of the first, nothing was suggested.
        for (int i = 0; i < 5; i++) {
            fixture.allocate(SuspenseFixture.toCy(fixture.arrives(111 + i, "RIGHT PAYER", "X 77495O62O"), 111 + i));
        }
        long elsewhere = fixture.arrives(120, "RIGHT PAYER", "X 77495O62O");
        assertThat(saidOf(elsewhere)).noneMatch(sentence -> sentence.startsWith("First suggestions of this kind"));
        fixture.allocate(new Allocation(
                java.util.UUID.randomUUID(), elsewhere, List.of(SuspenseFixture.line("GW", "GW777777", 120)), null));
        assertThat(saidOf(fixture.arrives(121, "RIGHT PAYER", "X 77495O62O")))
                .contains("First suggestions of this kind were right 4 of 5 times");
    }

    private static List<String> saidOf(long item) {
        return suggested(item).getFirst().inWords();
    }

    @Test
    void theAmountDueAndTheNameStrengthenASuggestion() {
        var reasons = suggested(fixture.arrives(12_000, "MR C PAYS", "CTAX 774952602"))
                .getFirst()
                .inWords();
        assertThat(reasons).contains("£120.00 is due on it", "The payer is called like the account holder");
    }
}
