package localgov.ims.sandbox;

import localgov.ims.providers.Secret;

/// A council's account at the simulated SmartPay Fuse.
///
/// @param sharedSecret with which the API is asked
/// @param secret with which forms and replies are signed
record SmartPayMerchant(
        String number, String keyNumber, Secret sharedSecret, String profile, String accessKey, Secret secret) {}
