package localgov.ims.handovers.pages;

/// Why what was handed over cannot be paid.
///
/// @param why as a sentence
public record NotHandedPage(String why) {}
