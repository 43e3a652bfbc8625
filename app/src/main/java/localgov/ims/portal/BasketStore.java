package localgov.ims.portal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.payments.PaymentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of baskets. A basket is known by the hash of the key in the payer's cookie, so that nobody who reads the
/// database can take one over.
@Repository
class BasketStore {
    private final JdbcClient db;

    BasketStore(JdbcClient db) {
        this.db = db;
    }

    private record Row(
            UUID id,
            int version,
            int attempt,
            @Nullable PaymentId paying,
            @Nullable Integer payingVersion) {}

    void insert(UUID id, byte[] keyHash, Instant now) {
        db.sql("""
                insert into portal_basket (id, key_hash, created_at, touched_at)
                values (:id, :key_hash, :now, :now)
                """).param("id", id).param("key_hash", keyHash).param("now", now).update();
    }

    Optional<PayerBasket> find(byte[] keyHash) {
        return db.sql("""
                select id, version, attempt, paying, paying_version
                  from portal_basket
                 where key_hash = :key_hash
                """)
                .param("key_hash", keyHash)
                .query(Row.class)
                .optional()
                .map(this::basket);
    }

    boolean made(byte[] keyHash, PaymentId payment) {
        return db.sql("""
                select count(*) > 0
                  from portal_basket
                 where key_hash = :key_hash
                   and (paying = :payment or paid = :payment)
                """)
                .param("key_hash", keyHash)
                .param("payment", payment)
                .query(Boolean.class)
                .single();
    }

    private PayerBasket basket(Row row) {
        var lines = db.sql("""
                select line, fund, account_number as account, pence as amount, payer
                  from portal_basket_line
                 where basket = :basket
                 order by line
                """)
                .param("basket", row.id())
                .query(PayerBasket.Line.class)
                .list();
        return new PayerBasket(row.id(), row.version(), row.attempt(), row.paying(), row.payingVersion(), lines);
    }

    /// Counts a change, and holds the basket until the database transaction ends.
    int touch(UUID basket, Instant now) {
        return db.sql("""
                update portal_basket
                   set version = version + 1,
                       touched_at = :now
                 where id = :id
                returning version
                """)
                .param("id", basket)
                .param("now", now)
                .query(Integer.class)
                .single();
    }

    int count(UUID basket) {
        return db.sql("""
                select count(*)
                  from portal_basket_line
                 where basket = :basket
                """).param("basket", basket).query(Integer.class).single();
    }

    /// False when the bill is in the basket already.
    boolean add(UUID basket, PayerBasket.Line line, int version) {
        return db.sql("""
                insert into portal_basket_line (basket, line, fund, account_number, pence, payer, version)
                select :basket, coalesce(max(line), 0) + 1, :fund, :account, :pence, :payer, :version
                  from portal_basket_line
                 where basket = :basket
                on conflict on constraint bill_is_in_the_basket_once do nothing
                """)
                        .param("basket", basket)
                        .param("fund", line.fund())
                        .param("account", line.account())
                        .param("pence", line.amount())
                        .param("payer", line.payer())
                        .param("version", version)
                        .update()
                == 1;
    }

    /// Takes the other line of the same bill, if there is one, into this one's place.
    void change(UUID basket, PayerBasket.Line line, int version) {
        db.sql("""
                delete from portal_basket_line
                 where basket = :basket
                   and line <> :line
                   and fund = :fund
                   and account_number = :account
                """)
                .param("basket", basket)
                .param("line", line.line())
                .param("fund", line.fund())
                .param("account", line.account())
                .update();
        db.sql("""
                update portal_basket_line
                   set account_number = :account,
                       pence = :pence,
                       payer = :payer,
                       version = :version
                 where basket = :basket
                   and line = :line
                """)
                .param("basket", basket)
                .param("line", line.line())
                .param("account", line.account())
                .param("pence", line.amount())
                .param("payer", line.payer())
                .param("version", version)
                .update();
    }

    /// One person pays all of a basket: what they typed last counts for each bill that asks for it.
    void isPaidBy(UUID basket, @Nullable String payer) {
        db.sql("""
                update portal_basket_line
                   set payer = :payer
                 where basket = :basket
                   and payer <> :payer
                """).param("basket", basket).param("payer", payer).update();
    }

    void remove(UUID basket, int line) {
        db.sql("""
                delete from portal_basket_line
                 where basket = :basket
                   and line = :line
                """).param("basket", basket).param("line", line).update();
    }

    /// Remembers the payment made of this version of the basket.
    void paying(UUID basket, PaymentId payment, int version) {
        db.sql("""
                update portal_basket
                   set paying = :payment,
                       paying_version = :version
                 where id = :id
                   and version = :version
                """)
                .param("id", basket)
                .param("payment", payment)
                .param("version", version)
                .update();
    }

    /// Another payment may be made of the same version, unless somebody was quicker.
    void tryAgain(PayerBasket basket) {
        db.sql("""
                update portal_basket
                   set attempt = attempt + 1
                 where id = :id
                   and version = :version
                   and attempt = :attempt
                """)
                .param("id", basket.id())
                .param("version", basket.version())
                .param("attempt", basket.attempt())
                .update();
    }

    /// Takes out what has been paid; what was added or changed since stays.
    boolean emptyPaid(UUID basket, PaymentId payment) {
        return db.sql("""
                with paid as (
                    update portal_basket
                       set paying = null,
                           paid = paying,
                           paying_version = null,
                           version = version + 1
                     where id = :id
                       and paying = :payment
                    returning id, (select before.paying_version from portal_basket before where before.id = :id) as version),
                gone as (
                    delete from portal_basket_line line
                     using paid
                     where line.basket = paid.id
                       and line.version <= paid.version)
                select count(*) > 0 from paid
                """)
                .param("id", basket)
                .param("payment", payment)
                .query(Boolean.class)
                .single();
    }

    /// Baskets nobody has touched for long.
    void forget(Instant untouchedSince) {
        db.sql("""
                delete from portal_basket
                 where touched_at < :since
                """).param("since", untouchedSince).update();
    }
}
