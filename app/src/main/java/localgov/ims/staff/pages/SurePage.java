package localgov.ims.staff.pages;

/// A question before something is done that cannot simply be undone.
///
/// @param what what will happen, `then` what that means
/// @param go the words of the button
/// @param danger whether it takes something away
public record SurePage(String self, String back, String what, String then, String go, boolean danger) {}
