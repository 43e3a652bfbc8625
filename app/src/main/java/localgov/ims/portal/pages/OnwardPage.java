package localgov.ims.portal.pages;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The last page of ours before the card provider's.
///
/// @param amount what is to be paid
/// @param target the provider's page
/// @param fields what the form carries, signed and hidden
/// @param inTheirLanguage whether the provider's page speaks the payer's language
public record OnwardPage(String amount, URI target, Map<String, String> fields, boolean inTheirLanguage) {
    public OnwardPage {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
