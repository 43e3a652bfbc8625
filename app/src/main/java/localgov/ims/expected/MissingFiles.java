package localgov.ims.expected;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.backoffice.Pile;
import localgov.ims.backoffice.Unattended;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Files that have not come, on the first page of those who see files.
@Component
@Order(5)
class MissingFiles implements Unattended {
    private static final int WEEKS = 12;

    private final ExpectedFiles files;
    private final ExpectedStore store;

    MissingFiles(ExpectedFiles files, ExpectedStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public Optional<Pile> waiting(int most, Words words) {
        if (!CurrentCaller.may(Permission.SEE_IMPORTS)) {
            return Optional.empty();
        }
        var missing = files.waiting().stream().filter(Awaited::isMissing).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        var usual = usual(missing);
        return Optional.of(new Pile(
                counted(missing, usual, words),
                ExpectedScreens.PATH,
                words.say("expected.pile"),
                words.say("expected.pile.what"),
                missing.stream().limit(most).map(one -> row(one, usual, words)).toList()));
    }

    private record Kind(String source, DayOfWeek day) {
        static Kind of(Awaited one) {
            return new Kind(one.expected().source(), one.day().getDayOfWeek());
        }
    }

    private Map<Kind, Money> usual(List<Awaited> missing) {
        var sources = missing.stream().map(one -> one.expected().source()).collect(Collectors.toSet());
        var last = missing.getLast().day();
        return store.usualSums(sources, last.minusWeeks(WEEKS), last).stream()
                .collect(Collectors.toMap(
                        one -> new Kind(one.source(), DayOfWeek.of(one.weekday())), ExpectedStore.UsualSum::pence));
    }

    private static String counted(List<Awaited> missing, Map<Kind, Money> usual, Words words) {
        var sum = missing.stream()
                .map(one -> usual.getOrDefault(Kind.of(one), Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
        return sum.equals(Money.ZERO)
                ? words.count("expected.unattended", missing.size())
                : words.count("expected.unattended-usually", missing.size(), words.money(sum));
    }

    private static Pile.Row row(Awaited one, Map<Kind, Money> usual, Words words) {
        var sign = new ExpectedPages(words).sign(one.state());
        return new Pile.Row(
                one.expected().name(),
                ExpectedPages.path(one),
                words.say("expected.of-day", words.weekday(one.day()), words.moment(one.due())),
                sign.word(),
                sign.classes(),
                Optional.ofNullable(usual.get(Kind.of(one))).map(words::money).orElse(""));
    }
}
