package localgov.ims.providers;

/// Where a payment is, in one vocabulary for all providers.
public enum ProviderState {
    /// Nobody has opened the provider's page.
    CREATED,
    /// The payer is on the provider's page.
    STARTED,
    /// Authorised, and the payer still has to confirm.
    SUBMITTED,
    /// Confirmed by the payer and waiting for us to collect.
    CAPTURABLE,
    /// Paid. Certain once the provider also says on which day it was captured.
    SUCCESS,
    /// The card was refused.
    DECLINED,
    /// The payer took too long.
    EXPIRED,
    /// The payer changed their mind.
    CANCELLED_BY_PAYER,
    /// We cancelled it.
    CANCELLED,
    /// Failed for a reason the provider did not name.
    FAILED,
    /// The provider or its bank broke.
    ERROR,
    /// A word we have not met: hold, look again, never guess.
    UNKNOWN;

    /// Whether the provider will not move it any more, except a success whose capture fails later.
    public boolean ended() {
        return switch (this) {
            case SUCCESS, DECLINED, EXPIRED, CANCELLED_BY_PAYER, CANCELLED, FAILED, ERROR -> true;
            case CREATED, STARTED, SUBMITTED, CAPTURABLE, UNKNOWN -> false;
        };
    }

    /// Whether the payer's money was taken.
    public boolean paid() {
        return this == SUCCESS;
    }
}
