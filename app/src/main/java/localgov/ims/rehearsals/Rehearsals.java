package localgov.ims.rehearsals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.receipts.Rehearsing;
import localgov.ims.receipts.Rehearsing.Would;
import localgov.ims.rules.Rules;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Settings;
import localgov.ims.settings.Wished;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Tries all rules that wait for a second person on the lines of the last months: once for each day and for whatever
/// the other rules are, so that what is shown to whoever approves is what they agree to.
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

    /// Tries what waits and has not been tried with the rules of today.
    void tryWaiting() {
        waiting().forEach(this::rehearse);
    }

    /// Of each request that waits, what it wishes.
    private Stream<List<Wished>> waiting() {
        return settings.waiting(type()).stream().map(settings::wished).filter(wished -> !wished.isEmpty());
    }

    /// Tries rules now, together, unless that has been done today with the other rules as they are, or somebody is at
    /// it.
    boolean rehearse(List<Wished> wished) {
        var now = clock.instant();
        var today = London.dayOf(now);
        var draft = rules.with(wished);
        var print = print(draft, today);
        boolean begun = Boolean.TRUE.equals(apart.execute(_ -> store.begin(
                print, String.join(", ", draft.codes()), today.minusMonths(MONTHS), today, now, now.minus(GONE))));
        if (begun) {
            transactions.executeWithoutResult(_ -> store.finish(print, tallies(print, draft), clock.instant()));
        }
        return begun;
    }

    private Tallies tallies(String print, Rules.Draft draft) {
        var row = store.find(print).orElseThrow();
        var rehearsal = rehearsing.with(draft.book());
        var codes = draft.codes().stream().map(code -> Rules.PREFIX + code).collect(Collectors.toSet());
        var methods = methods();
        var tallies = new Tallies();
        past.each(row.fromDay(), row.untilDay(), one -> {
            var source = one.said().source();
            judge(one, rehearsal.take(one.arrived(), source, methods.get(source)), codes, tallies);
            if (tallies.lines % LINES_BETWEEN == 0) {
                apart.executeWithoutResult(_ -> store.heard(print, tallies.lines, clock.instant()));
            }
        });
        return tallies;
    }

    /// What the rules decide is judged, and what they decided until now and would leave.
    private static void judge(Past past, Optional<Would> would, Set<String> codes, Tallies tallies) {
        boolean decides =
                would.isPresent() && codes.contains(would.get().taken().rule());
        if (decides) {
            tallies.add(past, Judged.of(past, would.get()), would);
        } else if (codes.contains(past.rule())
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

    /// What was found today of these rules beside the others as they are; empty until they have been tried so.
    Optional<RehearsalStore.Row> of(List<Wished> wished) {
        return store.find(print(wished)).filter(row -> row.finishedAt() != null);
    }

    /// Whether just this waits for a second person.
    boolean waits(List<Wished> wished) {
        var print = print(wished);
        return waiting().anyMatch(other -> print(other).equals(print));
    }

    /// Stands for all that decides: what is wished, the other rules, and the day until which lines are tried. What was
    /// found for one print says nothing of another.
    String print(List<Wished> wished) {
        return print(rules.with(wished), London.dayOf(clock.instant()));
    }

    private static String print(Rules.Draft draft, LocalDate today) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((today + "\n" + draft.says()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
