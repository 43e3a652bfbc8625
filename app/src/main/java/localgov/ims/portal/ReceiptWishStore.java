package localgov.ims.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.payments.PaymentId;
import localgov.ims.platform.words.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of receipts by e-mail.
@Repository
class ReceiptWishStore {
    private final JdbcClient db;

    ReceiptWishStore(JdbcClient db) {
        this.db = db;
    }

    /// @param address locked
    record Wish(PaymentId payment, String address, String language) {
        Language in() {
            return Language.of(language).orElse(Language.ENGLISH);
        }

        /// Tells nobody's address.
        @Override
        public String toString() {
            return "Wish[" + payment + "]";
        }
    }

    /// The last word of whoever pays counts, until the receipt has gone.
    void wish(PaymentId payment, String address, Language language, Instant now) {
        db.sql("""
                insert into portal_receipt_wish (payment, address, language, wished_at)
                values (:payment, :address, :language, :now)
                on conflict (payment) do update
                   set address = excluded.address,
                       language = excluded.language,
                       wished_at = excluded.wished_at
                 where portal_receipt_wish.done_at is null
                """)
                .param("payment", payment)
                .param("address", address)
                .param("language", language.code())
                .param("now", now)
                .update();
    }

    /// The wish of a payment whose receipt has not gone.
    Optional<Wish> open(PaymentId payment) {
        return db.sql("""
                select payment, address, language
                  from portal_receipt_wish
                 where payment = :payment
                   and done_at is null
                """).param("payment", payment).query(Wish.class).optional();
    }

    void takeBack(PaymentId payment) {
        db.sql("""
                delete from portal_receipt_wish
                 where payment = :payment
                   and done_at is null
                """).param("payment", payment).update();
    }

    /// Wishes of payments that have been paid meanwhile.
    List<Wish> due(int most) {
        return db.sql("""
                select wish.payment, wish.address, wish.language
                  from portal_receipt_wish wish
                  join payments payment on payment.id = wish.payment
                 where wish.done_at is null
                   and payment.state = 'PAID'
                 order by wish.wished_at
                 limit :most
                """).param("most", most).query(Wish.class).list();
    }

    /// Takes the wish, so that of two who fulfil it one does.
    boolean done(PaymentId payment, Instant now) {
        return db.sql("""
                update portal_receipt_wish
                   set address = null,
                       done_at = :now
                 where payment = :payment
                   and done_at is null
                """).param("payment", payment).param("now", now).update() == 1;
    }

    /// Wishes of payments that nobody finished.
    void forget(Instant wishedBefore) {
        db.sql("""
                delete from portal_receipt_wish
                 where wished_at < :before
                   and done_at is null
                """).param("before", wishedBefore).update();
    }

    /// Whether the receipt of a payment has gone out to anybody.
    boolean hasGone(PaymentId payment) {
        return db.sql("""
                select exists (select
                                 from portal_receipt_sent
                                where payment = :payment)
                """).param("payment", payment).query(Boolean.class).single();
    }

    /// Counts one more e-mail about a payment; nothing when there have been enough.
    Optional<Integer> count(PaymentId payment, int most, Instant now) {
        return db.sql("""
                insert into portal_receipt_sent (payment, number, sent_at)
                select :payment, coalesce(max(number), 0) + 1, :now
                  from portal_receipt_sent
                 where payment = :payment
                having coalesce(max(number), 0) < :most
                on conflict on constraint each_receipt_is_counted_once do nothing
                returning number
                """)
                .param("payment", payment)
                .param("most", most)
                .param("now", now)
                .query(Integer.class)
                .optional();
    }
}
