package localgov.ims.arrivals;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import localgov.ims.imports.HandedIn.FromArchive;
import localgov.ims.imports.ImportId;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of files at places: seen, taken, in quarantine, cleared away.
@Component
class FileStore {
    private final JdbcClient db;

    FileStore(JdbcClient db) {
        this.db = db;
    }

    /// A file that is still to be dealt with at its place, as it was when it was seen.
    record Known(long id, String name, long bytes, Instant modifiedAt, Arrived.State state, int attempts) {
        boolean isAs(Lying now) {
            return now.bytes() == bytes && now.modifiedAt().equals(modifiedAt);
        }
    }

    /// Those files that had been seen before as they are now, taken or not; the others are written down. What was seen
    /// and is otherwise now, or there no more, is forgotten unless it was taken.
    ///
    /// @param whole whether these are all files of the place
    /// @param still of those not taken yet, only what was there before this, as it is now, is told
    List<Known> see(String place, List<Lying> files, boolean whole, Instant now, Instant still) {
        var names = files.stream().map(Lying::name).toArray(String[]::new);
        var bytes = files.stream().map(Lying::bytes).toArray(Long[]::new);
        var times =
                files.stream().map(file -> file.modifiedAt().getEpochSecond()).toArray(Long[]::new);
        var known = Rows.of(db.sql("""
                select file.id, file.name, file.bytes, file.modified_at, file.state, file.attempts
                  from unnest(:names::text[], :bytes::bigint[], :times::bigint[]) as lying (name, bytes, seconds)
                  join arrivals_file file
                    on file.place = :place
                   and file.name = lying.name
                   and file.bytes = lying.bytes
                   and file.modified_at = to_timestamp(lying.seconds)
                   and file.cleared_at is null
                   and (file.state <> 'SEEN' or file.seen_at <= :still)
                 order by file.attempts + file.failures, file.modified_at, file.id
                """)
                .param("place", place)
                .param("names", names)
                .param("bytes", bytes)
                .param("times", times)
                .param("still", still)
                .query(Known.class));
        db.sql("""
                insert into arrivals_file (place, name, bytes, modified_at, seen_at)
                select :place, name, bytes, to_timestamp(seconds), :now
                  from unnest(:names::text[], :bytes::bigint[], :times::bigint[]) as lying (name, bytes, seconds)
                on conflict (place, name, bytes, modified_at) where cleared_at is null do nothing
                """)
                .param("place", place)
                .param("names", names)
                .param("bytes", bytes)
                .param("times", times)
                .param("now", now)
                .update();
        if (whole) {
            forgetOthers(place, names, bytes, times, now);
        }
        return known;
    }

    private void forgetOthers(String place, String[] names, Long[] bytes, Long[] times, Instant now) {
        db.sql("""
                with gone as (
                    select id, state
                      from arrivals_file
                     where place = :place
                       and cleared_at is null
                       and state <> 'QUARANTINED'
                       and (name, bytes, modified_at) not in (
                               select name, bytes, to_timestamp(seconds)
                                 from unnest(:names::text[], :bytes::bigint[], :times::bigint[]) as lying (name, bytes, seconds))
                ), forgotten as (
                    delete from arrivals_file
                     where id in (select id from gone where state = 'SEEN')
                )
                update arrivals_file
                   set cleared_at = :now
                 where id in (select id from gone where state <> 'SEEN')
                """)
                .param("place", place)
                .param("names", names)
                .param("bytes", bytes)
                .param("times", times)
                .param("now", now)
                .update();
    }

    /// Says that somebody tries to take it, unless it has been taken meanwhile.
    boolean tries(long id) {
        return db.sql("""
                update arrivals_file
                   set attempts = attempts + 1
                 where id = :id
                   and state = 'SEEN'
                """).param("id", id).update() == 1;
    }

    /// Says that its place did not give it, and how often that was so by now; 0 when somebody has decided about it.
    int notFetched(long id) {
        return db.sql("""
                update arrivals_file
                   set failures = failures + 1
                 where id = :id
                   and state = 'SEEN'
                returning failures
                """).param("id", id).query(Integer.class).optional().orElse(0);
    }

    /// It is to be fetched anew. False when somebody has decided about it.
    boolean wantedAgain(long id) {
        return db.sql("""
                update arrivals_file
                   set state = 'SEEN', failures = 0, attempts = 0, why = null, about = ''
                 where id = :id
                   and state = 'QUARANTINED'
                   and why = 'NOT_FETCHED'
                   and original is null
                """).param("id", id).update() == 1;
    }

    /// It changed while it was looked at: it is seen anew.
    void forget(long id) {
        db.sql("""
                delete from arrivals_file
                 where id = :id
                   and state = 'SEEN'
                """).param("id", id).update();
    }

