package localgov.ims.suspense;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.ReferenceCheck;
import localgov.ims.journals.Move;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.people.Scope;
import localgov.ims.suspense.Allocated.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where money in suspense may go. The fund must be in use, the reference right to its last digit and, where the
/// fund says so, the account known. Not asked is what would stop a payer from paying: the money is here already, so
/// it may be placed in a fund that is closed, on an account that is stopped, and above the greatest amount of a
/// payment.
@Component
class AllocationRules {
    static final int MOST_LINES = 100;
    static final int LONGEST_NARRATIVE = 100;

    private final Catalogue catalogue;
    private final Accounts accounts;

    AllocationRules(Catalogue catalogue, Accounts accounts) {
        this.catalogue = catalogue;
        this.accounts = accounts;
    }

    /// Lines with references as they are kept, or else what is wrong; never both.
    record Judged(List<Move.Target> targets, List<Problem> problems) {
        boolean isRight() {
            return problems.isEmpty();
        }
    }

    Judged judge(List<Allocation.Line> lines, Scope scope) {
        if (lines.isEmpty()) {
            return whole("none", "Say where at least one part of the money goes", Map.of());
        }
        if (lines.size() > MOST_LINES) {
            return whole(
                    "too-many",
                    "An allocation has %d lines at most".formatted(MOST_LINES),
                    Map.of("most", "" + MOST_LINES));
        }
        var targets = new ArrayList<Move.Target>();
        var problems = new ArrayList<Problem>();
        var rules = catalogue.now();
        for (int i = 0; i < lines.size(); i++) {
            judge(i + 1, lines.get(i), rules, scope, targets, problems);
        }
        return new Judged(List.copyOf(targets), List.copyOf(problems));
    }

    private static Judged whole(String code, String words, Map<String, String> values) {
        return new Judged(List.of(), List.of(new Problem(0, "lines", code, words, values)));
    }

    private void judge(
            int place,
            Allocation.Line line,
            CatalogueSnapshot rules,
            Scope scope,
            List<Move.Target> targets,
            List<Problem> problems) {
        int before = problems.size();
        if (!line.amount().isPositive()) {
            problems.add(new Problem(place, "amount", "not-positive", "Amount must be more than £0.00"));
        }
        if (line.narrative() != null && line.narrative().length() > LONGEST_NARRATIVE) {
            problems.add(new Problem(
                    place,
                    "narrative",
                    "too-long",
                    "Note must be %d characters or fewer".formatted(LONGEST_NARRATIVE),
                    Map.of("longest", "" + LONGEST_NARRATIVE)));
        }
        var fund = rules.fund(line.fund()).filter(known -> !known.retired() && !known.isSuspense());
        if (fund.isEmpty()) {
            problems.add(new Problem(place, "fund", line.fund().isBlank() ? "blank" : "unknown-fund", "Choose a fund"));
            return;
        }
        if (!scope.allowsFund(line.fund())) {
            problems.add(new Problem(
                    place,
                    "fund",
                    "not-yours",
                    "You may not place money in " + fund.get().name(),
                    Map.of("fund", line.fund())));
            return;
        }
        switch (fund.get().check(line.account())) {
            case ReferenceCheck.DoesNotFit refused ->
                problems.add(new Problem(place, "account", refused.code(), refused.words(), refused.args()));
            case ReferenceCheck.Fits fits -> {
                if (isMissing(fund.get(), fits.reference())) {
                    problems.add(new Problem(
                            place,
                            "account",
                            "unknown-account",
                            "There is no such account in " + fund.get().name(),
                            Map.of("fund", fund.get().code())));
                } else if (problems.size() == before) {
                    targets.add(
                            new Move.Target(line.fund(), fits.reference(), line.amount(), masked(line.narrative())));
                }
            }
        }
    }

    private boolean isMissing(Fund fund, String reference) {
        return fund.accountMustExist() && accounts.find(fund.code(), reference).isEmpty();
    }

    static @Nullable String masked(@Nullable String narrative) {
        return narrative == null || narrative.isBlank() ? null : CardNumbers.masked(narrative.strip());
    }
}
