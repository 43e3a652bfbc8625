package localgov.ims.backoffice.pages;

import java.util.List;

/// @param signedOut whether somebody has just signed out
/// @param demo whether the people everybody knows can sign in here
/// @param directories where else one can sign in
/// @param password whether a password is asked for on this page
/// @param emergency whether a password is for an emergency only
public record SignInPage(
        boolean signedOut, boolean demo, List<Directory> directories, boolean password, boolean emergency) {
    public record Directory(String name, String href) {}
}
