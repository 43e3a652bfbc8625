package localgov.ims.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of the keys that receipts are signed with.
@Repository
class ReceiptKeyStore {
    private final JdbcClient db;

    ReceiptKeyStore(JdbcClient db) {
        this.db = db;
    }

    /// @param privateKey locked; nothing for a key that signs no more
    record Key(
            String id,
            byte[] publicKey,
            @Nullable String privateKey,
            Instant madeAt,
            @Nullable Instant replacedAt,
            @Nullable Instant withdrawnAt) {
        /// Tells nothing but its name.
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    Optional<Key> signing() {
        return db.sql("""
                select id, public_key, private_key, made_at, replaced_at, withdrawn_at
                  from portal_receipt_key
                 where replaced_at is null
                """).query(Key.class).optional();
    }

    Optional<Key> find(String id) {
        return db.sql("""
                select id, public_key, private_key, made_at, replaced_at, withdrawn_at
                  from portal_receipt_key
                 where id = :id
                """).param("id", id).query(Key.class).optional();
    }

    List<Key> all() {
        return db.sql("""
                select id, public_key, private_key, made_at, replaced_at, withdrawn_at
                  from portal_receipt_key
                 order by made_at desc, id
                """).query(Key.class).list();
    }

    /// Of two who make a first key at one moment, one does.
    void add(String id, byte[] publicKey, String privateKey, Instant now) {
        db.sql("""
                insert into portal_receipt_key (id, public_key, private_key, made_at)
                values (:id, :public_key, :private_key, :now)
                on conflict do nothing
                """)
                .param("id", id)
                .param("public_key", publicKey)
                .param("private_key", privateKey)
                .param("now", now)
                .update();
    }

    /// The key signs no more, so nobody needs to keep its secret half.
    boolean replace(String id, Instant now) {
        return db.sql("""
                update portal_receipt_key
                   set private_key = null,
                       replaced_at = :now
                 where id = :id
                   and replaced_at is null
                """).param("id", id).param("now", now).update() == 1;
    }

    /// What was signed with it proves nothing any more.
    boolean withdraw(String id, Instant now) {
        return db.sql("""
                update portal_receipt_key
                   set withdrawn_at = :now
                 where id = :id
                   and replaced_at is not null
                   and withdrawn_at is null
                """).param("id", id).param("now", now).update() == 1;
    }

    /// The same key under a newer lock.
    void lockAgain(String id, String before, String after) {
        db.sql("""
                update portal_receipt_key
                   set private_key = :after
                 where id = :id
                   and private_key = :before
                """)
                .param("id", id)
                .param("before", before)
                .param("after", after)
                .update();
    }
}
