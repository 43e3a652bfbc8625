package localgov.ims.handovers;

import java.util.Optional;
import localgov.ims.payments.PaymentId;
import org.jspecify.annotations.Nullable;
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
    record Back(String system, String paid, String cancelled, String failed, boolean below) {}

    /// What came of a reference before.
    ///
    /// @param print of what was wanted
    record Before(PaymentId payment, @Nullable String print) {}

    /// No when something was handed over under this reference before.
    boolean add(PaymentId payment, String system, Wanted wanted) {
        return db.sql("""
                insert into handovers_handover (payment, system, reference, print, paid, cancelled, failed, below)
                values (:payment, :system, :reference, :print, :paid, :cancelled, :failed, :below)
                on conflict on constraint a_reference_is_handed_over_once do nothing
                """)
                        .param("payment", payment)
                        .param("system", system)
                        .param("reference", wanted.reference())
                        .param("print", wanted.print())
                        .param("paid", wanted.paid())
                        .param("cancelled", wanted.cancelled())
                        .param("failed", wanted.failed())
                        .param("below", wanted.below())
                        .update()
                == 1;
    }

    Optional<Before> before(String system, String reference) {
        return db.sql("""
                select payment, print
                  from handovers_handover
                 where system = :system
                   and reference = :reference
                """)
                .param("system", system)
                .param("reference", reference)
                .query(Before.class)
                .optional();
    }

    Optional<Back> of(PaymentId payment) {
        return db.sql("""
                select system, paid, cancelled, failed, below
                  from handovers_handover
                 where payment = :payment
                """).param("payment", payment).query(Back.class).optional();
    }
}
