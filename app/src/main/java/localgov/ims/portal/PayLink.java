package localgov.ims.portal;

import java.nio.charset.StandardCharsets;
import localgov.ims.platform.words.Language;
import org.springframework.web.util.UriUtils;

/// What a letter asks somebody to pay, as an address or a QR code holds it. Anybody can write one: it only fills
/// in a form.
///
/// @param fund what is paid; empty when the reference alone has to tell
/// @param amount in pounds; empty when the payer says it
record PayLink(String fund, String reference, String amount) {
    private static final int LONGEST = 100;

    /// What may stand in the form: text of a sane length, and an amount only if it is one.
    PayLink tidied() {
        var amountIs = TypedAmount.read(amount) instanceof TypedAmount.Is(var money)
                ? money.inPounds().toPlainString()
                : "";
        var kept = reference.strip();
        return new PayLink(fund, kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept, amountIs);
    }

    /// @param here where payers pay, without a slash at its end
    String address(String here, Language language) {
        var address = new StringBuilder(here).append("/pay?");
        if (language != Language.ENGLISH) {
            address.append("lang=").append(language.code()).append('&');
        }
        address.append("fund=").append(encoded(fund)).append("&reference=").append(encoded(reference));
        if (!amount.isEmpty()) {
            address.append("&amount=").append(encoded(amount));
        }
        return address.toString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    /// Shows no reference.
    @Override
    public String toString() {
        return "PayLink[" + fund + "]";
    }
}
