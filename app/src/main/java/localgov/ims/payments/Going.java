package localgov.ims.payments;

import java.net.URI;
import java.util.List;
import java.util.Map;
import localgov.ims.providers.PaymentForm;

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

    /// To the provider's page by a form that the payer's browser posts there. Show it and forget it.
    ///
    /// @param page where the form goes
    /// @param fields by name, in the order in which they are sent
    /// @param inTheirLanguage whether that page speaks the payer's language
    record ByForm(Payment payment, URI page, Map<String, String> fields, boolean inTheirLanguage) implements Going {
        static ByForm of(Payment payment, PaymentForm form) {
            return new ByForm(payment, form.action(), form.fields(), form.inTheirLanguage());
        }

        /// Leaves out what is in the form.
        @Override
        public String toString() {
            return "ByForm[%s]".formatted(payment);
        }
    }

    /// Nowhere yet: the provider did not answer, or somebody else is asking it at this moment.
    record NotYet(Payment payment) implements Going {}

    /// Nowhere at this moment: the provider has too much to do. The payment stays as it is, and may be tried again
    /// soon.
    record TooBusy(Payment payment) implements Going {}

    /// Nowhere: the payment has come to an end.
    record Ended(Payment payment) implements Going {}

    /// Nowhere: the council has stopped something in it since it was asked for, or has its funds paid into different
    /// card accounts now. The payment stays as it is, and may be tried again.
    record Refused(Payment payment, List<Created.Problem> problems) implements Going {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// Nowhere: the council takes no cards at the moment, or its provider does not let it in. The payment stays as it
    /// is.
    record NoProvider(Payment payment) implements Going {}
}
