package localgov.ims.platform.pages;

/// What office pages show of the person who is signed in.
///
/// @param name        as colleagues know them
/// @param signOutPath where the form that signs them out is sent
public record PersonFace(String name, String signOutPath) {}
