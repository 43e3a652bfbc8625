package localgov.ims.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Invitations as the database keeps them.
@Repository
class InvitationStore {
    private final JdbcClient db;

    InvitationStore(JdbcClient db) {
        this.db = db;
    }

    void add(Invitation invitation, byte[] tokenHash) {
        db.sql("""
                insert into people_invitation (id, token_hash, email, name, roles, invited_by, invited_at, expires_at)
                values (:id, :hash, :email, :name, string_to_array(:roles, ','), :by, :at, :expires)
                """)
                .param("id", invitation.id())
                .param("hash", tokenHash)
                .param("email", invitation.email())
                .param("name", invitation.name())
                .param("roles", invitation.roles())
                .param("by", invitation.invitedBy())
                .param("at", invitation.invitedAt())
                .param("expires", invitation.expiresAt())
                .update();
    }

    List<Invitation> open(Instant now) {
        return Rows.of(db.sql("""
                select id, email, name, array_to_string(roles, ',') as roles, invited_by, invited_at, expires_at
                  from people_invitation
                 where joined_at is null
                   and withdrawn_at is null
                   and expires_at > :now
                 order by invited_at desc, id desc
                """).param("now", now).query(Invitation.class));
    }

    Optional<Invitation> find(byte[] tokenHash, Instant now) {
        return db.sql("""
                select id, email, name, array_to_string(roles, ',') as roles, invited_by, invited_at, expires_at
                  from people_invitation
                 where token_hash = :hash
                   and joined_at is null
                   and withdrawn_at is null
                   and expires_at > :now
                """)
                .param("hash", tokenHash)
                .param("now", now)
                .query(Invitation.class)
                .optional();
    }

    Optional<Invitation> openOf(String email, Instant now) {
        return db.sql("""
                select id, email, name, array_to_string(roles, ',') as roles, invited_by, invited_at, expires_at
                  from people_invitation
                 where email = :email
                   and joined_at is null
                   and withdrawn_at is null
                   and expires_at > :now
                """)
                .param("email", email)
                .param("now", now)
                .query(Invitation.class)
                .optional();
    }

    boolean joined(UUID id, Instant now) {
        return db.sql("""
                update people_invitation
                   set joined_at = :now
                 where id = :id
                   and joined_at is null
                   and withdrawn_at is null
                   and expires_at > :now
                """).param("id", id).param("now", now).update() == 1;
    }

    boolean withdraw(UUID id, Instant now) {
        return db.sql("""
                update people_invitation
                   set withdrawn_at = :now
                 where id = :id
                   and joined_at is null
                   and withdrawn_at is null
                """).param("id", id).param("now", now).update() == 1;
    }

    void withdrawOpen(String email, Instant now) {
        db.sql("""
                update people_invitation
                   set withdrawn_at = :now
                 where email = :email
                   and joined_at is null
                   and withdrawn_at is null
                """).param("email", email).param("now", now).update();
    }
}
