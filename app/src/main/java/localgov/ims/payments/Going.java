package localgov.ims.payments;

import java.net.URI;
import java.util.List;

/// Where a payer goes who wants to pay a payment now.
public sealed interface Going {
    Payment payment();

    /// To the provider's page. The address works once: send the payer there and forget it.
    record ToProvider(Payment payment, URI page) implements Going {
        /// Leaves out the address.
        @Override
        public String toString() {
            return "ToProvider[%s]".formatted(payment);
        }
    }

    /// Nowhere yet: the provider did not answer, or somebody else is asking it at this moment.
    record NotYet(Payment payment) implements Going {}

    /// Nowhere: the payment has come to an end.
    record Ended(Payment payment) implements Going {}

    /// Nowhere: the council has stopped something in it since it was asked for, or has its funds paid into different
    /// card accounts now. The payment stays as it is, and may be tried again.
    record Refused(Payment payment, List<Created.Problem> problems) implements Going {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// Nowhere: the council takes no cards at the moment. The payment stays as it is.
    record NoProvider(Payment payment) implements Going {}
}
