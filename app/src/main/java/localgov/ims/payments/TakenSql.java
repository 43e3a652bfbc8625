package localgov.ims.payments;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import localgov.ims.payments.TakenPayments.Taken;
import localgov.ims.platform.Unsent;
import org.jspecify.annotations.Nullable;

/// The SQL by which several payments that have been taken are written at once. The database refuses all
/// of them when one has a reference that another payment has.
final class TakenSql {
    private TakenSql() {}

    static Unsent payments(List<Taken> all) {
        return Unsent.sql("""
                insert into payments_payment (id, reference, state, pence, asked_by, channel, payer, email, created_at, expires_at,
                       method, paid_pence, paid_at, closed_at)
                select taken.id, taken.reference, 'PAID', taken.pence, taken.asked_by, taken.channel, taken.payer, taken.email,
                       taken.created_at, taken.expires_at, taken.method, taken.pence, taken.paid_at, taken.closed_at
                  from (select unnest(:taken_ids::uuid[]) as id, unnest(:taken_references::text[]) as reference,
                               unnest(:taken_amounts::bigint[]) as pence, unnest(:taken_askers::text[]) as asked_by,
                               unnest(:taken_channels::text[]) as channel, unnest(:taken_payers::text[]) as payer,
                               unnest(:taken_emails::text[]) as email, unnest(:taken_created::timestamptz[]) as created_at,
                               unnest(:taken_expiring::timestamptz[]) as expires_at, unnest(:taken_methods::text[]) as method,
                               unnest(:taken_paid_at::timestamptz[]) as paid_at,
                               unnest(:taken_closed_at::timestamptz[]) as closed_at) as taken
                 order by taken.reference
                """)
                .with("taken_ids", of(all, taken -> taken.payment().id().toString()))
                .with(
                        "taken_references",
                        of(all, taken -> taken.payment().reference().value()))
                .with("taken_amounts", of(all, taken -> taken.payment().amount().pence(), Long[]::new))
                .with("taken_askers", of(all, taken -> taken.asking().who()))
                .with("taken_channels", of(all, taken -> taken.asking().channel()))
                .with("taken_payers", of(all, taken -> taken.payment().payer().orElse(null)))
                .with("taken_emails", of(all, taken -> taken.payment().email().orElse(null)))
                .with(
                        "taken_created",
                        of(all, taken -> taken.payment().createdAt().toString()))
                .with(
                        "taken_expiring",
                        of(all, taken -> taken.payment().standing().expiresAt().toString()))
                .with("taken_methods", of(all, Taken::method))
                .with(
                        "taken_paid_at",
                        of(all, taken -> taken.payment().paidAt().orElseThrow().toString()))
                .with(
                        "taken_closed_at",
                        of(all, taken -> text(taken.payment().standing().closedAt())));
    }

    private record Row(PaymentId payment, Payment.Line line) {}

    static Unsent lines(List<Taken> all) {
        var rows = all.stream()
                .flatMap(taken -> taken.payment().lines().stream()
                        .map(line -> new Row(taken.payment().id(), line)))
                .toList();
        return Unsent.sql("""
                insert into payments_line (payment, line, fund, account_number, pence, narrative)
                select line.payment, line.line, line.fund, line.account_number, line.pence, line.narrative
                  from (select unnest(:line_payments::uuid[]) as payment, unnest(:line_lines::int[]) as line,
                               unnest(:line_funds::text[]) as fund, unnest(:line_accounts::text[]) as account_number,
                               unnest(:line_amounts::bigint[]) as pence, unnest(:line_narratives::text[]) as narrative) as line
                """)
                .with("line_payments", of(rows, row -> row.payment().toString()))
                .with("line_lines", of(rows, row -> row.line().line(), Integer[]::new))
                .with("line_funds", of(rows, row -> row.line().fund()))
                .with("line_accounts", of(rows, row -> row.line().account()))
                .with("line_amounts", of(rows, row -> row.line().amount().pence(), Long[]::new))
                .with("line_narratives", of(rows, row -> row.line().narrative()));
    }

    private static @Nullable String text(@Nullable Object instant) {
        return instant == null ? null : instant.toString();
    }

    private static <R> @Nullable String[] of(List<R> rows, Function<R, @Nullable String> field) {
        return of(rows, field, String[]::new);
    }

    private static <R, T> @Nullable T[] of(
            List<R> rows, Function<R, @Nullable T> field, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(field).toArray(array);
    }
}
