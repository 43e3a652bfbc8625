package localgov.ims.suspense;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.accounts.Account;
import localgov.ims.accounts.AccountIndex;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Ranks where items may belong: what recognition thought possible when the money came, accounts whose number is a
/// slip of the pen away, and where this payer's money was placed before. What the account holder owes, and how they
/// are called, strengthens a suggestion but never makes one.
@Component
class Suggestions {
    private static final int MOST = 5;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<List<Candidate>> CANDIDATES = new TypeReference<>() {};

    private final SuspenseStore store;
    private final Catalogue catalogue;
    private final Accounts accounts;

    Suggestions(SuspenseStore store, Catalogue catalogue, Accounts accounts) {
        this.store = store;
        this.catalogue = catalogue;
        this.accounts = accounts;
    }

    /// A place that was thought possible when the money came in.
    record Candidate(
            String fund,
            String account,
            @Nullable String rule,
            @Nullable List<String> reasons) {}

    /// For each item by its id, the likeliest first.
    Map<Long, List<Suggestion>> of(Collection<SuspenseItem> items) {
        var rules = catalogue.now();
        var index = accounts.index();
        var candidates = store.candidates(items.stream().map(SuspenseItem::id).toList());
        var placed = store.placedBefore(items.stream()
                .map(SuspenseItem::payer)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return items.stream().collect(Collectors.toMap(SuspenseItem::id, item -> {
            var gathered = new Gathered(item, rules, index);
            gathered.candidates(candidates.getOrDefault(item.id(), "[]"));
            gathered.placedBefore(placed.getOrDefault(lower(item.payer()), List.of()));
            gathered.near();
            return gathered.ranked();
        }));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static final class Weighed {
        private final Fund fund;
        private final String account;
        private final List<String> reasons = new ArrayList<>();
        private String quote = "";
        private int weight;

        Weighed(Fund fund, String account) {
            this.fund = fund;
            this.account = account;
        }

        void because(int more, List<String> sentences) {
            weight += more;
            sentences.stream().filter(sentence -> !reasons.contains(sentence)).forEach(reasons::add);
        }
    }

    /// What speaks for each account, for one item.
    private final class Gathered {
        private final SuspenseItem item;
        private final CatalogueSnapshot rules;
        private final AccountIndex index;
        private final Map<String, Weighed> byAccount = new LinkedHashMap<>();

        Gathered(SuspenseItem item, CatalogueSnapshot rules, AccountIndex index) {
            this.item = item;
            this.rules = rules;
            this.index = index;
        }

        void candidates(String kept) {
            int weight = 10;
            for (var candidate : JSON.readValue(kept, CANDIDATES)) {
                int now = weight--;
                weighed(candidate.fund(), candidate.account())
                        .ifPresent(
                                one -> one.because(now, candidate.reasons() == null ? List.of() : candidate.reasons()));
            }
        }

        void placedBefore(List<SuspenseStore.Placed> places) {
            for (var place : places) {
                weighed(place.fund(), place.accountNumber())
                        .ifPresent(one -> one.because(
                                8 + (int) Math.min(place.times(), 4),
                                List.of(
                                        place.times() == 1
                                                ? "This payer’s money was placed there once before"
                                                : "This payer’s money was placed there %d times before"
                                                        .formatted(place.times()))));
            }
        }

        void near() {
            for (var near : new NearReferences(rules.funds(), index).in(said())) {
                weighed(near.fund().code(), near.account()).ifPresent(one -> {
                    one.because(near.slip() == NearReferences.Slip.SWAPPED ? 9 : 7, List.of(near.inWords()));
                    one.quote = near.quote();
                });
            }
        }

        private String said() {
            return (item.payer() == null ? "" : item.payer()) + "\n"
                    + (item.narrative() == null ? "" : item.narrative());
        }

        /// Only where the money may go: in a fund in use, with a right reference and an account that exists.
        private Optional<Weighed> weighed(String code, String number) {
            return rules.fund(code)
                    .filter(fund -> !fund.retired()
                            && !fund.isSuspense()
                            && fund.check(number).fits())
                    .filter(fund -> !fund.accountMustExist() || index.exists(code, number))
                    .map(fund -> byAccount.computeIfAbsent(code + " " + number, _ -> new Weighed(fund, number)));
        }

        List<Suggestion> ranked() {
            byAccount
                    .values()
                    .forEach(one ->
                            accounts.find(one.fund.code(), one.account).ifPresent(holder -> strengthen(one, holder)));
            return byAccount.values().stream()
                    .sorted(Comparator.comparingInt((Weighed one) -> -one.weight)
                            .thenComparing(one -> one.fund.priority())
                            .thenComparing(one -> one.account))
                    .limit(MOST)
                    .map(one -> new Suggestion(
                            one.fund.code(), one.fund.name(), one.account, List.copyOf(one.reasons), one.quote))
                    .toList();
        }

        private void strengthen(Weighed one, Account holder) {
            if (item.remaining().equals(holder.balance())) {
                one.because(3, List.of("%s is due on it".formatted(item.remaining())));
            }
            if (sharesAName(lower(item.payer()), lower(holder.name()))) {
                one.because(3, List.of("The payer is called like the account holder"));
            }
            if (holder.stopped()) {
                one.because(0, List.of("The account is stopped: ask its service first"));
            }
        }
    }

    private static boolean sharesAName(String payer, String holder) {
        var words = List.of(payer.split("[^\\p{L}]+"));
        return List.of(holder.split("[^\\p{L}]+")).stream()
                .anyMatch(name -> name.length() >= 4 && words.contains(name));
    }
}
