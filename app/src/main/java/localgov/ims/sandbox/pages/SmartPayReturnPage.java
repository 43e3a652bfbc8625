package localgov.ims.sandbox.pages;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the payer's browser brings back to the council.
///
/// @param decision the provider's word
/// @param back where the form goes
public record SmartPayReturnPage(String decision, URI back, Map<String, String> fields) {
    public SmartPayReturnPage {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
