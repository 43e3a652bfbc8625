package localgov.ims.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountIndexTest {
    static final int MANY = 300_000;

    static AccountIndex of(int from, int to) {
        return on(AccountIndex.empty(), from, to);
    }

    static AccountIndex on(AccountIndex index, int from, int to) {
        var builder = new AccountIndex.Builder(index, 10);
        for (int i = from; i < to; i++) {
            builder.add(i % 2 == 0 ? "23" : "5", "77" + (1_000_000 + i));
        }
        return builder.build();
    }

    @Test
    void itHoldsWhatWasAddedAndNothingElse() {
        var index = of(0, MANY);
        assertThat(index.size()).isEqualTo(MANY);
        for (int i = 0; i < MANY; i++) {
            var number = "77" + (1_000_000 + i);
            assertThat(index.exists("23", number)).isEqualTo(i % 2 == 0);
            assertThat(index.exists("5", number)).isEqualTo(i % 2 == 1);
        }
        assertThat(index.exists("23", "772000000")).isFalse();
        assertThat(index.exists("2", "3771000000")).isFalse();
        assertThat(index.exists("23", "")).isFalse();
        assertThat(index.exists("23", "77100000０")).isFalse();
        assertThat(index.exists("23", "x771000000y", 1, 10)).isTrue();
    }

    @Test
    void everyNumberOfOneFundIsTold() {
        var builder = new AccountIndex.Builder(of(0, 2_000), 3);
        builder.add("2", "300");
        builder.add("233", "1");
        var told = new java.util.TreeSet<String>();
        builder.build().each("23", told::add);
        assertThat(told).hasSize(1_000).contains("771000000", "771001998").doesNotContain("771000001");
        told.clear();
        builder.build().each("2", told::add);
        assertThat(told).containsExactly("300");
        builder.build().each("X", number -> {
            throw new AssertionError(number);
        });
    }

    @Test
    void anEmptyIndexHoldsNothing() {
        assertThat(AccountIndex.empty().exists("23", "771000000")).isFalse();
    }

    @Test
    void whatIsAddedLaterLeavesTheOldIndexAsItWas() {
        var before = of(0, 1_000);
        var after = on(before, 1_000, 2_000);
        assertThat(before.size()).isEqualTo(1_000);
        assertThat(before.exists("23", "771001500")).isFalse();
        assertThat(after.exists("23", "771001500")).isTrue();
        assertThat(after.exists("23", "771000500")).isTrue();
        assertThat(after.size()).isEqualTo(2_000);
    }

    @Test
    void threeHundredThousandAccountsTakeAFewMegabytes() {
        assertThat(of(0, MANY).bytes()).isLessThan(20_000_000);
    }
}
