package localgov.ims.arrivals;

import java.util.Locale;
import localgov.ims.imports.Unopened;

/// Why a file is in quarantine.
enum Why {
    /// There is nothing in it.
    NOTHING_IN_IT,
    /// It has more bytes than are taken. It is not kept.
    TOO_LONG,
    /// The place says that its files come from a source from which none come now.
    UNKNOWN_SOURCE,
    /// It was tried again and again, and each time something broke.
    BROKEN_OFF,
    /// The place has it and does not give it: nothing is kept.
    NOT_FETCHED,
    DAMAGED,
    LOCKED,
    EMPTY,
    TOO_MANY,
    TOO_LARGE,
    TOO_TIGHT,
    NESTED,
    PATH_OUT,
    SAME_NAME;

    /// Of an archive that does not open.
    static Why of(Unopened archive) {
        return valueOf(archive.name());
    }

    /// What people are told; it may name the file that is the matter.
    String key() {
        return "arrivals.why." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
