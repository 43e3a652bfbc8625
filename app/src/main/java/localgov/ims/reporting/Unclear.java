package localgov.ims.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.payments.Unclaimed;
import localgov.ims.payments.UnclaimedPayments;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Card payments that did not go as they should, those that nobody knows the end of for too long, and those at our
/// providers that are none of ours.
@Component
class Unclear {
    /// A provider gives up a page that nobody used after an hour and a half; twice that is nobody's patience.
    private static final Duration TOO_LONG = Duration.ofHours(3);
    private static final Duration RECENT = Duration.ofDays(7);
    private static final Duration LOOKED = Duration.ofDays(30);
    private static final int MOST = 200;
    private static final int PAGE = 50;

    /// From here on nobody is helped by the number.
    static final int COUNTED = 1_001;

    private final JdbcClient db;
    private final UnclaimedPayments unclaimed;
    private final InstantSource clock;

    Unclear(JdbcClient db, UnclaimedPayments unclaimed, InstantSource clock) {
        this.db = db;
        this.unclaimed = unclaimed;
        this.clock = clock;
    }

    /// How many need a person; beyond a thousand it only says that it is more.
    int count(Scope scope) {
        return payments(scope).size() + (scope.isEverything() ? unclaimed.waiting(COUNTED) : 0);
    }

    /// What is at our providers and none of ours has no bill: whoever is limited sees none of it.
    ///
    /// @param next the last of these when there are more
    record Page(List<Unclaimed> ones, @Nullable Long next) {
        Page {
            ones = List.copyOf(ones);
        }
    }

    /// @param after the last one of the page before, or nothing
    Page unclaimed(Scope scope, @Nullable Long after) {
        if (!scope.isEverything()) {
            return new Page(List.of(), null);
        }
        var ones = unclaimed.open(after, PAGE + 1);
        return ones.size() <= PAGE
                ? new Page(ones, null)
                : new Page(ones.subList(0, PAGE), ones.get(PAGE - 1).id());
    }

    /// Those that somebody has looked at in these days.
    List<Unclaimed> looked(Scope scope) {
        return scope.isEverything() ? unclaimed.looked(clock.instant().minus(LOOKED)) : List.of();
    }

    /// @param note what a person should know about it, in sentences; nothing when only its end is not known
    /// @param journal the journal it was posted in first, if it ever was
    record Payment(
            PublicReference reference,
            String state,
            Money pence,
            @Nullable String providerReference,
            @Nullable String note,
            Instant since,
            @Nullable Long journal) {}

    /// The newest first. Whoever is limited sees those all of whose bills are within.
    List<Payment> payments(Scope scope) {
        var now = clock.instant();
        return Rows.of(db.sql("""
                select unclear.reference, unclear.state, unclear.pence, unclear.provider_reference, unclear.note, unclear.since,
                       journal.id as journal
                  from payments_unclear unclear
                  left join ledger_journals journal
                    on journal.source_kind = 'payment'
                   and journal.source_id = unclear.id::text
                 where ((unclear.why = 'noted' and unclear.since >= :recent) or (unclear.why = 'open' and unclear.since <= :long_ago))
                   and (:scope::text is null or exists (
                          select from people_limits(:scope) allowed
                           where allowed.offices is null
                             and allowed.methods is null
                             and (allowed.funds is null or not exists (
                                    select from payments_lines line
                                     where line.payment = unclear.id
                                       and line.fund <> all(allowed.funds)))))
                 order by unclear.since desc, unclear.id
                 limit :most
                """)
                .param("recent", now.minus(RECENT))
                .param("long_ago", now.minus(TOO_LONG))
                .param("scope", scope.text())
                .param("most", MOST)
                .query(Payment.class));
    }
}
