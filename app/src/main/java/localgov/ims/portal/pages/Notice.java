package localgov.ims.portal.pages;

/// What the council says about something that can be paid, in its own words.
///
/// @param stops whether it cannot be paid as long as this is said
public record Notice(String text, boolean stops) {}
