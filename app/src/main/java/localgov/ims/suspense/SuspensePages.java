package localgov.ims.suspense;

import gg.jte.Content;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.govuk.Html;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.JournalId;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;
import localgov.ims.receipts.StatementStories;
import localgov.ims.recognition.Reason;
import localgov.ims.suspense.pages.ItemPage;
import localgov.ims.suspense.pages.QueuePage;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Puts items and what is known of them into words.
@Component
class SuspensePages {
    private final Suspense suspense;
    private final StatementStories stories;
    private final Catalogue catalogue;
    private final Collected collected;
    private final InstantSource clock;

    SuspensePages(
            Suspense suspense,
            StatementStories stories,
            Catalogue catalogue,
            Collected collected,
            InstantSource clock) {
        this.suspense = suspense;
        this.stories = stories;
        this.catalogue = catalogue;
        this.collected = collected;
        this.clock = clock;
    }

    /// What whoever asks may see of suspense.
    static Scope scope() {
        return CurrentCaller.scope(Permission.SEE_SUSPENSE, Permission.ALLOCATE_SUSPENSE);
    }

    QueuePage queue(Asked asked, Words words) {
        var found = suspense.open(asked.queue(Asked.ON_A_PAGE + 1), scope());
        var page = found.subList(0, Math.min(Asked.ON_A_PAGE, found.size()));
        var suggestions = suspense.suggestions(page);
        var standing = suspense.standing(scope());
        return new QueuePage(
                words.number(standing.items()),
                words.money(standing.remaining()),
                standing.oldestOn().map(day -> age(day, words)).orElse(null),
                page.isEmpty() ? null : asked.item(page.getFirst().id()),
                page.stream()
                        .map(item -> row(item, suggestions.getOrDefault(item.id(), List.of()), asked, words))
                        .toList(),
                List.of(
                        Option.of("oldest", words.say("suspense.oldest-first")),
                        Option.of("largest", words.say("suspense.largest-first"))),
                asked.orderName(),
                reasons(words),
                asked.isFiltered(),
                found.size() > Asked.ON_A_PAGE ? asked.after(page.getLast()) : null,
                asked.isFirst() ? null : asked.start());
    }

    private List<Option> reasons(Words words) {
        return Stream.concat(
                        Stream.of(Option.of("", words.say("suspense.any-reason"))),
                        suspense.reasons(scope()).entrySet().stream()
                                .map(reason -> Option.of(
                                        reason.getKey(),
                                        "%s (%s)"
                                                .formatted(
                                                        why(reason.getKey(), words), words.number(reason.getValue())))))
                .toList();
    }

    /// A reason in general; each item says it with its own particulars.
    private static String why(String reason, Words words) {
        return switch (reason) {
            case "nothing" -> words.say("suspense.why.nothing");
            case "two-places" -> words.say("suspense.why.two-places");
            case "touched" -> words.say("suspense.why.touched");
            case "no-such-account" -> words.say("suspense.why.no-such-account");
            case "rule-asks" -> words.say("suspense.why.rule-asks");
            case "rule-against-reference" -> words.say("suspense.why.rule-against-reference");
            case "rule-no-place" -> words.say("suspense.why.rule-no-place");
            case "too-common" -> words.say("suspense.why.too-common");
            case "neighbours" -> words.say("suspense.why.neighbours");
            case "loose" -> words.say("suspense.why.loose");
            case "another-number" -> words.say("suspense.why.another-number");
            case "returned" -> words.say("suspense.why.returned");
            case "other-fund" -> words.say("suspense.why.other-fund");
            case "several" -> words.say("suspense.why.several");
            case "no-such-fund" -> words.say("suspense.why.no-such-fund");
            case "paid-differently" -> words.say("suspense.why.paid-differently");
            default -> reason.replace('-', ' ');
        };
    }

    private QueuePage.Row row(SuspenseItem item, List<Suggestion> suggestions, Asked asked, Words words) {
        var best = suggestions.stream()
                .filter(one -> scope().allowsFund(one.fund()))
                .findFirst()
                .orElse(null);
        return new QueuePage.Row(
                asked.item(item.id()),
                words.date(item.happenedOn()),
                age(item.happenedOn(), words),
                item.payer() == null ? words.say("suspense.nobody") : item.payer(),
                item.narrative() == null ? "" : item.narrative(),
                words.language() == Language.WELSH ? why(item.reason(), words) : item.words(),
                best == null ? null : "%s %s".formatted(fundName(best.fund(), catalogue.now(), words), best.account()),
                words.money(item.remaining()),
                item.remaining().equals(item.amount()) ? null : words.say("suspense.of", item.amount()));
    }

