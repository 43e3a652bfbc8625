package localgov.ims.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what providers told us.
@Repository
class HintStore {
    private final JdbcClient db;

    HintStore(JdbcClient db) {
        this.db = db;
    }

    /// A message of a provider about one of its payments.
    record Hint(String provider, String message, String providerReference, Instant heardAt) {}

    /// False when the same message had been heard before.
    boolean heard(Hint hint) {
        return db.sql("""
                insert into payments_hint (provider, message, provider_reference, heard_at)
                values (:provider, :message, :provider_reference, :heard_at)
                on conflict on constraint message_is_heard_once do nothing
                """)
                        .param("provider", hint.provider())
                        .param("message", hint.message())
                        .param("provider_reference", hint.providerReference())
                        .param("heard_at", hint.heardAt())
                        .update()
                == 1;
    }

    /// Those of these payments of a provider that are none of ours, as far as we know, and that nobody has met.
    List<String> unheardOf(String provider, List<String> providerReferences) {
        return Rows.of(db.sql("""
                select listed.reference
                  from unnest(:references::text[]) as listed (reference)
                 where not exists (
                       select from payments_at_providers ours
                        where ours.provider = :provider
                          and ours.provider_reference = listed.reference)
                   and not exists (
                       select from payments_unclaimed met
                        where met.provider = :provider
                          and met.provider_reference = listed.reference)
                """)
                .param("references", providerReferences.toArray(String[]::new))
                .param("provider", provider)
                .query(String.class));
    }

    Optional<Hint> toFollow(String provider, String message) {
        return db.sql("""
                select provider, message, provider_reference, heard_at
                  from payments_hint
                 where provider = :provider
                   and message = :message
                   and followed_at is null
                """)
                .param("provider", provider)
                .param("message", message)
                .query(Hint.class)
                .optional();
    }

    /// Those nobody has followed yet, the oldest first.
    List<Hint> toFollow(Instant heardBefore, int most) {
        return db.sql("""
                select provider, message, provider_reference, heard_at
                  from payments_hint
                 where followed_at is null
                   and heard_at <= :before
                 order by heard_at
                 limit :most
                """)
                .param("before", heardBefore)
                .param("most", most)
                .query(Hint.class)
                .list();
    }

    void followed(Hint hint, String outcome, Instant now) {
        db.sql("""
                update payments_hint
                   set followed_at = :now,
                       outcome = :outcome
                 where provider = :provider
                   and message = :message
                   and followed_at is null
                """)
                .param("now", now)
                .param("outcome", outcome)
                .param("provider", hint.provider())
                .param("message", hint.message())
                .update();
    }
}
