package localgov.ims.agreements;

import java.time.Instant;
import java.util.List;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of how agreements stand at their providers, and of when to look there again.
@Repository
class AtProviderStore {
    private final JdbcClient db;

    AtProviderStore(JdbcClient db) {
        this.db = db;
    }

    /// What the provider calls it. Of two who asked at once, what one of them was told counts; the other stays
    /// unused. What has ended meanwhile has to end there, too.
    boolean known(AgreementId id, String providerAgreement, Instant now) {
        return db.sql("""
                update agreements_agreement
                   set provider_agreement = :agreement,
                       at_provider = case when ended_at is null then 'OPEN' else 'TO_END' end,
                       next_look_at = case when ended_at is null then next_look_at else cast(:now as timestamptz) end,
                       version = version + 1
                 where id = :id
                   and provider_agreement is null
                """)
                        .param("id", id)
                        .param("agreement", providerAgreement)
                        .param("now", now)
                        .update()
                == 1;
    }

    /// The provider takes nothing under it any more.
    void endedThere(AgreementId id) {
        db.sql("""
                update agreements_agreement
                   set at_provider = 'ENDED',
                       next_look_at = null,
                       version = version + 1
                 where id = :id
                   and at_provider in ('OPEN', 'TO_END')
                """).param("id", id).update();
    }

    /// Money came although it had ended: what that set up at the provider has to end there.
    void endThereToo(AgreementId id, Instant now) {
        db.sql("""
                update agreements_agreement
                   set at_provider = 'TO_END',
                       next_look_at = :now,
                       looks = 0
                 where id = :id
                   and at_provider in ('OPEN', 'ENDED')
                   and ended_at is not null
                   and reason <> 'provider'
                """).param("id", id).param("now", now).update();
    }

    /// Looked at, and to be looked at again; unless it has to end there since it was read.
    void lookAgain(Agreement looked, Instant at, int looks) {
        db.sql("""
                update agreements_agreement
                   set next_look_at = :at,
                       looks = :looks
                 where id = :id
                   and next_look_at is not null
                   and at_provider = :before
                """)
                .param("id", looked.id())
                .param("before", looked.standing().atProvider())
                .param("at", at)
                .param("looks", looks)
                .update();
    }

    void card(AgreementId id, String card, @Nullable String expires) {
        db.sql("""
                update agreements_agreement
                   set card = :card,
                       card_expires = :expires,
                       version = version + 1
                 where id = :id
                """)
                .param("id", id)
                .param("card", card)
                .param("expires", expires)
                .update();
    }

    /// Takes the telling of when the card expires, so that the payer is told once.
    boolean toldOfExpiry(AgreementId id, String expires) {
        return db.sql("""
                update agreements_agreement
                   set expiry_told = :expires
                 where id = :id
                   and expiry_told is distinct from :expires
                """).param("id", id).param("expires", expires).update() == 1;
    }

    /// Agreements whose time to be looked at has come. Each is put off a little as it is taken, so that of two
    /// instances one takes it, and one that is killed loses nothing.
    List<AgreementId> takeDue(Instant now, Instant putOff, int most) {
        return Rows.of(db.sql("""
                        update agreements_agreement
                           set next_look_at = :put_off
                         where id in (
                               select id
                                 from agreements_agreement
                                where next_look_at <= :now
                                order by next_look_at
                                limit :most
                                  for update skip locked)
                        returning id as value
                        """)
                .param("now", now)
                .param("put_off", putOff)
                .param("most", most)
                .query(AgreementId.class));
    }
}
