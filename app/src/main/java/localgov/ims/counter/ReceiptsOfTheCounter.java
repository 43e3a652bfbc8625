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

    /// What was taken by a card page stands in the book as a payment, and its receipt is the counter's all the same.
    @Override
    public Optional<GivenReceipt> of(Source source) {
        return switch (source.kind()) {
            case "counter" -> taken(source.id()).map(Given::receipt);
            case "payment" -> byCard(source.id()).map(Given::receipt);
            default -> Optional.empty();
        };
    }

    private Optional<Given> taken(String id) {
        return db.sql("""
                select reference, state = 'TAKEN' as holds, mails > 0 as emailed
                  from counter_payment
                 where id = :id
                """).param("id", UUID.fromString(id)).query(Given.class).optional();
    }

    private Optional<Given> byCard(String payment) {
        return db.sql("""
                select reference, state = 'TAKEN' as holds, mails > 0 as emailed
                  from counter_payment
                 where card_payment = :payment
                   and state in ('TAKEN', 'REVERSED')
                """)
                .param("payment", UUID.fromString(payment))
                .query(Given.class)
                .optional();
    }
}
