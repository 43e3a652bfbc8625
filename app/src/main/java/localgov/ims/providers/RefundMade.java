package localgov.ims.providers;

/// A refund in the list of all that an account gave back.
///
/// @param providerReference the payment that it belongs to
public record RefundMade(String providerReference, ProviderRefund refund) {}
