package localgov.ims.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the keys of the [Strongbox] come from: `IMS_SECRET_KEY`, which all instances on one database share, else a
/// file in the data folder that is made at the first start.
@Configuration(proxyBeanMethods = false)
class StrongboxKeys {
    private static final Logger LOG = LoggerFactory.getLogger(StrongboxKeys.class);
    private static final String FILE = "secret.key";

    @Bean
    Strongbox strongbox(ImsSettings settings, @Value("${ims.secret-key:${IMS_SECRET_KEY:}}") String given) {
        var keys = StrongboxKey.read(given);
        return new Strongbox(keys.isEmpty() ? inFolder(settings.data()) : keys);
    }

    static List<StrongboxKey> inFolder(Path folder) {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            var keys = StrongboxKey.read(Files.readString(file));
            if (keys.isEmpty()) {
                throw new IllegalStateException("No key is in " + file);
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whole or not at all, and never over another: what was locked with that one would be lost.
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var half = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".half", ownerOnly);
        try {
            Files.writeString(half, StrongboxKey.fresh().written() + "\n");
            Files.createLink(file, half);
            LOG.info("A key for secrets was made in {}: back it up, apart from the database", file);
        } catch (FileAlreadyExistsException anotherWasQuicker) {
            LOG.info("Another start made the key for secrets in {}", file);
        } finally {
            Files.delete(half);
        }
    }
}
