package localgov.ims.suspense;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.govuk.Option;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.JournalId;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import localgov.ims.receipts.StatementStories;
import localgov.ims.recognition.Reason;
import localgov.ims.suspense.pages.ItemPage;
import org.springframework.stereotype.Component;

/// Puts one item and all that is known of it into words.
@Component
class ItemPages {
    private final Suspense suspense;
    private final StatementStories stories;
    private final Collected collected;
    private final QueuePages queue;

    ItemPages(Suspense suspense, StatementStories stories, Collected collected, QueuePages queue) {
        this.suspense = suspense;
        this.stories = stories;
        this.collected = collected;
        this.queue = queue;
    }

    ItemPage item(SuspenseItem item, Asked asked, int lines, Words words) {
        var suggestions = item.isOpen()
                ? suspense.suggestions(List.of(item)).getOrDefault(item.id(), List.of())
                : List.<Suggestion>of();
        var called = queue.called(words);
        var facts = new ItemFacts(item, stories.of(new JournalId(item.journal()), item.line()), called);
        return new ItemPage(
                asked.item(item.id()),
                asked.start(),
                queue.next(item, asked).orElse(null),
                title(item, words),
                item.isOpen(),
                words.say(noneLeft(item)),
                words.money(item.remaining()),
                facts.said(suggestions),
                facts.rows(),
                suggestions.stream()
                        .filter(one -> QueuePages.scope().allowsFund(one.fund()))
                        .map(one -> new ItemPage.Suggested(
                                one.fund(), called.fund(one.fund()), one.account(), reasons(one, words)))
                        .toList(),
                funds(called),
                lines,
                asked(item, words),
                collected.thatMayBe(item).stream()
                        .map(owed -> words.say("suspense.collected", owed.pence(), called.method(owed.method())))
                        .toList(),
                history(item, called),
                Long.toString(item.remaining().pence()),
                UUID.randomUUID().toString(),
                asked.orderName(),
                CurrentCaller.may(Permission.ALLOCATE_SUSPENSE),
                mayGiveBack(item) ? "/office/refunds/of/%d-%d".formatted(item.journal(), item.line()) : null);
    }

    private static List<String> reasons(Suggestion suggestion, Words words) {
        return words.language() == Language.WELSH
                ? suggestion.reasons().stream().map(Reason::welsh).toList()
                : suggestion.inWords();
    }

    /// What is in suspense is no fund's, so whoever is limited does not give it back.
    private static boolean mayGiveBack(SuspenseItem item) {
        return item.isOpen() && CurrentCaller.scope(Permission.ASK_REFUNDS).isEverything();
    }

    private List<String> asked(SuspenseItem item, Words words) {
        return suspense.asked(item).stream()
                .map(request -> words.say(
                        "suspense.asked",
                        request.amount() == null ? Money.ZERO : request.amount(),
                        request.asked().name()))
                .toList();
    }

    private static String noneLeft(SuspenseItem item) {
        return item.settled().isPositive()
                ? "suspense.all-matched"
                : item.givenBack().isPositive() ? "suspense.none-left" : "suspense.all-placed";
    }

    private static String title(SuspenseItem item, Words words) {
        var amount = item.isOpen() ? item.remaining() : item.amount();
        var payer = item.payer();
        return payer == null ? words.say("suspense.title-unnamed", amount) : words.say("suspense.title", amount, payer);
    }

    private static List<Option> funds(SuspenseWords called) {
        var words = called.words();
        return Stream.concat(
                        Stream.of(Option.of("", words.say("suspense.choose-fund"))),
                        called.rules().funds().stream()
                                .filter(fund ->
                                        !fund.isSuspense() && QueuePages.scope().allowsFund(fund.code()))
                                .map(fund -> Option.of(fund.code(), words.either(fund.name(), fund.nameInWelsh()))))
                .toList();
    }

    private List<ItemPage.Decided> history(SuspenseItem item, SuspenseWords called) {
        var words = called.words();
        return suspense.history(item.id()).stream()
                .map(one -> new ItemPage.Decided(
                        words.moment(one.decidedAt()),
                        one.decidedBy(),
                        words.money(one.amount()),
                        one.parts().stream()
                                .filter(part -> QueuePages.scope().allowsFund(part.fund()))
                                .map(part -> part(part, called))
                                .toList()))
                .toList();
    }

    private static String part(Suspense.Part part, SuspenseWords called) {
        return called.words().say("suspense.went-to", part.amount(), called.fund(part.fund()), part.account());
    }

    Refusals refusals(Words words) {
        return new Refusals(queue.called(words).rules(), words);
    }
}
