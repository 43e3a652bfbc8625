package localgov.ims.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import localgov.ims.rules.Condition.Group;
import localgov.ims.rules.Condition.Test;
import org.jspecify.annotations.Nullable;

/// All rules of one moment, compiled. Make one for each piece of work, because two threads cannot share one.
///
/// Only rules of which a piece of text stands in the line are looked at, and those that ask for no text: five hundred
/// rules cost a line hardly more than three.
public final class RuleBook {
    private final List<Compiled> rules;
    private final ClueIndex index;
    private final BitSet always = new BitSet();
    private final BitSet candidates = new BitSet();
    private final boolean accounts;

    private record Compiled(RecognitionRule rule, Held held, List<Finder> patterns) {}

    /// A pattern with a group that holds the account, and where it looks.
    private record Finder(Subject subject, SafePattern pattern) {}

    private RuleBook(List<RecognitionRule> all) {
        rules = all.stream()
                .sorted(Comparator.comparingLong(RecognitionRule::position).thenComparing(RecognitionRule::code))
                .map(RuleBook::compiled)
                .toList();
        var clues = new ArrayList<Set<String>>();
        boolean some = false;
        for (int i = 0; i < rules.size(); i++) {
            var condition = rules.get(i).rule().condition();
            var found = Clues.of(condition).filter(pieces -> pieces.stream().allMatch(ClueIndex::takes));
            clues.add(found.orElse(Set.of()));
            always.set(i, found.isEmpty());
            some |= asksForAccounts(condition);
        }
        accounts = some;
        index = ClueIndex.of(clues);
    }

    static RuleBook of(List<RecognitionRule> rules) {
        return new RuleBook(rules);
    }

    /// Rules as reference data says them, by column in their plain form; those whose condition cannot be read are
    /// none.
    public static RuleBook ofAnswers(List<Map<String, String>> rules) {
        return of(rules.stream()
                .map(answers -> RuleStore.rule(answers, 1))
                .flatMap(Optional::stream)
                .toList());
    }

    private static boolean asksForAccounts(Condition condition) {
        return switch (condition) {
            case Test test -> test.subject() == Subject.PAYER_ACCOUNT;
            case Group group -> group.parts().stream().anyMatch(RuleBook::asksForAccounts);
        };
    }

    private static Compiled compiled(RecognitionRule rule) {
        var patterns = new ArrayList<Finder>();
        if (rule.accountFrom() == AccountFrom.PATTERN) {
            gather(rule.condition(), patterns);
        }
        return new Compiled(rule, Held.of(rule.condition()), List.copyOf(patterns));
    }

    private static void gather(Condition condition, List<Finder> patterns) {
        switch (condition) {
            case Test test -> {
                if (test.operator() == Operator.MATCHES && !test.not()) {
                    var pattern = SafePattern.of(test.value());
                    if (pattern.hasAccount()) {
                        patterns.add(new Finder(test.subject(), pattern));
                    }
                }
            }
            case Group group -> group.parts().forEach(part -> gather(part, patterns));
        }
    }

    /// Whether a condition has a pattern that finds an account.
    static boolean findsAccounts(Condition condition) {
        var patterns = new ArrayList<Finder>();
        gather(condition, patterns);
        return !patterns.isEmpty();
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /// What the first rule that holds says; nothing when none does.
    public @Nullable Ruling decide(RuledLine line) {
        return decide(line, EnumSet.allOf(RuleAction.class));
    }

    /// What the first rule that holds says, among those that ask for something that can be done with such a line.
    /// Nothing when none does.
    public @Nullable Ruling decide(RuledLine line, Set<RuleAction> possible) {
        if (rules.isEmpty()) {
            return null;
        }
        candidates.clear();
        candidates.or(always);
        look(line);
        if (candidates.isEmpty()) {
            return null;
        }
        var texts = new LineTexts(line);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            var compiled = rules.get(i);
            if (possible.contains(compiled.rule().action())
                    && compiled.rule().holdsOn(line.day())
                    && compiled.held().by(texts)) {
                return Ruling.of(compiled.rule(), account(compiled, texts));
            }
        }
        return null;
    }

    private void look(RuledLine line) {
        index.find(line.reference(), false, candidates);
        index.find(line.payer(), false, candidates);
        index.find(line.said(), false, candidates);
        if (line.said().indexOf('\n') >= 0) {
            index.find(line.said(), true, candidates);
        }
        if (accounts && !line.payerAccount().isEmpty()) {
            index.find(Plain.account(line.payerAccount()), false, candidates);
        }
    }

    /// What the patterns find, where all of them find the same: of two accounts none is taken.
    private static Optional<String> account(Compiled compiled, LineTexts texts) {
        var from = compiled.rule().accountFrom();
        if (from == AccountFrom.FIXED) {
            return Optional.of(compiled.rule().account());
        }
        var found = new HashSet<String>();
        for (var pattern : compiled.patterns()) {
            texts.of(pattern.subject())
                    .forEach(text -> found.addAll(pattern.pattern().accounts(text)));
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /// Whether a condition holds of a line, for trying one out.
    static boolean holds(Condition condition, RuledLine line) {
        return Held.of(condition).by(new LineTexts(line));
    }
}
