package localgov.ims.suspense;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.accounts.Account;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.journals.Move;
import localgov.ims.receipts.PayerMemory;
import localgov.ims.recognition.BankLine;
import localgov.ims.recognition.Because;
import localgov.ims.recognition.Called;
import localgov.ims.recognition.Evidence;
import localgov.ims.recognition.Reason;
import localgov.ims.recognition.Rule;
import localgov.ims.recognition.Suggested;
import localgov.ims.recognition.Suggesting;
import localgov.ims.recognition.Suggesting.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Ranks where items may belong, and keeps count of which kinds of suggestions were right. A page of items takes a
/// handful of questions to the database, however many items and accounts there are.
@Component
class Suggestions {
    /// Fewer decisions than this say nothing of a kind of suggestion.
    private static final long FEWEST = 5;

    /// The kind of source that lines of files are.
    private static final String OF_FILES = "import";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<List<Candidate>> CANDIDATES = new TypeReference<>() {};
    private static final Reason STOPPED = new Reason(
            "The account is stopped: ask its service first",
            "Mae’r cyfrif wedi’i atal: gofynnwch i’w wasanaeth yn gyntaf");

    private final SuspenseStore store;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final PayerMemory memory;

    Suggestions(SuspenseStore store, Catalogue catalogue, Accounts accounts, PayerMemory memory) {
        this.store = store;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.memory = memory;
    }

    /// A place that was thought possible when the money came in.
    ///
    /// @param because the reason as [Because#compact] keeps it
    record Candidate(
            String fund,
            String account,
            @Nullable String rule,
            @Nullable String because) {

        localgov.ims.recognition.Candidate thought() {
            var known = Rule.of(rule == null ? "" : rule).orElse(Rule.TOO_COMMON);
            return new localgov.ims.recognition.Candidate(
                    fund,
                    account,
                    because == null ? new Because(known, account, false, true) : Because.read(known, because));
        }
    }

    /// For each item by its id, the likeliest first.
    Map<Long, List<Suggestion>> of(Collection<SuspenseItem> items) {
        var now = catalogue.now();
        var suggesting = new Suggesting(now, accounts.index());
        var candidates = store.candidates(items.stream().map(SuspenseItem::id).toList());
        var placed = store.placedBefore(items.stream()
                .map(SuspenseItem::payer)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var paid = paidBefore(items);
        var possible = new LinkedHashMap<Long, Suggesting.Possible>();
        items.forEach(item -> possible.put(
                item.id(),
                suggesting.possible(
                        line(item),
                        JSON.readValue(candidates.getOrDefault(item.id(), "[]"), CANDIDATES).stream()
                                .map(Candidate::thought)
                                .toList(),
                        Stream.concat(
                                        placed.getOrDefault(lower(item.payer()), List.of()).stream()
                                                .map(one -> new Suggesting.Before(
                                                        one.fund(), one.accountNumber(), one.times(), true)),
                                        paid.getOrDefault(line(item.sourceId(), item.line()), List.of()).stream())
                                .toList())));
        var holders = holders(possible.values().stream()
                .flatMap(one -> one.places().stream())
                .distinct()
                .toList());
        var record = possible.isEmpty() ? Map.<String, SuspenseStore.Right>of() : store.right();
        var suggestions = new HashMap<Long, List<Suggestion>>();
        possible.forEach((id, one) -> suggestions.put(
                id,
                one.ranked(new Known(holders)).stream()
                        .map(suggested -> suggestion(suggested, now, holders, record))
                        .toList()));
        return suggestions;
    }

    /// What was paid before from the bank accounts from which lines of files came.
    private Map<String, List<Suggesting.Before>> paidBefore(Collection<SuspenseItem> items) {
        var lines = items.stream()
                .filter(item -> item.sourceKind().equals(OF_FILES))
                .toList();
        return lines.isEmpty()
                ? Map.of()
                : memory
                        .paidBefore(
                                lines.stream().map(SuspenseItem::sourceId).toList(),
                                lines.stream().map(SuspenseItem::line).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                one -> line(one.source(), one.place()),
                                Collectors.mapping(
                                        one -> new Suggesting.Before(
                                                one.fund(), one.accountNumber(), one.times(), false),
                                        Collectors.toList())));
    }

    private static String line(String source, int place) {
        return source + "/" + place;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static BankLine line(SuspenseItem item) {
        return new BankLine(
                "",
                item.payer() == null ? "" : item.payer(),
                Stream.of(item.narrative())
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList(),
                item.remaining().pence(),
                "");
    }

    private Map<Place, Account> holders(List<Place> places) {
        var holders = new HashMap<Place, Account>();
        accounts.found(
                        places.stream().map(Place::fund).toList(),
                        places.stream().map(Place::account).toList())
                .forEach(account -> holders.put(new Place(account.fund(), account.number()), account));
        return holders;
    }

    /// Who holds the accounts that are in question.
    private record Known(Map<Place, Account> holders) implements Evidence {
        @Override
        public Holder holder(String fund, String account) {
            var known = holders.get(new Place(fund, account));
            return known == null
                    ? Holder.UNKNOWN
                    : new Holder(
                            Called.of(known.name()),
                            known.balance() == null ? null : known.balance().pence());
        }

        /// Where this payer's money was placed is among what is possible already.
        @Override
        public int timesPaid(String payer, String fund, String account) {
            return 0;
        }
    }

    private static Suggestion suggestion(
            Suggested suggested,
            CatalogueSnapshot catalogue,
            Map<Place, Account> holders,
            Map<String, SuspenseStore.Right> record) {
        var reasons = new ArrayList<>(suggested.reasons());
        var holder = holders.get(new Place(suggested.fund(), suggested.account()));
        if (holder != null && holder.stopped()) {
            reasons.add(STOPPED);
        }
        var right = record.get(suggested.how().code());
        if (right != null && right.made() >= FEWEST) {
            reasons.add(new Reason(
                    "First suggestions of this kind were right %d of %d times".formatted(right.taken(), right.made()),
                    "Roedd awgrymiadau cyntaf o’r math hwn yn gywir %d o %d gwaith"
                            .formatted(right.taken(), right.made())));
        }
        return new Suggestion(
                suggested.fund(),
                catalogue.fund(suggested.fund()).map(Fund::name).orElse(suggested.fund()),
                suggested.account(),
                suggested.how(),
                List.copyOf(reasons),
                suggested.quote());
    }

    /// Writes down what was suggested when somebody decided, and whether they chose it: one statement. What is
    /// suggested is worked out before money is held.
    void decided(UUID allocation, List<Suggestion> made, List<Move.Target> targets) {
        store.suggested(
                allocation,
                made.stream().map(one -> one.how().code()).toList(),
                made.stream()
                        .map(one -> targets.stream()
                                .anyMatch(target -> target.fund().equals(one.fund())
                                        && target.accountNumber().equals(one.account())))
                        .toList());
    }
}
