package localgov.ims.providers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;

/// The form with which a payer enters SmartPay Fuse. Every field of it is signed.
final class SmartPayForm {
    /// Where the payer's browser brings the reply, and where the provider sends the same by itself.
    private static final String BACK = "providers/smartpay/return";

    private static final String TOLD = "providers/smartpay/reply";

    private SmartPayForm() {}

    static PaymentForm of(ProviderAccount account, UUID transaction, PaymentRequest request, Instant now) {
        var known = Objects.requireNonNull(account.merchant());
        var fields = new LinkedHashMap<String, String>();
        fields.put("access_key", known.accessKey());
        fields.put("profile_id", known.profile());
        fields.put("transaction_uuid", transaction.toString());
        fields.put(FormSignature.SIGNED_NAMES, "");
        fields.put("unsigned_field_names", "");
        fields.put("signed_date_time", now.truncatedTo(ChronoUnit.SECONDS).toString());
        // It has no Welsh.
        fields.put("locale", "en-gb");
        fields.put("transaction_type", "sale");
        fields.put("reference_number", request.reference());
        fields.put("amount", request.amount().inPounds().toPlainString());
        fields.put("currency", "GBP");
        fields.put("payment_method", "card");
        fields.put("override_custom_receipt_page", request.here().resolve(BACK).toString());
        fields.put("override_custom_cancel_page", request.here().resolve(BACK).toString());
        fields.put("override_backoffice_post_url", request.here().resolve(TOLD).toString());
        if (request.email() != null) {
            fields.put("bill_to_email", request.email());
        }
        fields.put(FormSignature.SIGNED_NAMES, String.join(",", fields.keySet()));
        fields.put(FormSignature.SIGNATURE, FormSignature.of(fields, account.webhookSecret()));
        return new PaymentForm(known.page(), fields, request.language().equals("en"));
    }
}
