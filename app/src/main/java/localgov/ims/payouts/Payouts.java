package localgov.ims.payouts;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.payouts.Payout.Candidate;
import localgov.ims.payouts.PayoutStore.Key;
import localgov.ims.payouts.PayoutStore.Matched;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds what providers say that they paid out against the lines of the bank, again and again: whichever comes first
/// waits for the other.
@Component
class Payouts {
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final String SYSTEM = "system";

    /// A payout and its line may still come together when it is so old.
    private static final int DAYS = 95;

    /// A line of the bank is looked for from so many days before the payout's day to so many after it.
    private static final int BEFORE = 1;

    private static final int AFTER = 10;

    /// A person may choose a line that is so many days away.
    private static final int FAR = 31;

    /// Bank holidays at Christmas and the days beside them are over by then.
    private static final int GRACE = 5;

    private static final int MOST = 20;

    private final PayoutStore store;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Payouts(PayoutStore store, Audit audit, TransactionTemplate transactions, InstantSource clock, Jobs jobs) {
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        jobs.every("payouts-match", PAUSE, this::match);
    }

    /// One round, for the current council.
    void match() {
        var since = London.dayOf(clock.instant()).minusDays(DAYS);
        transactions.executeWithoutResult(_ -> store.workOut(since));
        transactions.executeWithoutResult(_ -> store.letGo()
                .forEach(line -> note(SYSTEM, "line-gone", line.key(), said(line.journal(), line.line()))));
        transactions.executeWithoutResult(_ -> store.matchCertain(since, BEFORE, AFTER, SYSTEM, clock.instant())
                .forEach(line -> note(SYSTEM, "matched", line.key(), said(line.journal(), line.line()))));
    }

    /// The last day of which a payout is late when its line has not come.
    LocalDate lastDay() {
        return London.dayOf(clock.instant()).minusDays(GRACE);
    }

    List<Candidate> candidates(Payout payout) {
        return payout.banked() != null || payout.net().isZero() ? List.of() : store.candidates(key(payout), FAR, MOST);
    }

    /// Says that a line of the bank is a payout.
    ///
    /// @param payout as whoever chose has seen it
    /// @return no when the line is another payout's, or the payout has changed or has a line already
    boolean choose(Payout payout, long journal, int line, String who) {
        try {
            return done(
                    who,
                    "matched",
                    payout,
                    said(journal, line),
                    () -> line(payout, journal, line)
                            .filter(chosen -> store.match(payout, chosen, who, clock.instant()))
                            .isPresent());
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private Optional<Candidate> line(Payout payout, long journal, int line) {
        return candidates(payout).stream()
                .filter(one -> one.journal() == journal && one.line() == line)
                .findAny();
    }

    /// Says that a line of the bank is not this payout after all.
    ///
    /// @return no when another line is by now
    boolean unmatch(Payout payout, long journal, int line, String who) {
        var matched = new Matched(payout.provider(), payout.settledOn(), journal, line);
        return done(who, "unmatched", payout, said(journal, line), () -> store.unmatch(matched, who, clock.instant()));
    }

    /// Writes down why the bank shows no line for it.
    boolean explain(Payout payout, String because, String who) {
        return done(who, "explained", payout, because, () -> store.explain(payout, because, who, clock.instant()));
    }

    private interface Step {
        boolean take();
    }

    private boolean done(String who, String did, Payout payout, String detail, Step step) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean taken = step.take();
            if (taken) {
                note(who, did, key(payout), detail);
            }
            return taken;
        }));
    }

    private static Key key(Payout payout) {
        return new Key(payout.provider(), payout.settledOn());
    }

    /// A line of the bank as the audit names it.
    private static String said(long journal, int line) {
        return "receipt:%d-%d".formatted(journal, line);
    }

    private void note(String who, String did, Key key, String detail) {
        audit.note(who, "payout." + did, "payout:%s/%s".formatted(key.provider(), key.settledOn()), detail);
    }
}
