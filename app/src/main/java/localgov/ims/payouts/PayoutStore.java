package localgov.ims.payouts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.payouts.Payout.Candidate;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of payouts.
@Repository
class PayoutStore {
    private final JdbcClient db;

    PayoutStore(JdbcClient db) {
        this.db = db;
    }

    /// Works out anew what was paid out since a day.
    void workOut(LocalDate since) {
        db.sql("""
                insert into payouts_payout as known (provider, settled_on, payments, gross, fee, went_back, net)
                select provider, settled_on, count(*) filter (where kind = 'PAYMENT'),
                       coalesce(sum(gross) filter (where kind = 'PAYMENT'), 0), sum(fee),
                       -coalesce(sum(gross) filter (where kind <> 'PAYMENT'), 0), sum(net)
                  from settlements
                 where settled_on >= :since
                 group by provider, settled_on
                 order by provider, settled_on
                on conflict on constraint a_day_is_paid_out_once do update
                   set payments = excluded.payments,
                       gross = excluded.gross,
                       fee = excluded.fee,
                       went_back = excluded.went_back,
                       net = excluded.net
                 where (known.payments, known.gross, known.fee, known.went_back, known.net)
                       is distinct from (excluded.payments, excluded.gross, excluded.fee, excluded.went_back, excluded.net)
                """).param("since", since).update();
    }

    /// A payout by its name.
    record Key(String provider, LocalDate settledOn) {}

    /// A payout and a line of the bank.
    record Matched(String provider, LocalDate settledOn, long journal, int line) {
        Key key() {
            return new Key(provider, settledOn);
        }
    }

    /// Lets go of lines that were taken back out of the book.
    List<Matched> letGo() {
        return Rows.of(db.sql("""
                update payouts_payout payout
                   set journal = null, line = null, banked = null, matched_at = null, matched_by = null
                  from ledger_journals journal
                  join ledger_postings posting on posting.journal = journal.id and posting.month = journal.month
                   and posting.batch = journal.batch
                 where journal.id = payout.journal
                   and posting.line = payout.line
                   and exists (
                       select from ledger_postings undo where undo.pence = posting.pence and undo.reverses = posting.id)
                returning payout.provider, payout.settled_on, posting.journal, posting.line
                """).query(Matched.class));
    }

    /// Matches each open payout with the line of the bank that has its amount, when exactly one has it near its day and
    /// no other payout has the same. Not with one that somebody said is not it, and no payout of which somebody has
    /// written down why there is none.
    List<Matched> matchCertain(LocalDate since, int before, int after, String who, Instant now) {
        return Rows.of(db.sql("""
                with fits as (
                  select payout.provider, payout.settled_on, posting.journal, posting.line,
                         count(*) over (partition by payout.provider, payout.settled_on) as lines,
                         count(*) over (partition by posting.journal, posting.line) as payouts
                    from payouts_payout payout
                    join ledger_postings posting on posting.pence = abs(payout.net)
                     and posting.happened_on between payout.settled_on - :before::int and payout.settled_on + :after::int
                     and case when payout.net > 0 then posting.from_account else posting.to_account end like 'bank:%'
                   where payout.settled_on >= :since
                     and payout.net <> 0
                     and payout.banked is null
                     and payout.explained is distinct from payout.net
                     and payouts_stands_in(payout.provider, payout.settled_on,
                                           case when payout.net > 0 then posting.to_account else posting.from_account end)
                     and posting.reverses is null
                     and not exists (
                         select from payouts_payout other where other.journal = posting.journal and other.line = posting.line)
                     and not exists (
                         select from payouts_not
                          where payouts_not.provider = payout.provider
                            and payouts_not.settled_on = payout.settled_on
                            and payouts_not.journal = posting.journal
                            and payouts_not.line = posting.line)
                     and not exists (
                         select from ledger_postings undo where undo.pence = posting.pence and undo.reverses = posting.id))
                update payouts_payout payout
                   set journal = fits.journal, line = fits.line, banked = payout.net, matched_at = :now, matched_by = :who
                  from fits
                 where fits.lines = 1
                   and fits.payouts = 1
                   and payout.provider = fits.provider
                   and payout.settled_on = fits.settled_on
                   and payout.banked is null
                   and payout.explained is distinct from payout.net
                returning payout.provider, payout.settled_on, fits.journal, fits.line
                """)
                .param("since", since)
                .param("before", before)
                .param("after", after)
                .param("who", who)
                .param("now", now)
                .query(Matched.class));
    }