    /// What it brought is an import, or several. False when somebody else has decided about it.
    boolean taken(long id, byte[] fingerprint, List<FromArchive> imports, Instant now) {
        int moved = db.sql("""
                update arrivals_file
                   set state = 'TAKEN', fingerprint = :fingerprint, taken_at = :now
                 where id = :id
                   and state in ('SEEN', 'QUARANTINED')
                """)
                .param("id", id)
                .param("fingerprint", fingerprint)
                .param("now", now)
                .update();
        if (moved == 1) {
            imports.forEach(one -> brought(id, one));
        }
        return moved == 1;
    }

    private void brought(long id, FromArchive one) {
        db.sql("""
                insert into arrivals_import (file, import, is_new)
                values (:file, :import, :isNew)
                on conflict do nothing
                """)
                .param("file", id)
                .param("import", one.id())
                .param("isNew", one.isNew())
                .update();
    }

    /// It waits for a person. False when somebody else has decided about it.
    boolean quarantined(long id, Why why, String about, @Nullable ImportId original) {
        return db.sql("""
                update arrivals_file
                   set state = 'QUARANTINED', why = :why, about = :about, original = coalesce(:original, original)
                 where id = :id
                   and state in ('SEEN', 'QUARANTINED')
                """)
                        .param("id", id)
                        .param("why", why)
                        .param("about", about)
                        .param("original", original)
                        .update()
                == 1;
    }

    /// Somebody tries to take what is in quarantine: nobody else does, and nobody dismisses it meanwhile. False when
    /// somebody else does so or has decided about it.
    boolean claimed(long id, Instant now, Instant until) {
        return db.sql("""
                update arrivals_file
                   set tried_until = :until
                 where id = :id
                   and state = 'QUARANTINED'
                   and (tried_until is null or tried_until < :now)
                """)
                        .param("id", id)
                        .param("now", now)
                        .param("until", until)
                        .update()
                == 1;
    }

    /// Nobody tries any more.
    void released(long id) {
        db.sql("""
                update arrivals_file
                   set tried_until = null
                 where id = :id
                """).param("id", id).update();
    }

    boolean dismissed(long id, String reason, String who, Instant now) {
        return db.sql("""
                update arrivals_file
                   set state = 'DISMISSED', reason = :reason, decided_by = :who, decided_at = :now
                 where id = :id
                   and state = 'QUARANTINED'
                   and (tried_until is null or tried_until < :now)
                """)
                        .param("id", id)
                        .param("reason", reason)
                        .param("who", who)
                        .param("now", now)
                        .update()
                == 1;
    }

    void cleared(long id, Instant now) {
        db.sql("""
                update arrivals_file
                   set cleared_at = :now
                 where id = :id
                """).param("id", id).param("now", now).update();
    }

    Optional<Arrived> find(long id) {
        return db.sql("""
                select id, place, name, bytes, modified_at, seen_at, state, taken_at, why, about, original, decided_at, decided_by, reason
                  from arrivals_file
                 where id = :id
                """).param("id", id).query(Arrived.class).optional();
    }

    /// Where its bytes are kept; nothing when they never were.
    Optional<ImportId> original(long id) {
        return db.sql("""
                select original as value
                  from arrivals_file
                 where id = :id
                   and original is not null
                """).param("id", id).query(ImportId.class).optional();
    }

    /// Of a place, newest first.
    ///
    /// @param before the last one of the page before; nothing for the first page
    List<Arrived> of(String place, @Nullable Long before, int limit) {
        return Rows.of(db.sql("""
                select id, place, name, bytes, modified_at, seen_at, state, taken_at, why, about, original, decided_at, decided_by, reason
                  from arrivals_file
                 where place = :place
                   and id < :before
                 order by id desc
                 limit :limit
                """)
                .param("place", place)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(Arrived.class));
    }

    /// Those in quarantine, oldest first.
    List<Arrived> waiting(int limit) {
        return Rows.of(db.sql("""
                select id, place, name, bytes, modified_at, seen_at, state, taken_at, why, about, original, decided_at, decided_by, reason
                  from arrivals_file
                 where state = 'QUARANTINED'
                 order by id
                 limit :limit
                """).param("limit", limit).query(Arrived.class));
    }

    long countWaiting() {
        return db.sql("""
                select count(*)
                  from arrivals_file
                 where state = 'QUARANTINED'
                """).query(Long.class).single();
    }

    /// An import that a file brought.
    record Brought(long file, ImportId importId, boolean isNew) {}

    /// What each of these files brought, in the order in which it came.
    List<Brought> brought(Collection<Long> files) {
        return Rows.of(db.sql("""
                select file, import as import_id, is_new
                  from arrivals_import
                 where file = any(:files)
                 order by file, import
                """).param("files", files.toArray(Long[]::new)).query(Brought.class));
    }
}
