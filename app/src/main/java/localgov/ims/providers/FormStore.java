package localgov.ims.providers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The forms we have signed and what came back of them.
@Repository
class FormStore {
    private final JdbcClient db;

    FormStore(JdbcClient db) {
        this.db = db;
    }

    /// @param account the council's code of the provider account
    /// @param reference ours
    record Form(UUID transaction, String account, String reference, Money pence, Instant begunAt) {}

    void begun(Form form) {
        db.sql("""
                insert into providers_form (transaction, account, reference, pence, begun_at)
                values (:transaction, :account, :reference, :pence, :begun_at)
                """)
                .param("transaction", form.transaction())
                .param("account", form.account())
                .param("reference", form.reference())
                .param("pence", form.pence())
                .param("begun_at", form.begunAt())
                .update();
    }

    Optional<Form> find(String account, UUID transaction) {
        return db.sql("""
                select transaction, account, reference, pence, begun_at
                  from providers_form
                 where transaction = :transaction
                   and account = :account
                """)
                .param("transaction", transaction)
                .param("account", account)
                .query(Form.class)
                .optional();
    }

    /// The latest form of ours with a reference.
    Optional<Form> latest(String account, String reference) {
        return db.sql("""
                select transaction, account, reference, pence, begun_at
                  from providers_form
                 where account = :account
                   and reference = :reference
                 order by begun_at desc
                 limit 1
                """)
                .param("account", account)
                .param("reference", reference)
                .query(Form.class)
                .optional();
    }

    /// Keeps a reply, which may have come before.
    void heard(UUID transaction, SmartPayReply reply, Instant now) {
        db.sql("""
                insert into providers_form_reply (transaction, message, decision, heard_at)
                values (:transaction, :message, :decision, :heard_at)
                on conflict on constraint reply_is_heard_once do nothing
                """)
                .param("transaction", transaction)
                .param("message", reply.message())
                .param("decision", reply.decision())
                .param("heard_at", now)
                .update();
    }

    /// What was decided, as far as we have been told.
    List<SmartPayReply.Decision> decisions(UUID transaction) {
        return Rows.of(db.sql("""
                select decision
                  from providers_form_reply
                 where transaction = :transaction
                 order by heard_at
                """).param("transaction", transaction).query(String.class)).stream()
                .map(SmartPayReply.Decision::valueOf)
                .toList();
    }
}
