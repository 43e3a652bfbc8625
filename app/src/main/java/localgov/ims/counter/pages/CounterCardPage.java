package localgov.ims.counter.pages;

/// How a caller's card payment stands on the provider's page.
///
/// @param says how it stands, in a sentence
/// @param version of the basket, as it was read
public record CounterCardPage(String self, String total, String says, int version) {}
