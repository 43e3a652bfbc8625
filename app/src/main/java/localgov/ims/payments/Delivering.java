package localgov.ims.payments;

import localgov.ims.ledger.By;
import localgov.ims.receipts.Accepted;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Hands what was paid to the one door, in the name of whoever took it: nobody's, when the payer paid alone.
@Component
class Delivering {
    private final Receipts receipts;
    private final ObjectProvider<Takers> takers;

    Delivering(Receipts receipts, ObjectProvider<Takers> takers) {
        this.receipts = receipts;
        this.takers = takers;
    }

    Accepted accept(Arrival paid, Payment payment) {
        return takers.stream()
                .flatMap(room -> room.of(payment.id()).stream())
                .findFirst()
                .map(taker -> receipts.accept(taker.take(paid), By.person(taker.person())))
                .orElseGet(() -> receipts.accept(paid));
    }
}
