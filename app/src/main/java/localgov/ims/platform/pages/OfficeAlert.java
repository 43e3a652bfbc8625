package localgov.ims.platform.pages;

/// Something grave that stays on every page of the office until somebody has dealt with it.
///
/// @param text what happened, as a sentence
/// @param href the page on which it is dealt with
/// @param link the words of the link there
public record OfficeAlert(String text, String href, String link) {}
