package localgov.ims.arrivals;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import localgov.ims.platform.ImsSettings;
import localgov.ims.platform.Outside;
import localgov.ims.settings.Settings;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Servers of others, reached by SFTP. Each look has a connection of its own, to the very place on the
/// network that was looked at, goes on only when the server shows the key that two people agreed to,
/// and is cut off when it takes too long, whatever the server says meanwhile. Nothing of this machine's
/// own user (keys, known hosts, configuration) plays a part.
@Component
class Servers {
    static final Duration PATIENCE = Duration.ofSeconds(15);
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final PlaceStore places;
    private final ServerKeys seenKeys;
    private final OwnKeys ownKeys;
    private final Settings settings;
    private final InstantSource clock;
    private final Outside outside;
    private final Duration patience;
    private final Duration longest;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("arrivals-watch").daemon().factory());

    @Autowired
    Servers(
            PlaceStore places,
            ServerKeys seenKeys,
            OwnKeys ownKeys,
            Settings settings,
            InstantSource clock,
            @Value("${ims.arrivals.networks:}") String networks,
            ImsSettings operator) {
        this(places, seenKeys, ownKeys, settings, clock, new Outside(networks, operator.demo()), PATIENCE, LONGEST);
    }

    /// @param patience for each answer
    /// @param longest for a whole look
    Servers(
            PlaceStore places,
            ServerKeys seenKeys,
            OwnKeys ownKeys,
            Settings settings,
            InstantSource clock,
            Outside outside,
            Duration patience,
            Duration longest) {
        this.places = places;
        this.seenKeys = seenKeys;
        this.ownKeys = ownKeys;
        this.settings = settings;
        this.clock = clock;
        this.outside = outside;
        this.patience = patience;
        this.longest = longest;
    }

    Reached open(Place place) throws IOException {
        var server = places.server(place.code()).orElseThrow(() -> new NotReached(Trouble.NO_ANSWER, null));
        var at = find(server);
        var key = new HostKeyWatch(server.hostKey());
        var line = new ServerLine(client(server, key, server.hostKey()), watch, patience, longest);
        try {
            var session = connected(line, server, at, key);
            signIn(session, server);
            var sftp = SftpClientFactory.instance().createSftpClient(session);
            return new ServerReached(line, sftp, place.folder().isEmpty() ? "." : place.folder());
        } catch (NotReached e) {
            line.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            line.close();
            throw new NotReached(Trouble.NO_ANSWER, e);
        }
    }

    private InetSocketAddress find(Server server) throws NotReached {
        return switch (outside.find(server.host())) {
            case Outside.Found.At(var found) -> new InetSocketAddress(found.getFirst(), server.port());
            case Outside.Found.Forbidden _ -> throw new NotReached(Trouble.FORBIDDEN_HOST, null);
            case Outside.Found.Nowhere _ -> throw new NotReached(Trouble.UNKNOWN_HOST, null);
        };
    }

    private ClientSession connected(ServerLine line, Server server, InetSocketAddress at, HostKeyWatch key)
            throws IOException {
        try {
            var session = line.connect(server.username(), at);
            line.awaitKey(session, key);
            if (key.isAgreed()) {
                seenKeys.met(server.place(), server.hostKey(), clock.instant());
                return session;
            }
        } catch (IOException e) {
            if (key.seen() == null && server.hostKey().isEmpty()) {
                throw new NotReached(Trouble.NO_ANSWER, e);
            }
        }
        throw shown(server, at, key);
    }

    /// The server showed another key than the one agreed to, or none of its kind: which one is it?
    private NotReached shown(Server server, InetSocketAddress at, HostKeyWatch key) {
        var seen = Optional.ofNullable(key.seen()).or(() -> look(server, at));
        if (seen.isEmpty() || seen.get().equals(server.hostKey())) {
            return new NotReached(Trouble.NO_ANSWER, null);
        }
        seenKeys.saw(server.place(), seen.get(), clock.instant());
        return new NotReached(server.hostKey().isEmpty() ? Trouble.NO_SERVER_KEY : Trouble.KEY_CHANGED, null);
    }

    private Optional<String> look(Server server, InetSocketAddress at) {
        var key = new HostKeyWatch("");
        try (var line = new ServerLine(client(server, key, ""), watch, patience, longest)) {
            line.awaitKey(line.connect(server.username(), at), key);
        } catch (IOException e) {
            // It shows no key at all.
        }
        return Optional.ofNullable(key.seen());
    }

    private SshClient client(Server server, HostKeyWatch key, String agreed) {
        var client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier(key);
        var byKey = new UserAuthPublicKeyFactory();
        byKey.setSignatureFactories(client.getSignatureFactories());
        client.setUserAuthFactories(
                server.signIn() == Server.SignIn.KEY
                        ? List.of(byKey)
                        : List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
        if (!agreed.isEmpty()) {
            var kinds = kinds(agreed.substring(0, agreed.indexOf(' ')));
            client.setSignatureFactories(client.getSignatureFactories().stream()
                    .filter(one -> kinds.contains(one.getName()))
                    .toList());
        }
        CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(client, patience);
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, patience);
        return client;
    }

    /// By what a key of this kind signs. A server with keys of several kinds is asked for the one that is agreed to.
    private static List<String> kinds(String kind) {
        return kind.equals("ssh-rsa")
                ? List.of(
                        NamedResource.getNames(List.of(BuiltinSignatures.rsaSHA512)),
                        NamedResource.getNames(List.of(BuiltinSignatures.rsaSHA256)))
                : List.of(kind);
    }

    private void signIn(ClientSession session, Server server) throws IOException {
        if (server.signIn() == Server.SignIn.KEY) {
            session.addPublicKeyIdentity(
                    ownKeys.pair(server.place()).orElseThrow(() -> new NotReached(Trouble.NO_KEY_OF_OURS, null)));
        } else {
            session.addPasswordIdentity(settings.secret(ArrivalsData.PLACES, server.place(), ArrivalsData.PASSWORD)
                    .orElseThrow(() -> new NotReached(Trouble.NO_KEY_OF_OURS, null)));
        }
        try {
            session.auth().verify(patience);
        } catch (IOException e) {
            throw new NotReached(isTimeout(e) ? Trouble.NO_ANSWER : Trouble.SIGN_IN_REFUSED, e);
        }
    }

    private static boolean isTimeout(Throwable e) {
        var cause = e.getCause();
        return e instanceof TimeoutException || cause != null && isTimeout(cause);
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
    }
}
