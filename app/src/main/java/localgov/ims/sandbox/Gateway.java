package localgov.ims.sandbox;

import org.jspecify.annotations.Nullable;

/// An account at the simulated GOV.UK Pay, and what it is allowed to do.
record Gateway(
        String id,
        boolean live,
        boolean moto,
        boolean motoApi,
        boolean recurring,
        boolean linked,
        boolean disabled,
        boolean zeroAmount,
        Profile profile,
        @Nullable String webhookUrl,
        String webhookSecret) {
    String provider() {
        return profile.provider();
    }
}
