package localgov.ims.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.people.Limits;
import localgov.ims.people.Scope;
import localgov.ims.reporting.ReceiptSearch.Within;
import org.jspecify.annotations.Nullable;

/// The conditions of a search and their values.
final class SearchConditions {
    private static final String RECEIVED = """
            (from_account like 'bank:%' or from_account like 'clearing:%') and (to_account like 'fund:%' or to_account = 'suspense')""";

    private static final String RECEIVED_OR_PLACED = """
            (from_account like 'bank:%' or from_account like 'clearing:%' or from_account = 'suspense')
                and (to_account like 'fund:%' or to_account = 'suspense')""";

    private static final String WORDS = "ledger_words(fund, office, method, payer, narrative)";

    /// What the codes of funds, offices and methods begin with among the words of a posting.
    private static final String FUND = "=";

    private static final String OFFICE = "==";
    private static final String METHOD = "===";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /// @param asked the months that can have learned of it; nothing when any of them can
    /// @param gather whether the index of words may lead to funds; looked at posting by posting, words are slow
    SearchConditions(Within within, @Nullable Position after, BookMonths.@Nullable Asked asked, boolean gather) {
        var criteria = within.criteria();
        within(within.scope());
        accounts(criteria.accounts());
        and("pence >= :atLeast", "atLeast", criteria.isExact() ? null : criteria.atLeast());
        and("pence <= :atMost", "atMost", criteria.isExact() ? null : criteria.atMost());
        and("pence = :amount", "amount", criteria.isExact() ? criteria.atLeast() : null);
        and("happened_on >= :from", "from", criteria.from());
        and("happened_on <= :to", "to", criteria.to());
        months(asked);
        funds(criteria.funds());
        words(criteria);
        if (!criteria.words().isEmpty()) {
            fundsAsWords(within);
        } else if (gather && within.isByPlaceAlone()) {
            fundsAsWords(within);
            limitsAsWords(within.scope());
        }
        if (criteria.call() != null) {
            call(criteria.call());
        }
        if (criteria.source() != null) {
            source(criteria.source().kind(), criteria.source().id());
        }
        if (after != null) {
            conditions.add("(happened_on, id) < (:afterDay, :afterId)");
            values.put("afterDay", after.happenedOn());
            values.put("afterId", after.posting());
        }
        conditions.add(criteria.placedLater() ? RECEIVED_OR_PLACED : RECEIVED);
    }

    /// What nobody stated lies outside of every limit, as a null is equal to nothing.
    private void within(Scope scope) {
        if (scope.isEverything()) {
            return;
        }
        var alternatives = new ArrayList<String>();
        for (var limits : scope.anyOf()) {
            var parts = new ArrayList<String>();
            limit(parts, "fund", "funds" + alternatives.size(), limits.funds());
            limit(parts, "office", "offices" + alternatives.size(), limits.offices());
            limit(parts, "method", "methods" + alternatives.size(), limits.methods());
            alternatives.add(String.join(" and ", parts));
        }
        conditions.add(alternatives.isEmpty() ? "false" : "(" + String.join(" or ", alternatives) + ")");
    }

    private void limit(List<String> parts, String column, String name, Set<String> codes) {
        if (!codes.isEmpty()) {
            parts.add("%s = any(string_to_array(:%s, ','))".formatted(column, name));
            values.put(name, String.join(",", codes));
        }
    }

    private void funds(@Nullable Set<String> funds) {
        if (funds == null) {
            return;
        }
        if (funds.isEmpty()) {
            conditions.add("false");
        } else if (funds.size() == 1) {
            and("fund = :fund", "fund", funds.iterator().next());
        } else {
            and("fund = any(string_to_array(:funds, ','))", "funds", String.join(",", funds));
        }
    }

    /// Each month by itself and as a day, which the planner compares: a list that is a text until it is carried out
    /// would leave every month of the book in the plan.
    private void months(BookMonths.@Nullable Asked asked) {
        if (asked == null) {
            return;
        }
        values.put("openMonth", asked.open());
        if (asked.over().isEmpty()) {
            conditions.add("month >= :openMonth");
        } else {
            conditions.add("(month in (:months) or month >= :openMonth)");
            values.put("months", asked.over());
        }
    }

    private void and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private void accounts(List<String> accounts) {
        if (accounts.size() == 1) {
            and("account_number = :account", "account", accounts.getFirst());
        } else if (!accounts.isEmpty()) {
            and("account_number = any(string_to_array(:accounts, ' '))", "accounts", String.join(" ", accounts));
        }
    }

    /// The fund is among a posting's words, so that a name within a fund leads to no other fund's postings.
    private void words(Criteria criteria) {
        if (criteria.words().isEmpty()) {
            return;
        }
        var query = criteria.words().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" & ")) + ":*";
        and(WORDS + " @@ to_tsquery('simple', :words)", "words", query);
    }

    private void fundsAsWords(Within within) {
        var funds = within.funds();
        if (!funds.isEmpty()) {
            and(WORDS + " @@ cast(:fundWords as tsquery)", "fundWords", anyOf(FUND, funds));
        }
    }

    /// Offices and methods are among a posting's words, too.
    private void limitsAsWords(Scope scope) {
        if (!scope.isEverything() && !scope.isNothing()) {
            var any = scope.anyOf().stream()
                    .map(SearchConditions::asWords)
                    .map("(%s)"::formatted)
                    .collect(Collectors.joining(" | "));
            and(WORDS + " @@ cast(:limitWords as tsquery)", "limitWords", any);
        }
    }

    private static String asWords(Limits limits) {
        return Stream.of(anyOf(FUND, limits.funds()), anyOf(OFFICE, limits.offices()), anyOf(METHOD, limits.methods()))
                .filter(words -> !words.isEmpty())
                .map("(%s)"::formatted)
                .collect(Collectors.joining(" & "));
    }

    private static String anyOf(String sign, Set<String> codes) {
        return codes.stream().sorted().map(code -> word(sign, code)).collect(Collectors.joining(" | "));
    }

    /// Whatever was asked for as a code, as one word of a query.
    private static String word(String sign, String code) {
        return "'%s%s'".formatted(sign, code.replace("\\", "\\\\").replace("'", "''"));
    }

    /// The few journals of what was taken for one call are found first, each in its own part of the book.
    private void call(String call) {
        conditions.add("""
                (journal, month, batch) in (
                    select journal.id, journal.month, journal.batch
                      from counter_receipts taken
                      join ledger_journals journal on journal.source_kind = taken.source_kind and journal.source_id = taken.source_id
                     where lower(taken.call_reference) = :call)""");
        values.put("call", call.toLowerCase(Locale.ROOT));
    }

    /// The journal's month and batch lead to the one partition that its postings are in.
    private void source(String kind, String id) {
        conditions.add("""
                (journal, month, batch) = (select id, month, batch from ledger_journals where source_kind = :sourceKind and source_id = :sourceId)""");
        values.put("sourceKind", kind);
        values.put("sourceId", id);
    }

    String where() {
        return String.join("\n and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }
}
