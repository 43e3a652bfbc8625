package localgov.ims.portal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.audit.Audit;
import localgov.ims.councils.Jobs;
import localgov.ims.platform.Strongbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys that a council's receipts are signed with: made when the first is needed, replaced every year, and at
/// once when somebody asks. What an earlier key signed stays genuine unless that key is withdrawn.
@Component
class ReceiptKeys {
    static final Duration SIGNS_FOR = Duration.ofDays(365);
    private static final Duration LOOKS_EVERY = Duration.ofHours(6);
    private static final String KIND = "Ed25519";
    private static final int NAME_BYTES = 4;
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptKeys.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ReceiptKeyStore store;
    private final Strongbox strongbox;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ReceiptKeys(
            ReceiptKeyStore store,
            Strongbox strongbox,
            Audit audit,
            TransactionTemplate transactions,
            Jobs jobs,
            InstantSource clock) {
        this.store = store;
        this.strongbox = strongbox;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        jobs.every("portal-receipt-keys", LOOKS_EVERY, this::lookAfter);
    }

    /// What signs, with its name.
    record Signing(String id, PrivateKey key) {}

    /// What signs now; nothing where its lock cannot be opened, because this instance was given other keys. A payer
    /// has their receipt all the same, without what proves it to others.
    Optional<Signing> signing() {
        var key = store.signing().orElseGet(this::first);
        var locked = Objects.requireNonNull(key.privateKey());
        if (!strongbox.opens(locked)) {
            LOG.error("Receipts are not signed: the receipt key {} was locked with another IMS_SECRET_KEY", key.id());
            return Optional.empty();
        }
        var secret = strongbox.unlock(locked, place(key.id()));
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret));
            return Optional.of(
                    new Signing(key.id(), KeyFactory.getInstance(KIND).generatePrivate(spec)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReceiptKeyStore.Key first() {
        make();
        return store.signing().orElseThrow();
    }

    private void make() {
        try {
            var pair = KeyPairGenerator.getInstance(KIND).generateKeyPair();
            var name = new byte[NAME_BYTES];
            RANDOM.nextBytes(name);
            var id = java.util.HexFormat.of().formatHex(name).toLowerCase(Locale.ROOT);
            var secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            store.add(id, pair.getPublic().getEncoded(), strongbox.lock(secret, place(id)), clock.instant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What proves that a key of ours signed something; nothing for a key that is not ours, or was withdrawn.
    Optional<PublicKey> proving(String id) {
        return store.find(id).filter(key -> key.withdrawnAt() == null).map(key -> {
            try {
                return KeyFactory.getInstance(KIND).generatePublic(new X509EncodedKeySpec(key.publicKey()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    List<ReceiptKeyStore.Key> all() {
        return store.all();
    }

    /// From now on another key signs.
    void replace(String who) {
        transactions.executeWithoutResult(_ -> {
            var before = store.signing().filter(key -> store.replace(key.id(), clock.instant()));
            make();
            before.ifPresent(key -> audit.note(who, "portal.receipt-key.replaced", "receipt-key:" + key.id(), ""));
        });
    }

    /// Nothing that this key signed is genuine any more; when it still signs, another does from now on.
    void withdraw(String id, String who) {
        transactions.executeWithoutResult(_ -> {
            if (store.signing().filter(key -> key.id().equals(id)).isPresent()) {
                replace(who);
            }
            if (store.withdraw(id, clock.instant())) {
                audit.note(who, "portal.receipt-key.withdrawn", "receipt-key:" + id, "");
            }
        });
    }

    /// A key that has signed for a year is replaced, and a lock that has grown old is made anew.
    void lookAfter() {
        store.signing().ifPresent(key -> {
            if (key.madeAt().plus(SIGNS_FOR).isBefore(clock.instant())) {
                replace("system");
            } else if (key.privateKey() != null && mayBeLockedAgain(key.privateKey())) {
                var plain = strongbox.unlock(key.privateKey(), place(key.id()));
                store.lockAgain(key.id(), key.privateKey(), strongbox.lock(plain, place(key.id())));
            }
        });
    }

    private boolean mayBeLockedAgain(String locked) {
        return strongbox.isOld(locked) && strongbox.opens(locked);
    }

    private static String place(String id) {
        return "portal.receipt-key:" + id;
    }
}
