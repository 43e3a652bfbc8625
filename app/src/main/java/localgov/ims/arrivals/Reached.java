package localgov.ims.arrivals;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// A place while somebody is there. Names are those of [#list]. Every step may throw [NotReached].
interface Reached extends AutoCloseable {
    /// The most files that are looked at in one place.
    int MOST_FILES = 10_000;

    /// The name of the folder into which files are moved that were taken.
    String DONE = "done";

    /// @param whole whether it has all files; not when there are more than are looked at
    record Listed(List<Lying> files, boolean whole) {}

    /// The files themselves: no folders, and nothing that leads elsewhere.
    Listed list() throws IOException;

    /// As it is now; nothing when it lies there no more.
    Optional<Lying> look(String name) throws IOException;

    InputStream open(String name) throws IOException;

    /// Into the folder `done`, which is made when it is not there.
    ///
    /// @param number goes before its name when there is one of that name already
    void moveToDone(String name, long number) throws IOException;

    void delete(String name) throws IOException;

    @Override
    void close() throws IOException;
}
