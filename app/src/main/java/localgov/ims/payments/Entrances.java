package localgov.ims.payments;

import java.net.URI;

/// Where payers begin to pay a payment that another system had made. The number of a payment says which it is, and
/// stands on letters and in what people tell each other; only an address that the council signed leads from it to
/// the card page.
public interface Entrances {
    /// The path at which a payer begins to pay, which the system that had the payment made hands out. The same
    /// payment has the same one for as long as the council's key is good.
    String path(Payment payment);

    /// The same with our own address before it.
    ///
    /// @param here our own address, without a path
    default URI at(URI here, Payment payment) {
        return URI.create(here + path(payment));
    }
}
