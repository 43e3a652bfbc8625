package localgov.ims.people;

import java.util.List;

/// What a council has decided about signing in. Whoever keeps it stands above this room.
public interface SignInRules {
    /// Where else one can sign in: a directory of the council's own.
    ///
    /// @param code how it is named in addresses
    /// @param name as colleagues know it
    record Directory(String code, String name) {}

    /// The directories in which colleagues can show who they are.
    List<Directory> directories();

    /// Whether everybody signs in with a directory, and passwords open nothing but in an emergency.
    boolean passwordsAreOff();

    /// Whether this person may sign in without the directory when it fails.
    boolean mayInAnEmergency(String email);

    /// Whether a password alone is not enough: whoever has neither one-time codes nor a passkey sets one up first.
    boolean secondFactorIsNeeded();
}
