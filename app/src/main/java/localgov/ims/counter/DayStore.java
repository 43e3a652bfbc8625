package localgov.ims.counter;

import java.time.Instant;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what one person took on a day, and has not finished.
@Repository
class DayStore {
    /// Enough for a busy day; the totals count all of it.
    static final int SHOWN = 200;

    private final JdbcClient db;

    DayStore(JdbcClient db) {
        this.db = db;
    }

    record One(
            CounterId id,
            PublicReference reference,
            CounterState state,
            @Nullable String method,
            @Nullable String payer,
            Money pence,
            boolean back,
            Instant at) {}

    /// What somebody took since a moment, the latest first. It was taken back by a colleague, or by the card
    /// provider, who could not collect it after all.
    List<One> taken(String who, Instant since) {
        return Rows.of(db.sql("""
                select payment.id, payment.reference, payment.state, payment.method, payment.payer, payment.pence,
                       payment.state = 'REVERSED' or coalesce(card.state <> 'PAID', false) as back, payment.taken_at as at
                  from counter_payment payment
                  left join payments card on card.id = payment.card_payment
                 where payment.taken_by = :who
                   and payment.taken_at >= :since
                 order by payment.taken_at desc, payment.id desc
                 limit :most
                """)
                .param("who", who)
                .param("since", since)
                .param("most", SHOWN)
                .query(One.class));
    }

    /// @param taken what came in, and `back` what of it was taken back since
    record Total(String method, long payments, Money taken, Money back) {}

    /// The same by method. What was taken back on the day does not count.
    List<Total> totals(String who, Instant since) {
        return Rows.of(db.sql("""
                select payment.method, count(*) as payments, sum(payment.pence)::bigint as taken,
                       coalesce(sum(payment.pence) filter (where payment.state = 'REVERSED' or card.state <> 'PAID'), 0)::bigint as back
                  from counter_payment payment
                  left join payments card on card.id = payment.card_payment
                 where payment.taken_by = :who
                   and payment.taken_at >= :since
                 group by payment.method
                 order by payment.method
                """).param("who", who).param("since", since).query(Total.class));
    }

    /// Baskets that somebody began and neither finished nor gave up, the latest first.
    List<One> unfinished(String who) {
        return Rows.of(db.sql("""
                select payment.id, payment.reference, payment.state, payment.method, payment.payer,
                       (select coalesce(sum(line.pence), 0)::bigint from counter_line line where line.payment = payment.id) as pence,
                       false as back, payment.begun_at as at
                  from counter_payment payment
                 where payment.begun_by = :who
                   and payment.state in ('OPEN', 'ON_CARD_PAGE')
                 order by payment.begun_at desc
                 limit 20
                """).param("who", who).query(One.class));
    }
}
