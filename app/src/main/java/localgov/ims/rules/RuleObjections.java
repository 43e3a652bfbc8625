package localgov.ims.rules;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.London;
import localgov.ims.settings.Objection;
import localgov.ims.settings.Problem;
import org.springframework.stereotype.Component;

/// A rule that would place money where none can be placed is refused when it is written, and again when it is
/// approved.
@Component
class RuleObjections implements Objection {
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final InstantSource clock;
    private final RuleStore store;

    RuleObjections(Catalogue catalogue, Accounts accounts, InstantSource clock, RuleStore store) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.clock = clock;
        this.store = store;
    }

    @Override
    public Optional<Problem> to(String type, Map<String, String> after) {
        return type.equals(RulesData.RULES.slug())
                ? RuleStore.rule(after, 0).flatMap(rule -> tooLarge(rule).or(() -> placing(rule)))
                : Optional.empty();
    }

    /// Together with all rules that are in use, also with those that were written in the same database transaction.
    private Optional<Problem> tooLarge(RecognitionRule rule) {
        long others = store.inUse().stream()
                .filter(other -> !other.code().equals(rule.code()))
                .mapToLong(other -> RuleSize.of(other.condition()))
                .sum();
        return others + RuleSize.of(rule.condition()) <= RuleSize.MOST
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "condition",
                        "too-large",
                        "All rules together would be too large. Make patterns shorter, or retire rules that decide nothing",
                        "Byddai’r holl reolau gyda’i gilydd yn rhy fawr. Byrhewch batrymau, neu tynnwch reolau nad ydynt"
                                + " yn penderfynu dim o ddefnydd"));
    }

    private Optional<Problem> placing(RecognitionRule rule) {
        return rule.action() == RuleAction.PLACE ? to(rule) : Optional.empty();
    }

    private Optional<Problem> to(RecognitionRule rule) {
        boolean fixed = rule.accountFrom() == AccountFrom.FIXED;
        var placing = Placing.of(
                rule.fund(),
                fixed ? Optional.of(rule.account()) : Optional.empty(),
                rule.method(),
                rule.vatCode(),
                London.dayOf(clock.instant()),
                catalogue.now(),
                accounts.index());
        return placing instanceof Placing.Impossible(var why, var words)
                ? problem(why, words, fixed)
                : Optional.empty();
    }

    private static Optional<Problem> problem(String why, String words, boolean fixed) {
        return switch (why) {
            case "rule-fund" -> Optional.of(Problem.of("fund", why, words, "Nid yw’r gronfa hon yn cymryd arian."));
            case "rule-method" -> Optional.of(Problem.of("method", why, words, "Nid oes y fath ddull talu mwyach."));
            case "rule-vat" -> Optional.of(Problem.of("vat_code", why, words, "Ni all y gronfa gael y cod TAW hwn."));
            default ->
                fixed
                        ? Optional.of(Problem.of("account", why, words, "Nid oes cyfrif o’r fath yn y gronfa."))
                        : Optional.empty();
        };
    }
}
