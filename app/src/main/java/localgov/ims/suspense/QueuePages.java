package localgov.ims.suspense;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.Option;
import localgov.ims.kernel.London;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import localgov.ims.suspense.pages.QueuePage;
import org.springframework.stereotype.Component;

/// Puts the queue of what is open into words.
@Component
class QueuePages {
    private final Suspense suspense;
    private final Catalogue catalogue;
    private final InstantSource clock;

    QueuePages(Suspense suspense, Catalogue catalogue, InstantSource clock) {
        this.suspense = suspense;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// What whoever asks may see of suspense.
    static Scope scope() {
        return CurrentCaller.scope(Permission.SEE_SUSPENSE, Permission.ALLOCATE_SUSPENSE);
    }

    /// What things are called now.
    SuspenseWords called(Words words) {
        return new SuspenseWords(catalogue.now(), London.dayOf(clock.instant()), words);
    }

    /// The item after this one in the queue.
    Optional<String> next(SuspenseItem item, Asked asked) {
        return suspense.open(asked.queue(1).after(item, 1), scope()).stream()
                .findFirst()
                .map(one -> asked.item(one.id()));
    }

    QueuePage page(Asked asked, Words words) {
        var found = suspense.open(asked.queue(Asked.ON_A_PAGE + 1), scope());
        var page = found.subList(0, Math.min(Asked.ON_A_PAGE, found.size()));
        var suggestions = suspense.suggestions(page);
        var standing = suspense.standing(scope());
        var called = called(words);
        return new QueuePage(
                words.number(standing.items()),
                words.money(standing.remaining()),
                standing.oldestOn().map(called::age).orElse(null),
                page.isEmpty() ? null : asked.item(page.getFirst().id()),
                page.stream()
                        .map(item -> row(item, suggestions.getOrDefault(item.id(), List.of()), asked, called))
                        .toList(),
                List.of(
                        Option.of("oldest", words.say("suspense.oldest-first")),
                        Option.of("largest", words.say("suspense.largest-first"))),
                asked.orderName(),
                reasons(called),
                asked.isFiltered(),
                found.size() > Asked.ON_A_PAGE ? asked.after(page.getLast()) : null,
                asked.isFirst() ? null : asked.start());
    }

    private List<Option> reasons(SuspenseWords called) {
        var words = called.words();
        return Stream.concat(
                        Stream.of(Option.of("", words.say("suspense.any-reason"))),
                        suspense.reasons(scope()).entrySet().stream()
                                .map(reason -> Option.of(
                                        reason.getKey(),
                                        "%s (%s)"
                                                .formatted(
                                                        called.why(reason.getKey()), words.number(reason.getValue())))))
                .toList();
    }

    private QueuePage.Row row(SuspenseItem item, List<Suggestion> suggestions, Asked asked, SuspenseWords called) {
        var words = called.words();
        var best = suggestions.stream()
                .filter(one -> scope().allowsFund(one.fund()))
                .findFirst()
                .orElse(null);
        return new QueuePage.Row(
                asked.item(item.id()),
                words.date(item.happenedOn()),
                called.age(item.happenedOn()),
                item.payer() == null ? words.say("suspense.nobody") : item.payer(),
                item.narrative() == null ? "" : item.narrative(),
                words.language() == Language.WELSH ? called.why(item.reason()) : item.words(),
                best == null ? null : "%s %s".formatted(called.fund(best.fund()), best.account()),
                words.money(item.remaining()),
                item.remaining().equals(item.amount()) ? null : words.say("suspense.of", item.amount()));
    }
}
