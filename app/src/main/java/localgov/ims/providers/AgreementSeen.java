package localgov.ims.providers;

import org.jspecify.annotations.Nullable;

/// What a provider says about an agreement.
public sealed interface AgreementSeen {
    /// How it stands. `UNKNOWN` is a word we have not met.
    enum State {
        CREATED,
        ACTIVE,
        CANCELLED,
        INACTIVE,
        UNKNOWN
    }

    /// @param reference ours, as the provider repeats it
    /// @param expires month and year as the provider writes them, `12/30`
    record Known(
            String agreement,
            String reference,
            State state,
            @Nullable String cardBrand,
            @Nullable String lastFour,
            @Nullable String expires)
            implements AgreementSeen {}

    record NotFound() implements AgreementSeen {}

    record NoAnswer(String what) implements AgreementSeen {}

    /// This account knows no agreements. Nobody was asked.
    record NotOffered() implements AgreementSeen {}
}