    private String age(LocalDate day, Words words) {
        long days = Math.max(0, London.dayOf(clock.instant()).toEpochDay() - day.toEpochDay());
        return days == 0 ? words.say("suspense.today") : words.age(Duration.ofDays(days));
    }

    private String methodName(String code, Words words) {
        return catalogue
                .now()
                .method(code)
                .map(method -> words.either(method.name(), method.nameInWelsh()))
                .orElse(code);
    }

    ItemPage item(SuspenseItem item, Asked asked, int lines, Words words) {
        var suggestions = item.isOpen()
                ? suspense.suggestions(List.of(item)).getOrDefault(item.id(), List.of())
                : List.<Suggestion>of();
        var story = stories.of(new JournalId(item.journal()), item.line());
        return new ItemPage(
                asked.item(item.id()),
                asked.start(),
                next(item, asked),
                title(item, words),
                item.isOpen(),
                words.say(item.givenBack().isPositive() ? "suspense.none-left" : "suspense.all-placed"),
                words.money(item.remaining()),
                Quotes.marked(said(item, story), quotes(item, suggestions)),
                facts(item, story, words),
                suggestions.stream()
                        .filter(one -> scope().allowsFund(one.fund()))
                        .map(one -> new ItemPage.Suggested(
                                one.fund(),
                                fundName(one.fund(), catalogue.now(), words),
                                one.account(),
                                reasons(one, words)))
                        .toList(),
                funds(words),
                lines,
                asked(item, words),
                collected.thatMayBe(item).stream()
                        .map(owed -> words.say("suspense.collected", owed.pence(), methodName(owed.method(), words)))
                        .toList(),
                history(item, words),
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

    private static String title(SuspenseItem item, Words words) {
        var amount = item.isOpen() ? item.remaining() : item.amount();
        var payer = item.payer();
        return payer == null ? words.say("suspense.title-unnamed", amount) : words.say("suspense.title", amount, payer);
    }

    /// The item after this one in the queue.
    @org.jspecify.annotations.Nullable
    String next(SuspenseItem item, Asked asked) {
        return suspense.open(asked.queue(1).after(item, 1), scope()).stream()
                .findFirst()
                .map(one -> asked.item(one.id()))
                .orElse(null);
    }

    /// The bank's words in the bank's lines; what the item itself knows when it did not come from a file.
    private static String said(SuspenseItem item, Optional<StatementStories.Story> story) {
        var texts = story.map(StatementStories.Story::line)
                .map(line -> Stream.of(line.payer(), line.reference(), line.said()))
                .orElseGet(() -> Stream.of(
                        item.payer() == null ? "" : item.payer(), item.narrative() == null ? "" : item.narrative()));
        return texts.filter(text -> !text.isBlank()).distinct().collect(Collectors.joining("\n"));
    }

    private static List<String> quotes(SuspenseItem item, List<Suggestion> suggestions) {
        return Stream.of(
                        suggestions.stream().flatMap(one -> Stream.of(one.quote(), one.account())),
                        suggestions.stream()
                                .flatMap(one -> one.inWords().stream())
                                .flatMap(Quotes::in),
                        Quotes.in(item.words()))
                .flatMap(each -> each)
                .filter(quote -> !quote.isBlank())
                .toList();
    }

    private List<SummaryRow> facts(SuspenseItem item, Optional<StatementStories.Story> story, Words words) {
        var facts = new ArrayList<>(List.of(
                SummaryRow.of(
                        words.say("suspense.fact.day"),
                        "%s (%s)".formatted(words.date(item.happenedOn()), age(item.happenedOn(), words))),
                SummaryRow.of(words.say("suspense.fact.amount"), words.money(item.amount())),
                SummaryRow.of(words.say("suspense.fact.remaining"), words.money(item.remaining())),
                words.language() == Language.WELSH
                        ? SummaryRow.of(words.say("suspense.fact.reason"), why(item.reason(), words))
                        : SummaryRow.of(words.say("suspense.fact.reason"), item.words())));
        if (words.language() == Language.WELSH && !item.reason().equals("nothing")) {
            facts.add(SummaryRow.of(words.say("suspense.fact.reason-kept"), kept(item.words(), words)));
        }
        if (item.givenBack().isPositive()) {
            facts.add(SummaryRow.of(words.say("suspense.fact.given-back"), words.money(item.givenBack())));
        }
        came(item, story, words).ifPresent(came -> facts.add(SummaryRow.of(words.say("suspense.fact.from"), came)));
        return List.copyOf(facts);
    }

    /// Where it came from, with the way there for whoever may go it.
    private static Optional<Content> came(SuspenseItem item, Optional<StatementStories.Story> story, Words words) {
        if (story.isPresent()) {
            var line = story.get().line();
            var text =
                    words.say("suspense.line-of-file", line.line(), story.get().fileName());
            return Optional.of(
                    CurrentCaller.may(Permission.SEE_IMPORTS)
                            ? link(
                                    "/office/imports/%s/lines/%d"
                                            .formatted(story.get().importId(), line.place()),
                                    text)
                            : Html.text(text));
        }
        return CurrentCaller.may(Permission.SEE_RECEIPTS)
                ? Optional.of(link(
                        "/office/receipts/%d-%d".formatted(item.journal(), item.line()),
                        words.say("suspense.see-receipt")))
                : Optional.empty();
    }

    /// What was written down when the money came in, in English.
    private static Content kept(String text, Words words) {
        var language = words.kept();
        return output -> {
            output.writeContent(language == null ? "" : "<span lang=\"" + language + "\">");
            Html.text(text).writeTo(output);
            output.writeContent(language == null ? "" : "</span>");
        };
    }

    private static Content link(String href, String text) {
        return output -> {
            output.writeContent("<a class=\"govuk-link\" href=\"" + href + "\">");
            Html.text(text).writeTo(output);
            output.writeContent("</a>");
        };
    }

    private List<Option> funds(Words words) {
        return Stream.concat(
                        Stream.of(Option.of("", words.say("suspense.choose-fund"))),
                        catalogue.now().funds().stream()
                                .filter(fund -> !fund.isSuspense() && scope().allowsFund(fund.code()))
                                .map(fund -> Option.of(fund.code(), words.either(fund.name(), fund.nameInWelsh()))))
                .toList();
    }

    private List<ItemPage.Decided> history(SuspenseItem item, Words words) {
        var rules = catalogue.now();
        return suspense.history(item.id()).stream()
                .map(one -> new ItemPage.Decided(
                        words.moment(one.decidedAt()),
                        one.decidedBy(),
                        words.money(one.amount()),
                        one.parts().stream()
                                .filter(part -> scope().allowsFund(part.fund()))
                                .map(part -> part(part, rules, words))
                                .toList()))
                .toList();
    }

    private static String part(Suspense.Part part, CatalogueSnapshot rules, Words words) {
        return words.say("suspense.went-to", part.amount(), fundName(part.fund(), rules, words), part.account());
    }

    static String fundName(String code, CatalogueSnapshot rules, Words words) {
        return rules.fund(code)
                .map(fund -> words.either(fund.name(), fund.nameInWelsh()))
                .orElse(code);
    }

    Refusals refusals(Words words) {
        return new Refusals(catalogue.now(), words);
    }

    /// What the address of a page of the queue asks for, and the addresses of others that ask the same.
    record Asked(Map<String, String> form) {
        static final int ON_A_PAGE = 50;
        static final String PATH = "/office/suspense";

        private Queue.Order order() {
            return "largest".equals(form.get("order")) ? Queue.Order.LARGEST : Queue.Order.OLDEST;
        }

        String orderName() {
            return order() == Queue.Order.LARGEST ? "largest" : "oldest";
        }

        private Optional<String> given(String field) {
            return Optional.ofNullable(form.get(field)).map(String::strip).filter(text -> !text.isEmpty());
        }

        boolean isFiltered() {
            return given("q").isPresent() || given("reason").isPresent();
        }

        boolean isFirst() {
            return place().isEmpty();
        }

        private Optional<Queue.Place> place() {
            return given("after").flatMap(Queue.Place::read);
        }

        Queue queue(int limit) {
            return new Queue(
                    order(), given("q").orElse(null), given("reason").orElse(null), null, place().orElse(null), limit);
        }

        String start() {
            return address(PATH).build().encode().toUriString();
        }

        String after(SuspenseItem item) {
            return address(PATH)
                    .queryParam("after", Queue.Place.of(item))
                    .build()
                    .encode()
                    .toUriString();
        }

        String item(long id) {
            return address(PATH + "/" + id).build().encode().toUriString();
        }

        private UriComponentsBuilder address(String path) {
            var address = UriComponentsBuilder.fromPath(path);
            if (order() == Queue.Order.LARGEST) {
                address.queryParam("order", "largest");
            }
            given("q").ifPresent(text -> address.queryParam("q", "{q}").uriVariables(Map.of("q", text)));
            given("reason").ifPresent(text -> address.queryParam("reason", text));
            return address;
        }
    }
}
