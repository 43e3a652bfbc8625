package localgov.ims.providers;

import java.util.List;

/// The refunds of one payment.
public sealed interface Refunds {
    record These(List<ProviderRefund> refunds) implements Refunds {
        public These {
            refunds = List.copyOf(refunds);
        }
    }

    record NotFound() implements Refunds {}

    record NoAnswer(String what) implements Refunds {}
}
