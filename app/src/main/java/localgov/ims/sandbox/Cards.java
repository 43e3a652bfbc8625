package localgov.ims.sandbox;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the acquirer makes of a card, by the published test numbers. No number is kept: only its ends, as the API
/// shows them.
final class Cards {
    /// The card of a payer who chooses an outcome by a button.
    static final String USUAL = "4242424242424242";

    static final String REFUSED = "4000000000000002";

    private static final Set<String> GOOD = Set.of(
            "4242424242424242",
            "4444333322221111",
            "4000056655665556",
            "4917610000000000003",
            "371449635398431",
            "3566002020360505",
            "6011000990139424",
            "36148900647913",
            "5105105105105100",
            "222100000000000",
            "4000000000000010",
            "4000160000000004",
            "4000020000000000",
            "4988080000000000",
            "4111111111111111",
            "4293189100000008",
            "5101180000000007",
            "4131840000000003",
            "4000180000000002",
            "5200828282828210");
    private static final Set<String> REFUSALS = Set.of("4000000000000002", "4000000000000069", "4000000000000127");

    private Cards() {}

    static Life outcome(String number) {
        if (GOOD.contains(number)) {
            return Life.SUCCESS;
        }
        return REFUSALS.contains(number) ? Life.DECLINED : Life.ERROR;
    }

    static String brand(String number) {
        return switch (number.charAt(0)) {
            case '4' -> "Visa";
            case '5', '2' -> "Mastercard";
            case '6' -> "Discover";
            case '3' -> number.startsWith("37") ? "American Express" : number.startsWith("36") ? "Diners Club" : "Jcb";
            default -> "Unknown";
        };
    }

    /// The card's members as the API shows them, keeping what the service prefilled.
    static String shown(@Nullable String prefilled, String number, @Nullable String holder, String expiry) {
        var card = PaymentWish.cardMembers();
        if (prefilled != null) {
            Json.stored(prefilled).properties().forEach(member -> card.put(member.getKey(), member.getValue()));
        }
        card.putAll(Map.of(
                "last_digits_card_number", number.substring(number.length() - 4),
                "first_digits_card_number", number.substring(0, 6),
                "expiry_date", expiry,
                "card_brand", brand(number),
                "card_type", "debit"));
        if (holder != null) {
            card.put("cardholder_name", holder);
        }
        return Json.text(card);
    }
}
