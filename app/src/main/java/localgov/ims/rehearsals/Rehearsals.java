package localgov.ims.rehearsals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import localgov.ims.councils.Jobs;
import localgov.ims.imports.ArrivedLine;
import localgov.ims.imports.Taken;
import localgov.ims.kernel.London;
import localgov.ims.receipts.Rehearsing;
import localgov.ims.rules.Rules;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Tries every rule that waits for a second person on the lines of the last months, once for each set of answers.
@Component
class Rehearsals {
    static final String RULES = "recognition-rules";
    static final int MONTHS = 6;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /// Whoever has not been heard of for so long is gone.
    private static final Duration GONE = Duration.ofMinutes(5);

    private static final int LINES_BETWEEN = 20_000;

    private final Settings settings;
    private final Rules rules;
    private final Rehearsing rehearsing;
    private final PastStore past;
    private final RehearsalStore store;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final TransactionTemplate apart;

    Rehearsals(
            Settings settings,
            Rules rules,
            Rehearsing rehearsing,
            PastStore past,
            RehearsalStore store,
            InstantSource clock,
            PlatformTransactionManager transactions,
            Jobs jobs) {
        this.settings = settings;
        this.rules = rules;
        this.rehearsing = rehearsing;
        this.past = past;
        this.store = store;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        jobs.every("trying rules on what came in", PAUSE, this::tryWaiting);
    }

    private ReferenceData type() {
        return settings.type(RULES).orElseThrow();
    }

    /// Tries what waits and has not been tried.
    void tryWaiting() {
        settings.waiting(type()).stream()
                .flatMap(request -> settings.wished(request).stream())
                .filter(answers -> !answers.isEmpty())
                .forEach(this::rehearse);
    }

    /// Tries one rule now, unless that has been done or somebody is at it.
    ///
    /// @param answers in their plain form
    boolean rehearse(Map<String, String> answers) {
        var print = print(answers);
        var now = clock.instant();
        var today = London.dayOf(now);
        boolean begun = Boolean.TRUE.equals(apart.execute(_ -> store.begin(
                print, answers.getOrDefault("code", ""), today.minusMonths(MONTHS), today, now, now.minus(GONE))));
        if (begun) {
            transactions.executeWithoutResult(_ -> store.finish(print, tallies(print, answers), clock.instant()));
        }
        return begun;
    }

    private Tallies tallies(String print, Map<String, String> answers) {
        var row = store.find(print).orElseThrow();
        var rehearsal = rehearsing.with(rules.with(answers));
        var code = Rules.PREFIX + answers.getOrDefault("code", "");
        var methods = methods();
        var tallies = new Tallies();
        past.each(row.fromDay(), row.untilDay(), one -> {
            var source = one.said().source();
            ArrivedLine line = one.arrived();
            judge(one, rehearsal.take(line, source, methods.get(source)), code, tallies);
            if (tallies.lines % LINES_BETWEEN == 0) {
                apart.executeWithoutResult(_ -> store.heard(print, tallies.lines, clock.instant()));
            }
        });
        return tallies;
    }

    /// What the rule decides is judged, and what it decided until now and would leave.
    private static void judge(Past past, Optional<Taken> would, String code, Tallies tallies) {
        boolean decides = would.isPresent() && would.get().rule().equals(code);
        if (decides) {
            tallies.add(past, Judged.of(past, would.get()), would);
        } else if (past.rule().equals(code)
                && would.filter(taken -> Judged.isAlike(past, taken)).isEmpty()) {
            tallies.add(past, Judged.LEFT, would);
        } else {
            tallies.add();
        }
    }

    /// Which method the lines of a source get, where it says one.
    private Map<String, String> methods() {
        var methods = new TreeMap<String, String>();
        settings.type("import-sources")
                .ifPresent(type -> settings.list(type).stream()
                        .filter(source -> !source.value("method").isEmpty())
                        .forEach(source -> methods.put(source.key(), source.value("method"))));
        return methods;
    }

    /// What was found of a rule with these answers; empty until it has been tried.
    Optional<RehearsalStore.Row> of(Map<String, String> answers) {
        return store.find(print(answers)).filter(row -> row.finishedAt() != null);
    }

    /// Whether a rule with these answers waits for a second person.
    boolean waits(Map<String, String> answers) {
        var print = print(answers);
        return settings.waiting(type()).stream()
                .flatMap(request -> settings.wished(request).stream())
                .anyMatch(wished -> print(wished).equals(print));
    }

    /// Stands for all that a rule says. What it is called changes nothing.
    static String print(Map<String, String> answers) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var said = new TreeMap<>(answers);
            said.remove("name");
            said.values().removeIf(String::isEmpty);
            said.forEach((column, answer) ->
                    digest.update((column + "\0" + answer + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
