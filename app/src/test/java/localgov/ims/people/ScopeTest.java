package localgov.ims.people;

import static localgov.ims.people.Permission.MOVE_MONEY;
import static localgov.ims.people.Permission.SEE_BOOKS;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
    static final Limits PARKING = Limits.toFunds("11");
    static final Limits CASH_OFFICE = new Limits(Set.of(), Set.of("S"), Set.of());

    static Person with(Held... held) {
        return new Person(new PersonId(UUID.randomUUID()), "dee@demo.example", "Dee", List.of(held));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            fund | office | method | lies within
            11   | S      | cash   | true
            11   | S      | card   | false
            11   | T      | cash   | false
            23   | S      | cash   | false
                 | S      | cash   | false
            11   |        | cash   | false
            """, delimiter = '|', useHeadersInDisplayName = true)
    void somethingLiesWithinLimitsWhenAllThatIsLimitedFits(String fund, String office, String method, boolean within) {
        var limits = new Limits(Set.of("11", "12"), Set.of("S"), Set.of("cash"));
        assertThat(limits.allow(fund, office, method)).isEqualTo(within);
        assertThat(Limits.NONE.allow(fund, office, method)).isTrue();
    }

    @Test
    void twoGrantsReachWhatEitherReachesAndNoMore() {
        var dee = with(new Held(Set.of(SEE_RECEIPTS), PARKING), new Held(Set.of(SEE_RECEIPTS), CASH_OFFICE));
        var scope = dee.scope(SEE_RECEIPTS);
        assertThat(scope.allows("11", "T", "card")).isTrue();
        assertThat(scope.allows("23", "S", "card")).isTrue();
        assertThat(scope.allows("23", "T", "card")).isFalse();
        assertThat(scope.isEverything()).isFalse();
        assertThat(scope.text()).isEqualTo("11||\n|S|");
    }

    @Test
    void oneGrantWithoutLimitsReachesEverything() {
        var dee = with(new Held(Set.of(SEE_RECEIPTS), PARKING), new Held(Set.of(SEE_RECEIPTS), Limits.NONE));
        assertThat(dee.scope(SEE_RECEIPTS)).isEqualTo(Scope.EVERYTHING);
        assertThat(dee.scope(SEE_RECEIPTS).text()).isNull();
    }

    @Test
    void whatIsNotGivenReachesNothing() {
        var dee = with(new Held(Set.of(SEE_RECEIPTS), Limits.NONE));
        assertThat(dee.may(MOVE_MONEY)).isFalse();
        assertThat(dee.scope(MOVE_MONEY).allows("11", "S", "cash")).isFalse();
        assertThat(dee.scope(MOVE_MONEY).text()).isEmpty();
        assertThat(with().permissions()).isEmpty();
    }

    @Test
    void whatCannotBeLimitedIsNotGivenWithLimits() {
        var limited = with(new Held(Set.of(SEE_RECEIPTS, SEE_BOOKS, MOVE_MONEY), PARKING));
        assertThat(limited.permissions()).containsExactly(SEE_RECEIPTS);
        var key = new ApiKey(UUID.randomUUID(), "parking", new Held(Set.of(SEE_RECEIPTS, SEE_BOOKS), PARKING));
        assertThat(key.permissions()).containsExactly(SEE_RECEIPTS);
        assertThat(key.scope(SEE_BOOKS)).isEqualTo(Scope.NOTHING);
    }

    @Test
    void widerLimitsCoverNarrowerOnes() {
        var two = Limits.toFunds("11", "12");
        assertThat(two.cover(PARKING)).isTrue();
        assertThat(PARKING.cover(two)).isFalse();
        assertThat(PARKING.cover(Limits.NONE)).isFalse();
        assertThat(Limits.NONE.cover(PARKING)).isTrue();
        assertThat(PARKING.cover(new Limits(Set.of("11"), Set.of("S"), Set.of())))
                .isTrue();
        assertThat(CASH_OFFICE.cover(PARKING)).isFalse();
    }

    @Test
    void aPermissionThatThereIsNoMoreGivesNothing() {
        assertThat(Held.permissions("SEE_RECEIPTS,FLY,")).containsExactly(SEE_RECEIPTS);
    }

    @Test
    void codesThatWouldReadAsListsAreNoCodes() {
        assertThatThrownBy(() -> Limits.toFunds("11,12")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.toFunds("11|12")).isInstanceOf(IllegalArgumentException.class);
    }
}