    /// Lines of the bank that have a payout's amount and are no payout yet, those nearest to its day first.
    List<Candidate> candidates(Key payout, int days, int most) {
        return Rows.of(db.sql("""
                select posting.journal, posting.line, posting.happened_on, posting.pence,
                       coalesce(nullif(posting.narrative, ''), posting.payer, '') as narrative
                  from payouts_payout payout
                  join ledger_postings posting on posting.pence = abs(payout.net)
                   and posting.happened_on between payout.settled_on - :days::int and payout.settled_on + :days::int
                   and case when payout.net > 0 then posting.from_account else posting.to_account end like 'bank:%'
                 where payout.provider = :provider
                   and payout.settled_on = :day
                   and payouts_stands_in(payout.provider, payout.settled_on,
                                         case when payout.net > 0 then posting.to_account else posting.from_account end)
                   and posting.reverses is null
                   and not exists (
                       select from payouts_payout other where other.journal = posting.journal and other.line = posting.line)
                   and not exists (
                       select from ledger_postings undo where undo.pence = posting.pence and undo.reverses = posting.id)
                 order by abs(posting.happened_on - payout.settled_on), posting.happened_on, posting.journal, posting.line
                 limit :most
                """)
                .param("provider", payout.provider())
                .param("day", payout.settledOn())
                .param("days", days)
                .param("most", most)
                .query(Candidate.class));
    }

    /// No when it is matched already, or comes to something else by now.
    boolean match(Payout payout, Candidate line, String who, Instant now) {
        return db.sql("""
                update payouts_payout
                   set journal = :journal, line = :line, banked = net, matched_at = :now, matched_by = :who
                 where provider = :provider
                   and settled_on = :day
                   and net = :net
                   and banked is null
                """)
                        .param("journal", line.journal())
                        .param("line", line.line())
                        .param("now", now)
                        .param("who", who)
                        .param("provider", payout.provider())
                        .param("day", payout.settledOn())
                        .param("net", payout.net())
                        .update()
                == 1;
    }

    /// No when it is not matched with that line any more. The line is not matched with it by itself again.
    boolean unmatch(Matched matched, String who, Instant now) {
        return db.sql("""
                with gone as (
                    update payouts_payout
                       set journal = null, line = null, banked = null, matched_at = null, matched_by = null
                     where provider = :provider
                       and settled_on = :day
                       and journal = :journal
                       and line = :line
                    returning provider, settled_on),
                said as (
                    insert into payouts_not (provider, settled_on, journal, line, said_by, said_at)
                    select provider, settled_on, :journal, :line, :who, :now
                      from gone
                    on conflict on constraint what_is_not_is_said_once do nothing)
                select count(*) = 1 as done from gone
                """)
                .param("provider", matched.provider())
                .param("day", matched.settledOn())
                .param("journal", matched.journal())
                .param("line", matched.line())
                .param("who", who)
                .param("now", now)
                .query(Boolean.class)
                .single();
    }

    /// No when it has been matched meanwhile, or comes to something else.
    boolean explain(Payout payout, String because, String who, Instant now) {
        return db.sql("""
                update payouts_payout
                   set because = :because, explained = net, explained_at = :now, explained_by = :who
                 where provider = :provider
                   and settled_on = :day
                   and net = :net
                   and banked is distinct from net
                   and explained is distinct from net
                """)
                        .param("because", because)
                        .param("now", now)
                        .param("who", who)
                        .param("provider", payout.provider())
                        .param("day", payout.settledOn())
                        .param("net", payout.net())
                        .update()
                == 1;
    }

    Optional<Payout> find(String provider, LocalDate day) {
        return db.sql("""
                select provider, settled_on, payments, gross, fee, went_back, net, journal, line, banked, matched_at, matched_by,
                       because, explained, explained_at, explained_by
                  from payouts_payout
                 where provider = :provider
                   and settled_on = :day
                """)
                .param("provider", provider)
                .param("day", day)
                .query(Payout.class)
                .optional();
    }

    /// The newest first, those of one day by their provider.
    ///
    /// @param before only those of earlier days, and of this one those after `provider`; nothing for the start
    List<Payout> page(@Nullable LocalDate before, String provider, int most) {
        return Rows.of(db.sql("""
                select provider, settled_on, payments, gross, fee, went_back, net, journal, line, banked, matched_at, matched_by,
                       because, explained, explained_at, explained_by
                  from payouts_payout
                 where (:before::date is null or settled_on <= :before::date)
                   and (:before::date is null or settled_on < :before::date or provider > :provider)
                 order by settled_on desc, provider
                 limit :most
                """)
                .param("before", before)
                .param("provider", provider)
                .param("most", most)
                .query(Payout.class));
    }

    /// Those up to a day for which the bank shows nothing that comes to the same, and nobody has said why; the oldest
    /// first.
    List<Payout> open(LocalDate lastDay, int most) {
        return Rows.of(db.sql("""
                select provider, settled_on, payments, gross, fee, went_back, net, journal, line, banked, matched_at, matched_by,
                       because, explained, explained_at, explained_by
                  from payouts_payout
                 where (net <> 0 or banked is not null)
                   and banked is distinct from net
                   and explained is distinct from net
                   and (settled_on <= :last or banked is not null)
                 order by settled_on, provider
                 limit :most
                """).param("last", lastDay).param("most", most).query(Payout.class));
    }

    long countOpen(LocalDate lastDay) {
        return db.sql("""
                select count(*)
                  from payouts_payout
                 where (net <> 0 or banked is not null)
                   and banked is distinct from net
                   and explained is distinct from net
                   and (settled_on <= :last or banked is not null)
                """).param("last", lastDay).query(Long.class).single();
    }
}
