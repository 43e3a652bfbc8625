package localgov.ims.portal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Payment;
import org.springframework.stereotype.Component;

/// Lets anybody to whom a receipt is shown find out whether it is genuine. What is signed says how much was paid to
/// which council on which day, and how the receipt's number ends; neither who paid nor what for, and not the number
/// itself, which opens the receipt.
@Component
class SignedReceipts {
    private static final String VERSION = "1";
    /// Of a receipt of which nothing was money.
    private static final String TEST = "0";
    private static final String KIND = "Ed25519";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern TOKEN = Pattern.compile(
            "([01])\\.([0-9a-f]{8})\\.([0-9]{1,11})\\.([0-9]{8})\\.([2-9A-Z]{4})\\.([A-Za-z0-9_-]{86})");

    private final ReceiptKeys keys;
    private final OfficeAddress address;

    SignedReceipts(ReceiptKeys keys, OfficeAddress address) {
        this.keys = keys;
        this.address = address;
    }

    /// What a receipt says that is genuine.
    ///
    /// @param test whether nothing of it was money
    /// @param ends the last characters of its number
    record Genuine(boolean test, Money amount, LocalDate day, String ends) {}

    /// Where anybody may look whether the receipt of this payment, which is paid, is genuine; nothing where it cannot
    /// be signed.
    Optional<String> address(Payment payment) {
        return token(payment).map(token -> address.at("/verify/" + token));
    }

    Optional<String> token(Payment payment) {
        return keys.signing().map(signing -> token(signing, payment));
    }

    private static String token(ReceiptKeys.Signing signing, Payment payment) {
        var said = new Genuine(
                payment.pretended(),
                payment.paid().orElseThrow(),
                London.dayOf(payment.paidAt().orElseThrow()),
                ends(payment.reference().value()));
        var plain = plain(signing.id(), said);
        try {
            var signature = Signature.getInstance(KIND);
            signature.initSign(signing.key());
            signature.update(signed(plain));
            return plain + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the receipt says, if a key of this council signed it.
    Optional<Genuine> read(String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean test = parts.group(1).equals(TEST);
        return day(parts.group(4))
                .map(day -> new Genuine(test, Money.pence(Long.parseLong(parts.group(3))), day, parts.group(5)))
                .filter(said -> holds(parts.group(2), said, parts.group(6)));
    }

    private boolean holds(String key, Genuine said, String signed) {
        return keys.proving(key)
                .filter(proving -> {
                    try {
                        var signature = Signature.getInstance(KIND);
                        signature.initVerify(proving);
                        signature.update(signed(plain(key, said)));
                        return signature.verify(Base64.getUrlDecoder().decode(signed));
                    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
                        return false;
                    }
                })
                .isPresent();
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written, DAY));
        } catch (java.time.DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String plain(String key, Genuine said) {
        return String.join(
                ".",
                said.test() ? TEST : VERSION,
                key,
                "" + said.amount().pence(),
                DAY.format(said.day()),
                said.ends());
    }

    /// The council belongs to what is signed, so that one council's receipt proves nothing at another's.
    private static byte[] signed(String plain) {
        return ("receipt of " + CurrentCouncil.id() + ":" + plain).getBytes(StandardCharsets.US_ASCII);
    }

    private static String ends(String reference) {
        return reference.substring(reference.length() - 4);
    }
}
