package localgov.ims.portal;

import java.util.Optional;
import java.util.UUID;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.ledger.Source;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import localgov.ims.receipts.GivenReceipt;
import localgov.ims.receipts.ReceiptGiver;
import org.springframework.stereotype.Component;

/// The receipts of payments by card, for whoever writes about one.
@Component
class ReceiptsOfPayments implements ReceiptGiver {
    private final Payments payments;
    private final ReceiptWishStore store;
    private final ReturnedPayments returned;
    private final SignedReceipts signed;
    private final OfficeAddress address;

    ReceiptsOfPayments(
            Payments payments,
            ReceiptWishStore store,
            ReturnedPayments returned,
            SignedReceipts signed,
            OfficeAddress address) {
        this.payments = payments;
        this.store = store;
        this.returned = returned;
        this.signed = signed;
        this.address = address;
    }

    @Override
    public Optional<GivenReceipt> of(Source source) {
        return source.kind().equals("payment")
                ? payments.find(new PaymentId(UUID.fromString(source.id()))).map(this::given)
                : Optional.empty();
    }

    private GivenReceipt given(Payment payment) {
        boolean holds =
                payment.state() == PaymentState.PAID && returned.of(payment).isEmpty();
        return new GivenReceipt(
                payment.reference().grouped(),
                holds,
                payment.pretended(),
                store.hasGone(payment.id()),
                address.at(Visits.progress(payment)),
                holds ? signed.address(payment).orElse(null) : null);
    }
}
