package localgov.ims.rules;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.councils.CouncilCache;
import localgov.ims.settings.ReferenceDataChanged;
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

    /// The rules of this moment as they would be with this one, in the place of an earlier version of it where
    /// there is
    /// one.
    ///
    /// @param answers of the rule, in their plain form
    public RuleBook with(Map<String, String> answers) {
        var code = answers.getOrDefault("code", "");
        return RuleBook.of(Stream.concat(
                        kept.get().stream().filter(rule -> !rule.code().equals(code)),
                        RuleStore.rule(answers, 0).stream())
                .toList());
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
