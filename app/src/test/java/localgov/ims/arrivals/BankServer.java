package localgov.ims.arrivals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/// A real server with a folder, as a bank has one.
final class BankServer implements AutoCloseable {
    static final String USER = "aldermere";
    static final String PASSWORD = "let the council in";

    private final SshServer server = SshServer.setUpDefaultServer();
    final Path folder;
    /// How often somebody gave it a password.
    final AtomicInteger passwords = new AtomicInteger();
    /// Public halves, as they are written down.
    final List<String> letIn = new CopyOnWriteArrayList<>();

    /// @param port 0 for any
    BankServer(Path folder, int port, KeyPair... hostKeys) throws IOException {
        this.folder = Files.createDirectories(folder);
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKeys));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        server.setPasswordAuthenticator((user, password, _) -> {
            passwords.incrementAndGet();
            return user.equals(USER) && password.equals(PASSWORD);
        });
        server.setPublickeyAuthenticator((user, key, _) ->
                user.equals(USER) && letIn.stream().anyMatch(known -> KeyUtils.compareKeys(key, read(known))));
        server.start();
    }

    private static PublicKey read(String written) {
        try {
            return PublicKeyEntry.parsePublicKeyEntry(written).resolvePublicKey(null, null, null);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static KeyPair key(String kind) {
        try {
            var maker = SecurityUtils.getKeyPairGenerator(kind);
            if (kind.equals("RSA")) {
                maker.initialize(2_048);
            }
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    int port() {
        return server.getPort();
    }

    List<String> files(String below) throws IOException {
        var at = folder.resolve(below);
        if (!Files.isDirectory(at)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(at)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        server.close(true);
    }
}
