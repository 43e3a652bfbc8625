package localgov.ims.agreements;

import java.time.Instant;
import java.util.Optional;
import localgov.ims.kernel.PublicReference;
import localgov.ims.platform.words.Language;
import org.jspecify.annotations.Nullable;

/// A payer's agreement that we take payments from their card.
final class Agreement {
    /// All of it that never changes.
    ///
    /// @param address the payer's e-mail address, locked
    /// @param proposedBy `payer`, or a colleague as the audit names them
    record Wanted(
            AgreementId id,
            PublicReference reference,
            Terms terms,
            String fund,
            String account,
            String address,
            Language language,
            String proposedBy,
            Instant createdAt) {
        /// Tells nobody's address.
        @Override
        public String toString() {
            return "Wanted[" + id + "]";
        }
    }

    /// Whether the provider knows it, and has ended it.
    enum AtProvider {
        /// It was never asked, or never answered.
        NONE,
        /// It knows it; payments can be taken once the first is paid.
        OPEN,
        /// It is to be ended there, and nobody knows yet that it is.
        TO_END,
        /// Nothing can be taken there any more.
        ENDED
    }

    /// How it ended.
    ///
    /// @param by `payer`, `system`, or a colleague
    /// @param reason `payer`, `council`, `provider`, `not-paid`, `time` or `done`
    record End(Instant at, String by, String reason) {}

    /// What of it changes.
    ///
    /// @param card such as `Visa 4242`
    /// @param cardExpires month and year as the provider writes them, `12/30`
    /// @param expiryTold for which of those the payer was told
    /// @param looks how often the provider was looked at in vain
    record Standing(
            AgreementState state,
            @Nullable Instant consentedAt,
            @Nullable String provider,
            @Nullable String providerAgreement,
            @Nullable String card,
            @Nullable String cardExpires,
            @Nullable String expiryTold,
            AtProvider atProvider,
            int looks,
            @Nullable End end) {}

    private final Wanted wanted;
    private final Standing standing;

    Agreement(Wanted wanted, Standing standing) {
        this.wanted = wanted;
        this.standing = standing;
    }

    Standing standing() {
        return standing;
    }

    AgreementId id() {
        return wanted.id();
    }

    PublicReference reference() {
        return wanted.reference();
    }

    Terms terms() {
        return wanted.terms();
    }

    String fund() {
        return wanted.fund();
    }

    String account() {
        return wanted.account();
    }

    String address() {
        return wanted.address();
    }

    Language language() {
        return wanted.language();
    }

    String proposedBy() {
        return wanted.proposedBy();
    }

    Instant createdAt() {
        return wanted.createdAt();
    }

    AgreementState state() {
        return standing.state();
    }

    Optional<String> provider() {
        return Optional.ofNullable(standing.provider());
    }

    Optional<String> providerAgreement() {
        return Optional.ofNullable(standing.providerAgreement());
    }

    Optional<End> end() {
        return Optional.ofNullable(standing.end());
    }

    /// By what the audit knows it.
    String subject() {
        return "agreement:" + id();
    }

    /// Shows neither the payer nor what is agreed.
    @Override
    public String toString() {
        return "Agreement[%s %s]".formatted(id(), state());
    }
}
