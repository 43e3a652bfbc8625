package localgov.ims.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A valid request for a payment.
record PaymentWish(
        long amount,
        String reference,
        String description,
        @Nullable String returnUrl,
        @Nullable String email,
        String language,
        boolean delayedCapture,
        boolean moto,
        Mode mode,
        @Nullable String metadata,
        @Nullable String card,
        @Nullable String setUpAgreement,
        @Nullable String agreement,
        @Nullable String agreementPaymentType) {

    /// Who authorises the payment: the payer on the page, our own server with a card, or a standing agreement.
    enum Mode {
        WEB,
        MOTO_API,
        AGREEMENT;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Either a wish or the one error that the API reports.
    sealed interface Reading {
        record Valid(PaymentWish wish) implements Reading {}

        record Wrong(PayError error) implements Reading {}
    }

    /// The card's members as the API shows them, all there once one is.
    static Map<String, @Nullable Object> cardMembers() {
        var card = new LinkedHashMap<String, @Nullable Object>();
        for (var member : new String[] {
            "last_digits_card_number",
            "first_digits_card_number",
            "cardholder_name",
            "expiry_date",
            "billing_address",
            "card_brand",
            "card_type",
            "wallet_type"
        }) {
            card.put(member, null);
        }
        return card;
    }
}
