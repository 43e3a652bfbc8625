package localgov.ims.refunds;

import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.kernel.Money;
import localgov.ims.payments.PaymentId;

/// A refund that a provider lists and that did not begin here: somebody gave money back in the provider's own tool.
///
/// @param providerRefund what the provider calls it
/// @param providerReference the payment it belongs to, as the provider calls it
/// @param journal the receipt it came out of
/// @param madeOn the day in London on which it was made
record Found(
        long id,
        String provider,
        String providerRefund,
        String providerReference,
        PaymentId payment,
        long journal,
        Money amount,
        LocalDate madeOn,
        Instant foundAt) {}
