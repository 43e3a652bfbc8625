package localgov.ims.payments;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import localgov.ims.payments.TakenPayments.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL by which several payments that have been taken are written at once.
@Repository
class TakenStore {
    private final JdbcClient db;

    TakenStore(JdbcClient db) {
        this.db = db;
    }

    private record Row(PaymentId payment, Payment.Line line) {}

    /// No when one of them has a reference that another payment has.
    boolean insertAll(List<Taken> all) {
        var rows = all.stream()
                .flatMap(taken -> taken.payment().lines().stream()
                        .map(line -> new Row(taken.payment().id(), line)))
                .toList();
        return db.sql("""
                with payment as (
                    insert into payments_payment (id, reference, state, pence, asked_by, channel, payer, email, created_at, expires_at,
                           method, paid_pence, paid_at, closed_at)
                    select taken.id, taken.reference, 'PAID', taken.pence, taken.asked_by, taken.channel, taken.payer, taken.email,
                           taken.created_at, taken.expires_at, taken.method, taken.paid, taken.paid_at, taken.closed_at
                      from unnest(:ids::uuid[], :references::text[], :amounts::bigint[], :askers::text[], :channels::text[],
                                  :payers::text[], :emails::text[], :created::timestamptz[], :expiring::timestamptz[],
                                  :methods::text[], :paid::bigint[], :paidAt::timestamptz[], :closedAt::timestamptz[])
                           as taken (id, reference, pence, asked_by, channel, payer, email, created_at, expires_at, method, paid,
                                     paid_at, closed_at)
                     order by taken.reference
                    on conflict do nothing
                    returning id)
                insert into payments_line (payment, line, fund, account_number, pence, narrative)
                select line.payment, line.line, line.fund, line.account_number, line.pence, line.narrative
                  from unnest(:payments::uuid[], :lines::int[], :funds::text[], :accounts::text[], :parts::bigint[],
                              :narratives::text[])
                       as line (payment, line, fund, account_number, pence, narrative)
                  join payment on payment.id = line.payment
                """)
                        .param("ids", of(all, taken -> taken.payment().id().toString(), String[]::new))
                        .param("references", of(all, taken -> taken.payment().reference().value(), String[]::new))
                        .param("amounts", of(all, taken -> taken.payment().amount().pence(), Long[]::new))
                        .param("askers", of(all, taken -> taken.asking().who(), String[]::new))
                        .param("channels", of(all, taken -> taken.asking().channel(), String[]::new))
                        .param("payers", of(all, taken -> taken.payment().payer().orElse(null), String[]::new))
                        .param("emails", of(all, taken -> taken.payment().email().orElse(null), String[]::new))
                        .param("created", of(all, taken -> taken.payment().createdAt().toString(), String[]::new))
                        .param("expiring", of(all, taken -> taken.payment().standing().expiresAt().toString(), String[]::new))
                        .param("methods", of(all, Taken::method, String[]::new))
                        .param("paid", of(all, taken -> taken.payment().amount().pence(), Long[]::new))
                        .param("paidAt", of(all, taken -> taken.payment().paidAt().orElseThrow().toString(), String[]::new))
                        .param("closedAt", of(all, taken -> text(taken.payment().standing().closedAt()), String[]::new))
                        .param("payments", of(rows, row -> row.payment().toString(), String[]::new))
                        .param("lines", of(rows, row -> row.line().line(), Integer[]::new))
                        .param("funds", of(rows, row -> row.line().fund(), String[]::new))
                        .param("accounts", of(rows, row -> row.line().account(), String[]::new))
                        .param("parts", of(rows, row -> row.line().amount().pence(), Long[]::new))
                        .param("narratives", of(rows, row -> row.line().narrative(), String[]::new))
                        .update()
                == rows.size();
    }

    private static @Nullable String text(@Nullable Object instant) {
        return instant == null ? null : instant.toString();
    }

    private static <R, T> @Nullable T[] of(List<R> rows, Function<R, @Nullable T> field, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(field).toArray(array);
    }
}
