package localgov.ims.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.kernel.Money;

/// The payments of an agreement, day by day and amount by amount. The first is made on the day on which it is
/// agreed to; monthly ones follow on the day of the month that the payer chose, weekly ones on the same day of the
/// week.
record Plan(Terms terms, LocalDate first) {
    /// After the first payment the next comes no sooner than this, unless it is weekly.
    static final int DAYS_BETWEEN = 14;

    /// So much of a plan that has no end is shown, and none that has one is longer than five years.
    static final int SHOWN = 12;

    private static final int LONGEST = 60;

    /// One payment of it.
    ///
    /// @param number from 1
    record Part(int number, LocalDate dueOn, Money amount) {}

    /// Whether it goes on until somebody ends it.
    boolean isEndless() {
        return terms.kind() == AgreementKind.RECURRING && terms.until() == null;
    }

    /// All payments; of a plan without an end the first twelve.
    List<Part> parts() {
        return numbers(isEndless() ? SHOWN : LONGEST)
                .flatMap(number -> part(number).stream())
                .toList();
    }

    /// What is written down when it is agreed to. A plan without an end grows as it is collected.
    List<Part> atFirst() {
        return isEndless() ? parts().subList(0, 2) : parts();
    }

    private static Stream<Integer> numbers(int most) {
        return Stream.iterate(1, number -> number <= most, number -> number + 1);
    }

    /// Nothing beyond the end.
    Optional<Part> part(int number) {
        var day = day(number);
        if (terms.kind() == AgreementKind.INSTALMENTS) {
            var times = times();
            return number <= times
                    ? Optional.of(new Part(number, day, number < times ? share() : last()))
                    : Optional.empty();
        }
        return terms.until() != null && day.isAfter(terms.until())
                ? Optional.empty()
                : Optional.of(new Part(number, day, terms.amount()));
    }

    /// What is taken when it is agreed to.
    Money firstAmount() {
        return terms.kind() == AgreementKind.INSTALMENTS ? share() : terms.amount();
    }

    private int times() {
        return terms.times() == null ? 1 : terms.times();
    }

    private Money share() {
        return share(terms.amount(), times());
    }

    private Money last() {
        return last(terms.amount(), times());
    }

    /// Each of so many payments, in whole pence; what is over goes to the last one.
    static Money share(Money whole, int times) {
        return Money.pence(whole.pence() / times);
    }

    static Money last(Money whole, int times) {
        return whole.minus(Money.pence(share(whole, times).pence() * (times - 1)));
    }

    private LocalDate day(int number) {
        if (number == 1) {
            return first;
        }
        return terms.every() == Every.WEEK ? first.plusWeeks(number - 1L) : second().plusMonths(number - 2L);
    }

    /// The first of the chosen days that is not too near.
    private LocalDate second() {
        var day = first.withDayOfMonth(terms.day());
        while (day.isBefore(first.plusDays(DAYS_BETWEEN))) {
            day = day.plusMonths(1);
        }
        return day;
    }
}
