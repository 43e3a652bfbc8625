package localgov.ims.providers;

import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What we ask a provider to take.
///
/// @param idempotencyKey one for each attempt: letters, digits and hyphens, at most 255. Some providers ignore it
/// @param reference unique for each attempt, so that the attempt can be found again when the start had no answer
/// @param description what the payer reads on the provider's page
/// @param returnUrl where the payer comes back to: holds our own unguessable reference and, for a provider that
/// tells it to nobody before the payer comes back, the token by which their browser is known then; nothing else
/// @param language `en` or `cy`
/// @param payer what they have told us of themselves
/// @param metadata at most fifteen short facts that appear in the provider's own reports
/// @param ways what is special about it
public record PaymentRequest(
        String idempotencyKey,
        Money amount,
        String reference,
        String description,
        String returnUrl,
        String language,
        Cardholder payer,
        Map<String, String> metadata,
        Ways ways) {
    /// What is special about a payment. An account that does not declare one of these refuses it.
    ///
    /// @param collectLater hold the money until `capture`
    /// @param byTelephone staff key the card on the provider's page for somebody on the telephone
    /// @param settingUp the agreement that this first payment sets up, or nothing
    public record Ways(
            boolean collectLater,
            boolean byTelephone,
            @Nullable String settingUp) {
        /// The payer pays now, once.
        public static final Ways USUAL = new Ways(false, false, null);

        /// The capabilities without which it cannot be.
        public Set<Capability> needed() {
            var needed = EnumSet.noneOf(Capability.class);
            if (collectLater) {
                needed.add(Capability.DELAYED_CAPTURE);
            }
            if (byTelephone) {
                needed.add(Capability.MOTO_PAGE);
            }
            if (settingUp != null) {
                needed.add(Capability.AGREEMENTS);
            }
            return needed;
        }
    }

    public PaymentRequest {
        metadata = Map.copyOf(metadata);
    }

    /// A payment as most are.
    public PaymentRequest(
            String idempotencyKey,
            Money amount,
            String reference,
            String description,
            String returnUrl,
            String language,
            Cardholder payer,
            Map<String, String> metadata) {
        this(idempotencyKey, amount, reference, description, returnUrl, language, payer, metadata, Ways.USUAL);
    }

    private PaymentRequest with(Ways changed) {
        return new PaymentRequest(
                idempotencyKey, amount, reference, description, returnUrl, language, payer, metadata, changed);
    }

    /// The same, with the money held on the card until it is collected.
    public PaymentRequest collectedLater() {
        return with(new Ways(true, ways.byTelephone(), ways.settingUp()));
    }

    /// The same, keyed by staff on the provider's page.
    public PaymentRequest byTelephone() {
        return with(new Ways(ways.collectLater(), true, ways.settingUp()));
    }

    /// The same, as the first payment of an agreement.
    public PaymentRequest settingUp(String agreement) {
        return with(new Ways(ways.collectLater(), ways.byTelephone(), agreement));
    }

    /// Our own address as the payer's browser sees it, without a path.
    URI here() {
        return URI.create(returnUrl).resolve("/");
    }

    /// Whether the payer reads English.
    boolean isInEnglish() {
        return language.equals("en");
    }

    /// Shows no person's data.
    @Override
    public String toString() {
        return "PaymentRequest[%s of %s]".formatted(reference, amount);
    }
}
