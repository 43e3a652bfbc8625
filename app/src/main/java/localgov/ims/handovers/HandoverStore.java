package localgov.ims.handovers;

import java.util.Optional;
import localgov.ims.payments.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what was handed over.
@Repository
class HandoverStore {
    private final JdbcClient db;

    HandoverStore(JdbcClient db) {
        this.db = db;
    }

    /// Where a payer goes in the end.
    record Back(String paid, String cancelled, String failed, boolean below) {}

    void add(PaymentId payment, String system, Wanted wanted) {
        db.sql("""
                insert into handovers_handover (payment, system, reference, paid, cancelled, failed, below)
                values (:payment, :system, :reference, :paid, :cancelled, :failed, :below)
                """)
                .param("payment", payment)
                .param("system", system)
                .param("reference", wanted.reference())
                .param("paid", wanted.paid())
                .param("cancelled", wanted.cancelled())
                .param("failed", wanted.failed())
                .param("below", wanted.below())
                .update();
    }

    Optional<Back> of(PaymentId payment) {
        return db.sql("""
                select paid, cancelled, failed, below
                  from handovers_handover
                 where payment = :payment
                """).param("payment", payment).query(Back.class).optional();
    }
}
