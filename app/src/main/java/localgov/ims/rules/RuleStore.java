package localgov.ims.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the rules that are in use.
@Repository
class RuleStore {
    private final JdbcClient db;

    RuleStore(JdbcClient db) {
        this.db = db;
    }

    private record Row(
            String code,
            String name,
            long position,
            long version,
            String condition,
            RuleAction action,
            @Nullable String fund,
            @Nullable AccountFrom accountFrom,
            String account,
            @Nullable String method,
            @Nullable String vatCode,
            String narrative,
            String reason,
            String owner,
            boolean goesFirst,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {

        Stream<RecognitionRule> rule() {
            return ConditionText.condition(condition).stream()
                    .map(read -> new RecognitionRule(
                            code,
                            name,
                            position,
                            version,
                            read,
                            action,
                            fund,
                            accountFrom,
                            account,
                            method,
                            vatCode,
                            narrative,
                            reason,
                            owner,
                            goesFirst,
                            startsOn,
                            endsOn));
        }
    }

    /// In their order; without those of which nobody can tell when they hold (see [#unread]).
    List<RecognitionRule> inUse() {
        return rows().stream().flatMap(Row::rule).toList();
    }

    /// A rule that decides nothing, because its condition cannot be read.
    record Unread(String code, String name) {}

    /// In their order.
    List<Unread> unread() {
        return rows().stream()
                .filter(row -> row.rule().findAny().isEmpty())
                .map(row -> new Unread(row.code(), row.name()))
                .toList();
    }

    private List<Row> rows() {
        return Rows.of(db.sql("""
                        select code, name, position, version, condition, action, fund, account_from, account, method,
                               vat_code, narrative, reason, owner, goes_first, starts_on, ends_on
                          from rules_rule
                         where retired_at is null
                         order by position, code
                        """).query(Row.class));
    }

    /// @param lines how many a rule decided, and `suspense` how many of those went to suspense
    record Decided(String rule, long lines, long suspense) {
        static final Decided NOTHING = new Decided("", 0, 0);
    }

    /// What each rule decided since a day, by the rule's code.
    Map<String, Decided> decidedSince(LocalDate day) {
        return Rows.of(db.sql("""
                        select substr(rule, 6) as rule, count(*) as lines,
                               count(*) filter (where outcome = 'SUSPENSE') as suspense
                          from imports_lines
                         where rule like 'rule:%'
                           and booked_on >= :day
                         group by substr(rule, 6)
                        """).param("day", day).query(Decided.class)).stream()
                .collect(Collectors.toMap(Decided::rule, Function.identity()));
    }

    /// Answers as the settings engine keeps them, as a rule; nothing when its condition cannot be read.
    static Optional<RecognitionRule> rule(Map<String, String> answers, long version) {
        return ConditionText.condition(answers.getOrDefault("condition", ""))
                .map(condition -> new RecognitionRule(
                        answers.getOrDefault("code", ""),
                        answers.getOrDefault("name", ""),
                        Long.parseLong(answers.getOrDefault("position", "0")),
                        version,
                        condition,
                        RuleAction.valueOf(answers.getOrDefault("action", "")),
                        given(answers, "fund").orElse(null),
                        given(answers, "account_from").map(AccountFrom::valueOf).orElse(null),
                        answers.getOrDefault("account", ""),
                        given(answers, "method").orElse(null),
                        given(answers, "vat_code").orElse(null),
                        answers.getOrDefault("narrative", ""),
                        answers.getOrDefault("reason", ""),
                        answers.getOrDefault("owner", ""),
                        "yes".equals(answers.get("goes_first")),
                        given(answers, "starts_on").map(LocalDate::parse).orElse(null),
                        given(answers, "ends_on").map(LocalDate::parse).orElse(null)));
    }

    private static Optional<String> given(Map<String, String> answers, String column) {
        return Optional.ofNullable(answers.get(column)).filter(answer -> !answer.isEmpty());
    }
}
