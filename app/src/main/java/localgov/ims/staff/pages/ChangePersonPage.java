package localgov.ims.staff.pages;

/// What colleagues call somebody is to be corrected.
///
/// @param self where to send the form; `back` to the colleague
/// @param title which says what they are called now
/// @param was what they were called when the page was drawn
public record ChangePersonPage(String self, String back, String title, String email, String was) {}
