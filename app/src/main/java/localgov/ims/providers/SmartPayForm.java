package localgov.ims.providers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The form with which a payer enters SmartPay Fuse. Every field of it is signed.
final class SmartPayForm {
    /// Where the payer's browser brings the reply, and where the provider sends the same by itself.
    private static final String BACK = "providers/smartpay/return";

    private static final String TOLD = "providers/smartpay/reply";

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 60;

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
        billTo(request.payer()).forEach((name, told) -> {
            if (told != null) {
                fields.put(name, told);
            }
        });
        fields.put(FormSignature.SIGNED_NAMES, String.join(",", fields.keySet()));
        fields.put(FormSignature.SIGNATURE, FormSignature.of(fields, account.webhookSecret()));
        return new PaymentForm(known.page(), fields, request.isInEnglish());
    }

    /// Filled in on its page, for the payer to change. What is longer than its fields is left out there.
    private static Map<String, @Nullable String> billTo(Cardholder payer) {
        var told = new LinkedHashMap<String, @Nullable String>();
        told.put("bill_to_forename", within(LONGEST_NAME, payer.forenames()));
        told.put("bill_to_surname", within(LONGEST_NAME, payer.surname()));
        told.put("bill_to_address_line1", within(LONGEST_LINE, payer.address()));
        told.put("bill_to_address_postal_code", payer.postcode());
        told.put("bill_to_address_country", payer.postcode() == null ? null : "GB");
        told.put("bill_to_email", payer.email());
        return told;
    }

    private static @Nullable String within(int longest, @Nullable String told) {
        return told == null || told.length() > longest ? null : told;
    }
}
