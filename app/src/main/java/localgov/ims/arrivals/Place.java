package localgov.ims.arrivals;

import java.util.Arrays;
import localgov.ims.imports.NamesAlike;
import org.jspecify.annotations.Nullable;

/// A place that is looked at for files.
///
/// @param folder where at the place; empty for where one arrives when one signs in
/// @param names of the files that are taken, with `*` for anything, commas between; empty for all
/// @param source the code of the import source its files come from; nothing to tell by their names
/// @param minutes between two looks
/// @param lookFirst whether each file waits, held, until somebody says that it is to be posted
/// @param open whether it is looked at
/// @param version of the entry that says all this
record Place(
        String code,
        String name,
        Kind kind,
        String folder,
        String names,
        @Nullable String source,
        Afterwards afterwards,
        long minutes,
        boolean lookFirst,
        boolean open,
        long version) {

    /// What kind of place it is.
    enum Kind {
        /// A folder that the operator lets councils use.
        FOLDER,
        /// A server of somebody else.
        SFTP
    }

    /// What becomes of a file at its place once it has been taken.
    enum Afterwards {
        /// It is moved to the folder `done` there.
        DONE,
        DELETE,
        LEAVE
    }

    /// Whether a file of this name is taken here; capital and small letters are alike.
    boolean takes(String fileName) {
        return names.isEmpty()
                || Arrays.stream(names.split(",")).anyMatch(name -> NamesAlike.fits(name.strip(), fileName));
    }
}
