package localgov.ims.arrivals;

import java.util.Locale;

/// Why a place could not be looked at.
enum Trouble {
    /// The operator lets councils use no folders.
    NO_FOLDERS,
    /// There is no such folder, or it is none.
    FOLDER_GONE,
    /// The folder may not be read.
    FOLDER_CLOSED,
    /// What was taken could not be moved or deleted.
    CANNOT_CLEAR,
    /// The connection broke off.
    BROKE_OFF;

    /// What people are told.
    String key() {
        return "arrivals.trouble." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
