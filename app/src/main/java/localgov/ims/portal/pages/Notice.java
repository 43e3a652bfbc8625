package localgov.ims.portal.pages;

import localgov.ims.platform.words.Written;

/// What the council says about something that can be paid, in its own words.
///
/// @param stops whether it cannot be paid as long as this is said
public record Notice(Written text, boolean stops) {}
