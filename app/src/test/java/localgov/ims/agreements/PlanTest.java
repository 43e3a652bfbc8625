package localgov.ims.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a plan comes to, day by day and to the penny.
class PlanTest {
    private static Plan instalments(long pence, int times, Every every, int day, String first) {
        return new Plan(
                new Terms(AgreementKind.INSTALMENTS, every, Money.pence(pence), times, day, null),
                LocalDate.parse(first));
    }

    private static Plan recurring(Every every, int day, String first, @Nullable String until) {
        return new Plan(
                new Terms(
                        AgreementKind.RECURRING,
                        every,
                        Money.pence(4_550),
                        null,
                        day,
                        until == null ? null : LocalDate.parse(until)),
                LocalDate.parse(first));
    }

    private static String days(Plan plan) {
        return plan.parts().stream().map(part -> part.dueOn().toString()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        in all  | payments | come to
        £100.00 | 3        | £33.33 £33.33 £33.34
        £100.00 | 4        | £25.00 £25.00 £25.00 £25.00
        £0.05   | 2        | £0.02 £0.03
        £999.99 | 2        | £499.99 £500.00
        £10.01  | 5        | £2.00 £2.00 £2.00 £2.00 £2.01
        """, delimiter = '|', useHeadersInDisplayName = true)
    void theLastPaymentTakesWhatIsOver(String total, int times, String amounts) {
        var plan = instalments(Long.parseLong(total.replaceAll("\\D", "")), times, Every.MONTH, 1, "2026-11-20");
        assertThat(plan.parts().stream().map(part -> part.amount().toString()).collect(Collectors.joining(" ")))
                .isEqualTo(amounts);
        assertThat(plan.firstAmount()).isEqualTo(plan.parts().getFirst().amount());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        agreed on  | every | day | then
        2026-11-20 | MONTH | 1   | 2026-11-20 2027-01-01 2027-02-01
        2026-11-16 | MONTH | 1   | 2026-11-16 2026-12-01 2027-01-01
        2026-11-17 | MONTH | 1   | 2026-11-17 2026-12-01 2027-01-01
        2026-11-18 | MONTH | 1   | 2026-11-18 2027-01-01 2027-02-01
        2026-11-01 | MONTH | 28  | 2026-11-01 2026-11-28 2026-12-28
        2026-11-20 | MONTH | 20  | 2026-11-20 2026-12-20 2027-01-20
        2027-01-31 | MONTH | 28  | 2027-01-31 2027-02-28 2027-03-28
        2028-02-29 | WEEK  | 1   | 2028-02-29 2028-03-07 2028-03-14
        2026-12-31 | MONTH | 14  | 2026-12-31 2027-01-14 2027-02-14
        """, delimiter = '|', useHeadersInDisplayName = true)
    void theDaysFollowTheRhythmAndNeverTooSoon(String agreed, Every every, int day, String then) {
        assertThat(days(instalments(30_000, 3, every, day, agreed))).isEqualTo(then);
    }

    @Test
    void whatRecursStopsOnItsLastDayAndIncludesIt() {
        assertThat(days(recurring(Every.MONTH, 1, "2026-11-20", "2027-03-01")))
                .isEqualTo("2026-11-20 2027-01-01 2027-02-01 2027-03-01");
        assertThat(days(recurring(Every.MONTH, 1, "2026-11-20", "2027-02-28")))
                .isEqualTo("2026-11-20 2027-01-01 2027-02-01");
    }

    @Test
    void aPlanWithoutAnEndShowsAYearAndIsWrittenDownOneAhead() {
        var plan = recurring(Every.MONTH, 5, "2026-11-20", null);
        assertThat(plan.isEndless()).isTrue();
        assertThat(plan.parts()).hasSize(12);
        assertThat(plan.atFirst()).extracting(Plan.Part::number).containsExactly(1, 2);
        assertThat(plan.part(500)).isPresent();
    }

    @Test
    void whateverIsSplitComesToExactlyTheSameAndNoPaymentIsMuchMoreThanAnother() {
        var random = new Random(20261120);
        for (int i = 0; i < 5_000; i++) {
            int times = 2 + random.nextInt(59);
            long pence = times * (1L + random.nextInt(50)) + random.nextInt(100_000);
            var plan = instalments(
                    pence,
                    times,
                    random.nextBoolean() ? Every.WEEK : Every.MONTH,
                    1 + random.nextInt(28),
                    "2026-11-20");
            var parts = plan.parts();
            assertThat(parts).hasSize(times);
            assertThat(parts.stream().map(Plan.Part::amount).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(Money.pence(pence));
            assertThat(parts.getLast().amount().pence()
                            - parts.getFirst().amount().pence())
                    .isBetween(0L, times - 1L);
            for (int part = 1; part < times; part++) {
                assertThat(parts.get(part).dueOn()).isAfter(parts.get(part - 1).dueOn());
            }
        }
    }
}
