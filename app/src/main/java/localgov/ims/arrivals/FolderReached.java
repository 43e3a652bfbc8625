package localgov.ims.arrivals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A folder held open.
///
/// @param path where it is, for what only a path can do
record FolderReached(Path path, SecureDirectoryStream<Path> folder) implements Reached {

    @Override
    public Listed list(Predicate<String> wanted) throws IOException {
        var found = new ArrayList<Lying>();
        Trouble trouble = null;
        try {
            for (var entry : folder) {
                var name = entry.getFileName().toString();
                if (!Lying.mayBe(name) || !wanted.test(name)) {
                    continue;
                }
                if (found.size() == MOST_FILES) {
                    return new Listed(found, Trouble.TOO_MANY);
                }
                if (isName(name)) {
                    look(name).ifPresent(found::add);
                } else {
                    trouble = Trouble.UNKNOWN_NAME;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return new Listed(found, trouble);
    }

    /// Whether this machine can write the name that it reads.
    private static boolean isName(String name) {
        try {
            return Path.of(name).getFileName().toString().equals(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public Optional<Lying> look(String name) throws IOException {
        try {
            var seen = folder.getFileAttributeView(
                            Path.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
            return seen.isRegularFile()
                    ? Optional.of(new Lying(
                            name,
                            seen.size(),
                            seen.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS)))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Channels.newInputStream(
                folder.newByteChannel(Path.of(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    @Override
    public void moveToDone(String name, long number) throws IOException {
        try {
            make();
            try (var done = folder.newDirectoryStream(Path.of(DONE), LinkOption.NOFOLLOW_LINKS)) {
                var free = isThere(done, name) ? "%d-%s".formatted(number, name) : name;
                folder.move(Path.of(name), done, Path.of(free));
            }
        } catch (NoSuchFileException e) {
            // Somebody was quicker.
        } catch (IOException e) {
            throw new NotReached(Trouble.CANNOT_CLEAR, e);
        }
    }

    private void make() throws IOException {
        try {
            Files.createDirectory(path.resolve(DONE));
        } catch (FileAlreadyExistsException e) {
            // It was made before.
        }
    }

    private static boolean isThere(SecureDirectoryStream<Path> done, String name) throws IOException {
        try {
            done.getFileAttributeView(Path.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void delete(String name) throws IOException {
        try {
            folder.deleteFile(Path.of(name));
        } catch (NoSuchFileException e) {
            // Somebody was quicker.
        } catch (IOException e) {
            throw new NotReached(Trouble.CANNOT_CLEAR, e);
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
