package localgov.ims.handovers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import localgov.ims.ledger.Source;
import localgov.ims.payments.PaymentId;
import localgov.ims.platform.Rows;
import localgov.ims.receipts.PassedOn;
import localgov.ims.receipts.PassesOn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which payers went back to the system that had handed them over, which thereby has the number of their payment.
@Repository
class SentBack implements PassesOn {
    private final JdbcClient db;

    SentBack(JdbcClient db) {
        this.db = db;
    }

    /// The first time counts. Of payments that nobody handed over nothing is kept.
    void note(PaymentId payment, Instant now) {
        db.sql("""
                insert into handovers_return (payment, sent_at)
                select payment, :now
                  from handovers_handover
                 where payment = :payment
                on conflict do nothing
                """).param("payment", payment).param("now", now).update();
    }

    private record Row(String name, @Nullable Instant sentAt) {
        PassedOn passed() {
            return new PassedOn(name, new PassedOn.Known(name, ""), PassedOn.Way.PAYER, sentAt, false, null);
        }
    }

    @Override
    public List<PassedOn> of(Source source) {
        return source.kind().equals("payment")
                ? rows(UUID.fromString(source.id())).stream().map(Row::passed).toList()
                : List.of();
    }

    private List<Row> rows(UUID payment) {
        return Rows.of(db.sql("""
                select system.name, sent.sent_at
                  from handovers_handover handover
                  join handovers_system system on system.code = handover.system
                  left join handovers_return sent on sent.payment = handover.payment
                 where handover.payment = :payment
                """).param("payment", payment).query(Row.class));
    }
}
