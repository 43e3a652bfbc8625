package localgov.ims.arrivals;

import java.net.SocketAddress;
import java.security.PublicKey;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.jspecify.annotations.Nullable;

/// Lets a connection go on only to the server whose key two people agreed to, and remembers the key that it showed.
final class HostKeyWatch implements ServerKeyVerifier {
    private final String agreed;
    private volatile @Nullable String seen;

    /// @param agreed its kind and fingerprint; empty to go on to no server and only see its key
    HostKeyWatch(String agreed) {
        this.agreed = agreed;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        seen = written(key);
        return isAgreed();
    }

    /// Its kind and the fingerprint that people compare.
    static String written(PublicKey key) {
        return "%s %s".formatted(KeyUtils.getKeyType(key), KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
    }

    @Nullable
    String seen() {
        return seen;
    }

    boolean isAgreed() {
        return !agreed.isEmpty() && agreed.equals(seen);
    }
}
