package localgov.ims.imports;

import java.util.List;

/// What became of something handed in, which may be an archive of files.
public sealed interface HandedIn {

    /// It was one file, or nothing was kept of any of them, for this one's reason.
    record One(Received received) implements HandedIn {}

    /// It was an archive, and each file of it is an import of its own.
    ///
    /// @param files in the order of the archive: those that are new, and those that had arrived before
    record Several(String archive, List<FromArchive> files) implements HandedIn {}

    /// It was an archive that is not taken. Nothing was kept.
    ///
    /// @param name of the file in it that is the matter; empty when it is the whole
    record NotOpened(Unopened why, String name) implements HandedIn {}

    /// @param isNew whether its bytes had not arrived before
    record FromArchive(String fileName, ImportId id, boolean isNew) {}
}
