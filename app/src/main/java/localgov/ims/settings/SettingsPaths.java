package localgov.ims.settings;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/// Where the pages of reference data are.
final class SettingsPaths {
    static final String ROOT = "/office/settings";

    /// The parameter of a list that asks for the entries with one choice: `vat_code:N`.
    static final String ONLY = "only";

    private SettingsPaths() {}

    static String list(ReferenceData data) {
        return ROOT + "/" + data.slug();
    }

    static String entry(ReferenceData data, String key) {
        return list(data) + "/entries/" + UriUtils.encodePathSegment(key, StandardCharsets.UTF_8);
    }
}
