package localgov.ims.arrivals;

/// A server of somebody else, as the council wrote it down.
///
/// @param hostKey the kind and fingerprint of its key to which two people agreed; empty while nobody has
record Server(String place, String host, int port, String username, SignIn signIn, String hostKey) {

    /// How the council signs in there.
    enum SignIn {
        /// With a key that this system made and whose public half the other side has.
        KEY,
        PASSWORD
    }
}
