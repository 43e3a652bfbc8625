package localgov.ims.providers;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A form that the payer's browser posts to the provider, signed so that nothing in it can be changed on the way. It
/// holds no card, and goes from our page to the provider's: never stored, logged or mailed.
///
/// @param action the provider's page
/// @param fields by name, in the order in which they are sent
/// @param inTheirLanguage whether the provider's page speaks the language that was asked for
public record PaymentForm(URI action, Map<String, String> fields, boolean inTheirLanguage) {
    public PaymentForm {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// Leaves out what is in it.
    @Override
    public String toString() {
        return "PaymentForm[to %s]".formatted(action.getHost());
    }
}
