package localgov.ims.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;

/// A file that lies on the disk for as long as it is looked into. Nobody but this program's user can read it, and
/// closing deletes it.
///
/// @param fingerprint its SHA-256
public record Spooled(Path path, long bytes, byte[] fingerprint) implements AutoCloseable {
    private static final String NAME = "ims-archive";

    /// Empty when it is longer than the most that is taken; nothing is left lying then.
    public static Optional<Spooled> of(InputStream in, long most) throws IOException {
        var path = Files.createTempFile(NAME, null);
        boolean whole = false;
        try (var out = Files.newOutputStream(path)) {
            var read = new DigestInputStream(in, sha256());
            long bytes = copy(read, out, most);
            whole = bytes <= most;
            return whole
                    ? Optional.of(
                            new Spooled(path, bytes, read.getMessageDigest().digest()))
                    : Optional.empty();
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static long copy(InputStream in, OutputStream out, long most) throws IOException {
        var buffer = new byte[1 << 16];
        long total = 0;
        for (int read = in.read(buffer); read >= 0 && total <= most; read = in.read(buffer)) {
            total += read;
            out.write(buffer, 0, read);
        }
        return total;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Deletes what a process that was killed left lying.
    ///
    /// @param before what was laid there since is being looked into, perhaps by another process
    /// @return how many files
    static int clear(Path folder, Instant before) throws IOException {
        int deleted = 0;
        try (var files = Files.newDirectoryStream(folder, NAME + "*")) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                    deleted++;
                }
            }
        }
        return deleted;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
