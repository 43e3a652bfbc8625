package localgov.ims.arrivals;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A place while somebody is there. Names are those of [#list]. Every step may throw [NotReached].
interface Reached extends AutoCloseable {
    /// The most files that are looked at in one place.
    int MOST_FILES = 10_000;

    /// The name of the folder into which files are moved that were taken.
    String DONE = "done";

    /// @param trouble why some files are not in it; nothing when it has all of them
    record Listed(List<Lying> files, @Nullable Trouble trouble) {
        boolean whole() {
            return trouble == null;
        }
    }

    /// The files themselves that are wanted: no folders, and nothing that leads elsewhere.
    ///
    /// @param wanted by their names
    Listed list(Predicate<String> wanted) throws IOException;

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
