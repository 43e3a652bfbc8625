package localgov.ims.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import localgov.ims.TestCouncil;
import org.jspecify.annotations.Nullable;

/// Rules for tests, as they stand when two people have agreed to them.
public final class TestRules {
    private TestRules() {}

    /// The rules of a test's own council, read anew for each piece of work.
    public static Rules on(TestCouncil council) {
        var asked = new AtomicLong();
        return new Rules(new RuleStore(council.db), () -> Instant.EPOCH.plusSeconds(60 * asked.incrementAndGet()));
    }

    /// A rule that puts what it finds into suspense, to be changed with the other methods.
    public static Written rule(String code, int position, String condition) {
        return new Written(
                code, position, condition, RuleAction.SUSPEND, null, null, "", null, null, "", "Look", false);
    }

    public record Written(
            String code,
            int position,
            String condition,
            RuleAction action,
            @Nullable String fund,
            @Nullable AccountFrom from,
            String account,
            @Nullable String method,
            @Nullable String vatCode,
            String narrative,
            String reason,
            boolean goesFirst) {

        public Written places(String inFund, AccountFrom accountFrom, String number) {
            return new Written(
                    code,
                    position,
                    condition,
                    RuleAction.PLACE,
                    inFund,
                    accountFrom,
                    number,
                    method,
                    vatCode,
                    narrative,
                    "",
                    goesFirst);
        }

        public Written does(RuleAction other, @Nullable String byMethod) {
            return new Written(
                    code, position, condition, other, null, null, "", byMethod, null, narrative, reason, goesFirst);
        }

        public Written first() {
            return new Written(
                    code, position, condition, action, fund, from, account, method, vatCode, narrative, reason, true);
        }

        public Written says(String words, @Nullable String otherMethod, @Nullable String otherVat) {
            return new Written(
                    code,
                    position,
                    condition,
                    action,
                    fund,
                    from,
                    account,
                    otherMethod,
                    otherVat,
                    words,
                    reason,
                    goesFirst);
        }
    }

    public static void write(TestCouncil council, Written... rules) {
        council.within(() -> {
            council.db
                    .sql("update rules_rule set retired_at = now() where retired_at is null")
                    .update();
            for (var rule : rules) {
                council.db
                        .sql("""
                        insert into rules_rule (code, name, position, condition, action, fund, account_from, account, method, vat_code,
                                                narrative, reason, owner, goes_first)
                        values (:code, :name, :position, :condition, :action, :fund, :from, :account, :method, :vat,
                                :narrative, :reason, '', :first)
                        on conflict (code) do update
                           set (position, condition, action, fund, account_from, account, method, vat_code, narrative, reason,
                                goes_first, retired_at, version)
                             = (excluded.position, excluded.condition, excluded.action, excluded.fund, excluded.account_from,
                                excluded.account, excluded.method, excluded.vat_code, excluded.narrative, excluded.reason,
                                excluded.goes_first, null, 1)
                        """)
                        .param("code", rule.code())
                        .param("name", "Rule " + rule.code())
                        .param("position", rule.position())
                        .param("condition", rule.condition())
                        .param("action", rule.action())
                        .param("fund", rule.fund())
                        .param("from", rule.from())
                        .param("account", rule.account())
                        .param("method", rule.method())
                        .param("vat", rule.vatCode())
                        .param("narrative", rule.narrative())
                        .param("reason", rule.reason())
                        .param("first", rule.goesFirst())
                        .update();
            }
            return rules.length;
        });
    }

    static final LocalDate DAY = LocalDate.of(2026, 11, 19);

    public static RuledLine line(String reference) {
        return new RuledLine(true, 12_000, DAY, "bank", "", "main", "93", "A PAYER", "20304012345678", reference, "");
    }

    static RecognitionRule compiled(String code, int position, String condition) {
        return new RecognitionRule(
                code,
                "Rule " + code,
                position,
                1,
                ConditionText.condition(condition).orElseThrow(() -> new AssertionError(condition)),
                RuleAction.SUSPEND,
                null,
                null,
                "",
                null,
                null,
                "",
                "Look",
                "",
                false,
                null,
                null);
    }
}
