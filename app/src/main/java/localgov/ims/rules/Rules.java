package localgov.ims.rules;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.councils.CouncilCache;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Wished;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The rules of the current council.
@Component
public class Rules {
    /// What the reason of a line begins with that a rule decided; the rule's code follows.
    public static final String PREFIX = "rule:";

    /// How long another instance's change may stay unseen.
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final CouncilCache<List<RecognitionRule>> kept;

    Rules(RuleStore store, InstantSource clock) {
        this.kept = new CouncilCache<>(clock, MOMENT, store::inUse);
    }

    /// The rules of this moment, compiled for one piece of work.
    public RuleBook now() {
        return RuleBook.of(kept.get());
    }

    /// The rules of this moment as they would be with what is wished, each in the place of an earlier version of it
    /// where there is one.
    public Draft with(List<Wished> wished) {
        var codes = wished.stream().map(one -> code(one.answers())).collect(Collectors.toCollection(TreeSet::new));
        var others =
                kept.get().stream().filter(rule -> !codes.contains(rule.code())).toList();
        var drafts = wished.stream().filter(Wished::inUse).flatMap(one -> RuleStore.rule(one.answers(), 0).stream());
        var says = Stream.concat(
                        others.stream().map(rule -> rule.code() + ":" + rule.version()),
                        wished.stream().map(Rules::says).sorted())
                .collect(Collectors.joining("\n"));
        return new Draft(
                RuleBook.of(Stream.concat(others.stream(), drafts).toList()),
                Collections.unmodifiableSortedSet(codes),
                says);
    }

    /// All rules as they would be if what is wished were agreed to.
    ///
    /// @param codes of the rules that would change
    /// @param says stands for everything in it that decides: the same twice is the same rules
    public record Draft(RuleBook book, SortedSet<String> codes, String says) {}

    /// What it is called decides nothing.
    private static String says(Wished one) {
        var answers = new TreeMap<>(one.answers());
        answers.remove("name");
        answers.values().removeIf(String::isEmpty);
        return one.inUse() ? "use " + answers : "retire " + code(one.answers());
    }

    private static String code(Map<String, String> answers) {
        return answers.getOrDefault("code", "");
    }

    /// A rule that is not in use yet, by itself; empty when its condition cannot be read.
    ///
    /// @param answers in their plain form
    public Optional<Alone> alone(Map<String, String> answers, CatalogueSnapshot catalogue) {
        return RuleStore.rule(answers, 1)
                .map(rule -> new Alone(
                        RuleBook.of(List.of(rule)),
                        new RuleSentence(catalogue).of(rule),
                        rule.startsOn(),
                        rule.endsOn()));
    }

    /// One rule by itself.
    ///
    /// @param sentence what it says
    public record Alone(
            RuleBook book,
            Phrase sentence,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        /// A day on which it holds: this one where it does.
        public LocalDate day(LocalDate today) {
            if (endsOn != null && today.isAfter(endsOn)) {
                return endsOn;
            }
            return startsOn != null && today.isBefore(startsOn) ? startsOn : today;
        }
    }

    /// The rules that are in use, in their order.
    List<RecognitionRule> inUse() {
        return kept.get();
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(RulesData.TABLE)) {
            kept.forget();
        }
    }
}
