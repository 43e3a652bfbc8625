package localgov.ims.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of payments at providers that are none of ours.
@Repository
class UnclaimedStore {
    private static final int MOST = 200;

    private final JdbcClient db;

    UnclaimedStore(JdbcClient db) {
        this.db = db;
    }

    /// Kept once, with all that became known of it. That something was paid is news also to whoever had looked at it.
    void met(Sighting sighting, Instant now) {
        db.sql("""
                insert into payments_unclaimed as known (provider, provider_reference, paid, went_back, paid_out_on, heard_at)
                values (:provider, :reference, :paid, :went_back, :paid_out_on, :now)
                on conflict on constraint unclaimed_is_kept_once do update
                   set paid = coalesce(excluded.paid, known.paid),
                       went_back = coalesce(excluded.went_back, known.went_back),
                       paid_out_on = coalesce(excluded.paid_out_on, known.paid_out_on),
                       looked_at = case when known.paid is not null or excluded.paid is null then known.looked_at end,
                       looked_by = case when known.paid is not null or excluded.paid is null then known.looked_by end,
                       why = case when known.paid is not null or excluded.paid is null then known.why end,
                       version = known.version + 1
                 where (coalesce(excluded.paid, known.paid), coalesce(excluded.went_back, known.went_back),
                        coalesce(excluded.paid_out_on, known.paid_out_on))
                       is distinct from (known.paid, known.went_back, known.paid_out_on)
                """)
                .param("provider", sighting.provider())
                .param("reference", sighting.providerReference())
                .param("paid", sighting.paid())
                .param("went_back", sighting.wentBack())
                .param("paid_out_on", sighting.paidOutOn())
                .param("now", now)
                .update();
    }

    /// Those that nobody has looked at and that did not turn out to be ours, the newest first.
    List<Unclaimed> open() {
        return Rows.of(db.sql("""
                select id, provider, provider_reference, paid, went_back, paid_out_on, heard_at, looked_at, looked_by, why, version
                  from payments_unclaimed unclaimed
                 where looked_at is null
                   and not exists (
                       select from payments_at_providers ours
                        where ours.provider = unclaimed.provider
                          and ours.provider_reference = unclaimed.provider_reference)
                 order by heard_at desc, id desc
                 limit :most
                """).param("most", MOST).query(Unclaimed.class));
    }

    /// Those that somebody has looked at since, the latest first.
    List<Unclaimed> looked(Instant since) {
        return Rows.of(db.sql("""
                select id, provider, provider_reference, paid, went_back, paid_out_on, heard_at, looked_at, looked_by, why, version
                  from payments_unclaimed
                 where looked_at >= :since
                 order by looked_at desc, id desc
                 limit :most
                """).param("since", since).param("most", MOST).query(Unclaimed.class));
    }

    Optional<Unclaimed> find(long id) {
        return db.sql("""
                select id, provider, provider_reference, paid, went_back, paid_out_on, heard_at, looked_at, looked_by, why, version
                  from payments_unclaimed
                 where id = :id
                """).param("id", id).query(Unclaimed.class).optional();
    }

    /// Whether it turned out to be ours after all.
    boolean isOurs(Unclaimed unclaimed) {
        return db.sql("""
                select exists (
                    select from payments_at_providers
                     where provider = :provider
                       and provider_reference = :reference)
                """)
                .param("provider", unclaimed.provider())
                .param("reference", unclaimed.providerReference())
                .query(Boolean.class)
                .single();
    }

    /// Of two who write down what it is, one does; nobody does of what they have not seen.
    boolean look(long id, int version, String who, String why, Instant now) {
        return db.sql("""
                update payments_unclaimed
                   set looked_at = :now,
                       looked_by = :who,
                       why = :why
                 where id = :id
                   and version = :version
                   and looked_at is null
                """)
                        .param("id", id)
                        .param("version", version)
                        .param("who", who)
                        .param("why", why)
                        .param("now", now)
                        .update()
                == 1;
    }
}
