package localgov.ims.providers;

import localgov.ims.kernel.Money;

/// Money to give back.
///
/// @param expectedRefundable what we believe can still be given back; the provider refuses when somebody was quicker
public record RefundRequest(String providerReference, Money amount, Money expectedRefundable) {}
