package localgov.ims.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
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

    /// Each is kept once, with all that became known of it. That something was paid is news also to whoever had
    /// looked at it. Of what is known as it is, no row is touched.
    void met(List<Sighting> sightings, Instant now) {
        db.sql("""
                insert into payments_unclaimed as known (provider, provider_reference, paid, went_back, paid_out_on, refers_to_ours,
                       heard_at)
                select met.provider, met.reference, met.paid, met.went_back, met.paid_out_on, met.refers_to_ours, :now
                  from unnest(:providers::text[], :references::text[], :paid::bigint[], :went_back::bigint[], :paid_out_on::date[],
                              :refers_to_ours::boolean[])
                       as met (provider, reference, paid, went_back, paid_out_on, refers_to_ours)
                  left join payments_unclaimed before
                    on before.provider = met.provider
                   and before.provider_reference = met.reference
                 where before.id is null
                    or (coalesce(met.paid, before.paid), coalesce(met.went_back, before.went_back),
                        coalesce(met.paid_out_on, before.paid_out_on), met.refers_to_ours or before.refers_to_ours)
                       is distinct from (before.paid, before.went_back, before.paid_out_on, before.refers_to_ours)
                 order by met.provider, met.reference
                on conflict on constraint unclaimed_is_kept_once do update
                   set paid = coalesce(excluded.paid, known.paid),
                       went_back = coalesce(excluded.went_back, known.went_back),
                       paid_out_on = coalesce(excluded.paid_out_on, known.paid_out_on),
                       refers_to_ours = known.refers_to_ours or excluded.refers_to_ours,
                       looked_at = case when known.paid is not null or excluded.paid is null then known.looked_at end,
                       looked_by = case when known.paid is not null or excluded.paid is null then known.looked_by end,
                       why = case when known.paid is not null or excluded.paid is null then known.why end,
                       version = known.version + 1
                 where (coalesce(excluded.paid, known.paid), coalesce(excluded.went_back, known.went_back),
                        coalesce(excluded.paid_out_on, known.paid_out_on), known.refers_to_ours or excluded.refers_to_ours)
                       is distinct from (known.paid, known.went_back, known.paid_out_on, known.refers_to_ours)
                """)
                .param("providers", each(sightings, Sighting::provider, String[]::new))
                .param("references", each(sightings, Sighting::providerReference, String[]::new))
                .param("paid", each(sightings, sighting -> pence(sighting.paid()), Long[]::new))
                .param("went_back", each(sightings, sighting -> pence(sighting.wentBack()), Long[]::new))
                .param("refers_to_ours", each(sightings, Sighting::refersToOurs, Boolean[]::new))
                .param("paid_out_on", each(sightings, sighting -> day(sighting.paidOutOn()), String[]::new))
                .param("now", now)
                .update();
    }

    private static <T extends @Nullable Object> T[] each(
            List<Sighting> sightings, Function<Sighting, T> of, IntFunction<T[]> array) {
        return sightings.stream().map(of).toArray(array);
    }

    private static @Nullable Long pence(@Nullable Money money) {
        return money == null ? null : money.pence();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /// Those that nobody has looked at and that did not turn out to be ours, the newest first.
    ///
    /// @param after the last one that was shown before, or nothing
    List<Unclaimed> open(@Nullable Long after, List<String> shared, int most) {
        return Rows.of(db.sql("""
                select id, provider, provider_reference, paid, went_back, paid_out_on, heard_at, looked_at, looked_by, why, version
                  from payments_unclaimed unclaimed
                 where looked_at is null
                   and (refers_to_ours or provider <> all(:shared::text[]))
                   and (:after::bigint is null
                        or (heard_at, id) < (select heard_at, id from payments_unclaimed where id = :after))
                   and not exists (
                       select from payments_at_providers ours
                        where ours.provider = unclaimed.provider
                          and ours.provider_reference = unclaimed.provider_reference)
                 order by heard_at desc, id desc
                 limit :most
                """)
                .param("after", after)
                .param("shared", shared.toArray(String[]::new))
                .param("most", most)
                .query(Unclaimed.class));
    }

    /// How many these are; no more are counted than somebody can look at.
    int waiting(List<String> shared, int most) {
        return db.sql("""
                select count(*)::int
                  from (select
                          from payments_unclaimed unclaimed
                         where looked_at is null
                           and (refers_to_ours or provider <> all(:shared::text[]))
                           and not exists (
                               select from payments_at_providers ours
                                where ours.provider = unclaimed.provider
                                  and ours.provider_reference = unclaimed.provider_reference)
                         limit :most) one
                """)
                .param("shared", shared.toArray(String[]::new))
                .param("most", most)
                .query(Integer.class)
                .single();
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
