package localgov.ims.directory.pages;

/// Somebody did not get in by a directory.
///
/// @param what what happened, `then` what to do
/// @param emergency whether some people have another way in
public record FailedPage(String what, String then, String href, String link, boolean emergency) {}
