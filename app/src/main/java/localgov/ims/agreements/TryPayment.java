package localgov.ims.agreements;

import java.util.List;
import localgov.ims.catalogue.Channel;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Payments;

/// The payment of one try to take an instalment. However often it is asked for, the same try is the same payment,
/// and the council's rules are asked each time as for any payment.
final class TryPayment {
    private TryPayment() {}

    static Created of(Payments payments, Agreement agreement, int instalment, int number, Money amount) {
        var key = Attempt.key(agreement.id(), instalment, number);
        var line = new Basket.Line(agreement.fund(), agreement.account(), amount, null);
        var asking = Asking.once(ArrangedPayments.WHO, Channel.PORTAL.code(), key, key);
        return payments.create(Basket.of(List.of(line)), asking);
    }
}
