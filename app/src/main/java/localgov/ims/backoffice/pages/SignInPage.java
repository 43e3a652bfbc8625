package localgov.ims.backoffice.pages;

/// @param signedOut whether somebody has just signed out
/// @param demo whether the people everybody knows can sign in here
public record SignInPage(boolean signedOut, boolean demo) {}
