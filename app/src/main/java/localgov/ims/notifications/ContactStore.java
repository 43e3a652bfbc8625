package localgov.ims.notifications;

import java.time.Instant;
import java.util.Optional;
import localgov.ims.payments.PaymentId;
import localgov.ims.platform.words.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Payers' addresses as the database keeps them: locked.
@Repository
class ContactStore {
    private final JdbcClient db;

    ContactStore(JdbcClient db) {
        this.db = db;
    }

    /// @param address locked
    record Kept(String address, String language) {
        @Override
        public String toString() {
            return "Kept[" + language + "]";
        }
    }

    /// The last word of whoever pays counts.
    void give(PaymentId payment, String address, Language language, Instant now) {
        db.sql("""
                insert into notifications_contact (payment, address, language, given_at)
                values (:payment, :address, :language, :now)
                on conflict (payment) do update
                   set address = excluded.address,
                       language = excluded.language,
                       given_at = excluded.given_at
                """)
                .param("payment", payment)
                .param("address", address)
                .param("language", language.code())
                .param("now", now)
                .update();
    }

    /// Stays behind what was given before.
    void offer(PaymentId payment, String address, Language language, Instant now) {
        db.sql("""
                insert into notifications_contact (payment, address, language, given_at)
                values (:payment, :address, :language, :now)
                on conflict (payment) do nothing
                """)
                .param("payment", payment)
                .param("address", address)
                .param("language", language.code())
                .param("now", now)
                .update();
    }

    void correct(PaymentId payment, String address) {
        db.sql("""
                update notifications_contact
                   set address = :address
                 where payment = :payment
                """).param("payment", payment).param("address", address).update();
    }

    void takeBack(PaymentId payment) {
        db.sql("""
                delete from notifications_contact
                 where payment = :payment
                """).param("payment", payment).update();
    }

    Optional<Kept> find(PaymentId payment) {
        return db.sql("""
                select address, language
                  from notifications_contact
                 where payment = :payment
                """).param("payment", payment).query(Kept.class).optional();
    }

    /// Those of payments that nobody finished, and those that were given too long ago. What was paid once has been
    /// finished: whoever paid is told when it is taken back, and may be given something back when it holds again.
    int forget(Instant unfinishedBefore, Instant before) {
        return db.sql("""
                delete from notifications_contact contact
                 where given_at < :before
                    or given_at < :unfinished
                   and not exists (select from payments payment
                                    where payment.id = contact.payment
                                      and (payment.paid_at is not null or payment.turns > 0))
                """)
                .param("before", before)
                .param("unfinished", unfinishedBefore)
                .update();
    }
}
