package localgov.ims.counter;

import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.PublicReference;
import localgov.ims.ledger.Source;
import localgov.ims.receipts.GivenReceipt;
import localgov.ims.receipts.ReceiptGiver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The receipts of what was taken at the counter, for whoever writes about one.
@Repository
class ReceiptsOfTheCounter implements ReceiptGiver {
    private final JdbcClient db;

    ReceiptsOfTheCounter(JdbcClient db) {
        this.db = db;
    }

    private record Given(PublicReference reference, boolean holds, boolean emailed) {
        GivenReceipt receipt() {
            return new GivenReceipt(reference.grouped(), holds, false, emailed, null, null);
        }
    }

    @Override
    public Optional<GivenReceipt> of(Source source) {
        return source.kind().equals("counter")
                ? db.sql("""
                        select reference, state = 'TAKEN' as holds, mails > 0 as emailed
                          from counter_payment
                         where id = :id
                        """)
                        .param("id", UUID.fromString(source.id()))
                        .query(Given.class)
                        .optional()
                        .map(Given::receipt)
                : Optional.empty();
    }
}
