package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormSignatureTest {
    private static final Secret SECRET = new Secret("ims-example-secret");
    private static final List<String> NEEDED = List.of("reference_number", "amount", "currency");

    private static Map<String, String> published() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("access_key", "AKEXAMPLE");
        fields.put("profile_id", "PROF-1");
        fields.put("transaction_uuid", "7f0c6d5e-0000-4000-8000-000000000001");
        fields.put("signed_field_names", "");
        fields.put("unsigned_field_names", "");
        fields.put("signed_date_time", "2026-09-01T09:15:30Z");
        fields.put("locale", "en-gb");
        fields.put("transaction_type", "sale");
        fields.put("reference_number", "CT-800012345");
        fields.put("amount", "123.45");
        fields.put("currency", "GBP");
        fields.put("signed_field_names", String.join(",", fields.keySet()));
        fields.put("signature", "QrnhmOPI/l+cv5Wfmr0BRv426KMYko2JRICx0WA5dWE=");
        return fields;
    }

    @Test
    void thePublishedExampleHolds() {
        assertThat(FormSignature.of(published(), SECRET)).isEqualTo("QrnhmOPI/l+cv5Wfmr0BRv426KMYko2JRICx0WA5dWE=");
        assertThat(FormSignature.holds(published(), SECRET, NEEDED)).isTrue();
    }

    @Test
    void whateverIsChangedItHoldsNoMore() {
        for (var name : published().keySet()) {
            var changed = published();
            changed.merge(name, "x", String::concat);
            assertThat(FormSignature.holds(changed, SECRET, NEEDED)).as(name).isFalse();
            changed.remove(name);
            assertThat(FormSignature.holds(changed, SECRET, NEEDED))
                    .as("without " + name)
                    .isEqualTo(name.equals("unsigned_field_names"));
        }
        assertThat(FormSignature.holds(published(), new Secret("another"), NEEDED))
                .isFalse();
    }

    @Test
    void whatIsNotSignedIsNotEnough() {
        var fields = published();
        fields.put("signed_field_names", "amount,currency,signed_field_names");
        fields.put("signature", FormSignature.of(fields, SECRET));
        assertThat(FormSignature.holds(fields, SECRET, List.of("amount"))).isTrue();
        assertThat(FormSignature.holds(fields, SECRET, NEEDED))
                .as("the reference could have been changed")
                .isFalse();
        fields.put("signed_field_names", "reference_number,amount,currency");
        fields.put("signature", FormSignature.of(fields, SECRET));
        assertThat(FormSignature.holds(fields, SECRET, NEEDED))
                .as("the list itself is not signed")
                .isFalse();
        assertThat(FormSignature.holds(Map.of(), SECRET, NEEDED)).isFalse();
    }
}
