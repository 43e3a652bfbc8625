package localgov.ims.arrivals;

import java.util.Locale;

/// Why a place could not be looked at, or not wholly.
enum Trouble {
    /// The operator lets councils use no folders.
    NO_FOLDERS,
    /// There is no such folder, or it is none.
    FOLDER_GONE,
    /// The folder may not be read.
    FOLDER_CLOSED,
    /// What was taken could not be moved or deleted.
    CANNOT_CLEAR,
    /// There are more files than are looked at, so that some are not seen.
    TOO_MANY,
    /// A file has a name that cannot be read here.
    UNKNOWN_NAME,
    /// A file could not be fetched; the others were.
    CANNOT_FETCH,
    /// The connection broke off.
    BROKE_OFF,
    /// Nobody knows where the server is.
    UNKNOWN_HOST,
    /// The server is inside a network that the operator has not opened.
    FORBIDDEN_HOST,
    /// The server does not answer, or not in time.
    NO_ANSWER,
    /// Two people have yet to agree to the server's key.
    NO_SERVER_KEY,
    /// The server shows another key than the one that is agreed to.
    KEY_CHANGED,
    /// There is neither a key nor a password of ours to sign in with.
    NO_KEY_OF_OURS,
    /// The server refuses the sign-in.
    SIGN_IN_REFUSED;

    /// Whether nobody goes there again until people have changed what is written down.
    boolean stops() {
        return this == NO_SERVER_KEY || this == KEY_CHANGED;
    }

    /// What people are told.
    String key() {
        return "arrivals.trouble." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
