package localgov.ims.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import localgov.ims.ledger.Source;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.Rows;
import localgov.ims.receipts.PassedOn;
import localgov.ims.receipts.PassesOn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which receivers know that something is paid: those that have answered so.
@Repository
class ToldPayments implements PassesOn {
    private final JdbcClient db;

    ToldPayments(JdbcClient db) {
        this.db = db;
    }

    private record Row(
            String code,
            String name,
            String payersName,
            String payersNameCy,
            @Nullable Instant deliveredAt,
            boolean dead) {}

    @Override
    public List<PassedOn> of(Source source) {
        return source.kind().equals("payment")
                ? rows(UUID.fromString(source.id())).stream()
                        .map(ToldPayments::passed)
                        .toList()
                : List.of();
    }

    /// A payment may be paid more than once, when a provider took it back meanwhile: the last time counts. Whoever is
    /// not told any more is left out, unless they were told before.
    private List<Row> rows(UUID payment) {
        return Rows.of(db.sql("""
                select distinct on (webhook.code) webhook.code, webhook.name, webhook.payers_name, webhook.payers_name_cy, delivery.delivered_at, delivery.state = 'DEAD' as dead
                  from webhooks_event event
                  join webhooks_delivery delivery on delivery.event = event.number
                  join webhooks_webhook webhook on webhook.code = delivery.webhook
                 where event.subject = :payment
                   and event.type = 'PAYMENT_PAID'
                   and (delivery.delivered_at is not null
                        or webhook.retired_at is null and delivery.problem is distinct from 'not-theirs-any-more')
                 order by webhook.code, event.number desc
                """).param("payment", payment).query(Row.class));
    }

    private static PassedOn passed(Row row) {
        return new PassedOn(
                row.name(),
                PassedOn.Known.of(row.payersName(), row.payersNameCy()).orElse(null),
                PassedOn.Way.MESSAGE,
                row.deliveredAt(),
                row.dead() && row.deliveredAt() == null,
                CurrentCaller.may(Permission.SEE_SETTINGS) || CurrentCaller.may(Permission.MANAGE_KEYS)
                        ? WebhookScreens.path(row.code())
                        : null);
    }
}
