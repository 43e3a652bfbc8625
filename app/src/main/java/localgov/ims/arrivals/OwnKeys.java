package localgov.ims.arrivals;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.audit.Audit;
import localgov.ims.platform.LockedColumn;
import localgov.ims.platform.LockedColumns;
import localgov.ims.platform.Strongbox;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys with which the council signs in to servers. They are made here, so that the half that is
/// secret never travels and is seen by nobody; the other half is for the other side. RSA, because every
/// server knows it.
@Component
class OwnKeys implements LockedColumns {
    private static final String KIND = "RSA";
    private static final int BITS = 3_072;

    private final JdbcClient db;
    private final Strongbox strongbox;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    OwnKeys(JdbcClient db, Strongbox strongbox, Audit audit, TransactionTemplate transactions, InstantSource clock) {
        this.db = db;
        this.strongbox = strongbox;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What may be shown of a key.
    record Public(String publicKey, Instant madeAt, String madeBy) {}

    private record Row(UUID id, String locked) {}

    /// The one in use.
    Optional<Public> shown(String place) {
        return db.sql("""
                select public_key, made_at, made_by
                  from arrivals_key
                 where place = :place
                 order by id desc
                 limit 1
                """).param("place", place).query(Public.class).optional();
    }

    /// Makes a key, which is in use from then on.
    void make(String place, String who) {
        var pair = fresh();
        var id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        var secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        transactions.executeWithoutResult(_ -> {
            db.sql("""
                    insert into arrivals_key (id, place, public_key, locked, made_at, made_by)
                    values (:id, :place, :publicKey, :locked, :now, :who)
                    """)
                    .param("id", id)
                    .param("place", place)
                    .param("publicKey", PublicKeyEntry.toString(pair.getPublic()))
                    .param("locked", strongbox.lock(secret, lockedIn(place, id)))
                    .param("now", clock.instant())
                    .param("who", who)
                    .update();
            audit.note(who, "arrival.key-made", "place:" + place, "");
        });
    }

    private static KeyPair fresh() {
        try {
            var maker = KeyPairGenerator.getInstance(KIND);
            maker.initialize(BITS);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The one in use, whole.
    Optional<KeyPair> pair(String place) {
        return db.sql("""
                select id, locked
                  from arrivals_key
                 where place = :place
                 order by id desc
                 limit 1
                """)
                .param("place", place)
                .query(Row.class)
                .optional()
                .map(row -> whole(strongbox.unlock(row.locked(), lockedIn(place, row.id()))));
    }

    private static KeyPair whole(String secret) {
        try {
            var factory = KeyFactory.getInstance(KIND);
            var own = factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret)));
            return new KeyPair(shown(factory, (RSAPrivateCrtKey) own), own);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey shown(KeyFactory factory, RSAPrivateCrtKey own) throws GeneralSecurityException {
        return factory.generatePublic(new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent()));
    }

    private static String lockedIn(String place, UUID id) {
        return "arrivals.key:%s:%s".formatted(place, id);
    }

    @Override
    public List<LockedColumn> all() {
        return List.of(
                new LockedColumn("arrivals_key", "id", "uuid", "locked", "'arrivals.key:' || place || ':' || id"));
    }
}
