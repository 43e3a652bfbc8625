package localgov.ims.expected;

import java.util.List;
import java.util.Optional;
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
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pile(
                        counted(missing, words),
                        ExpectedScreens.PATH,
                        words.say("expected.pile"),
                        words.say("expected.pile.what"),
                        missing.stream().limit(most).map(one -> row(one, words)).toList()));
    }

    private String counted(List<Awaited> missing, Words words) {
        var sum = missing.stream().flatMap(one -> usual(one).stream()).reduce(Money.ZERO, Money::plus);
        return sum.equals(Money.ZERO)
                ? words.count("expected.unattended", missing.size())
                : words.count("expected.unattended-usually", missing.size(), words.money(sum));
    }

    private Optional<Money> usual(Awaited one) {
        return store.usual(one.expected().source(), one.day(), one.day().minusWeeks(WEEKS))
                .map(ExpectedStore.Usual::pence);
    }

    private Pile.Row row(Awaited one, Words words) {
        var sign = new ExpectedPages(words).sign(one.state());
        return new Pile.Row(
                one.expected().name(),
                ExpectedPages.path(one),
                words.say("expected.of-day", words.weekday(one.day()), words.moment(one.due())),
                sign.word(),
                sign.classes(),
                usual(one).map(words::money).orElse(""));
    }
}
