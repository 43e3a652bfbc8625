package localgov.ims.arrivals;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/// A folder of a server while the line to it is open.
record ServerReached(ServerLine line, SftpClient sftp, String folder) implements Reached {

    private String path(String name) {
        return folder + "/" + name;
    }

    @Override
    public Listed list(Predicate<String> wanted) throws IOException {
        var listed = listing(wanted);
        line.listed();
        return listed;
    }

    private Listed listing(Predicate<String> wanted) throws IOException {
        var found = new ArrayList<Lying>();
        try (var handle = sftp.openDir(folder)) {
            for (var some = sftp.readDir(handle); some != null; some = sftp.readDir(handle)) {
                for (var entry : some) {
                    var name = entry.getFilename();
                    if (!wanted.test(name)) {
                        continue;
                    }
                    if (found.size() == MOST_FILES) {
                        return new Listed(found, Trouble.TOO_MANY);
                    }
                    lying(name, entry.getAttributes()).ifPresent(found::add);
                }
            }
        } catch (SftpException e) {
            throw switch (e.getStatus()) {
                case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NOT_A_DIRECTORY ->
                    new NotReached(Trouble.FOLDER_GONE, e);
                case SftpConstants.SSH_FX_PERMISSION_DENIED -> new NotReached(Trouble.FOLDER_CLOSED, e);
                default -> e;
            };
        }
        return new Listed(found, null);
    }

    private static Optional<Lying> lying(String name, Attributes seen) {
        return Lying.mayBe(name) && seen.isRegularFile()
                ? Optional.of(new Lying(name, seen.getSize(), modified(seen)))
                : Optional.empty();
    }

    /// Of a server that tells no times only the length says whether a file has changed.
    private static Instant modified(Attributes seen) {
        var time = seen.getModifyTime();
        return time == null ? Instant.EPOCH : time.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Optional<Lying> look(String name) throws IOException {
        try {
            return lying(name, sftp.lstat(path(name)));
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return sftp.read(path(name));
    }

    @Override
    public void moveToDone(String name, long number) throws IOException {
        try {
            if (!isThere(path(DONE))) {
                sftp.mkdir(path(DONE));
            }
            var free = isThere(path(DONE + "/" + name)) ? "%d-%s".formatted(number, name) : name;
            sftp.rename(path(name), path(DONE + "/" + free));
        } catch (SftpException e) {
            throw new NotReached(Trouble.CANNOT_CLEAR, e);
        }
    }

    private boolean isThere(String path) throws IOException {
        try {
            sftp.lstat(path);
            return true;
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void delete(String name) throws IOException {
        try {
            sftp.remove(path(name));
        } catch (SftpException e) {
            throw new NotReached(Trouble.CANNOT_CLEAR, e);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
