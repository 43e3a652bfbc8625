package localgov.ims.councils;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import localgov.ims.platform.LockedColumn;
import localgov.ims.platform.LockedColumns;
import localgov.ims.platform.Rows;
import localgov.ims.platform.Strongbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Locks again what a former key locked, while there is one: each text by itself, and only as it was read, so that a
/// change at the same moment wins.
@Component
class LockingAgain {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(LockingAgain.class);

    private final JdbcClient db;
    private final Strongbox strongbox;
    private final ObjectProvider<LockedColumns> rooms;

    LockingAgain(JdbcClient db, Strongbox strongbox, ObjectProvider<LockedColumns> rooms, Jobs jobs) {
        this.db = db;
        this.strongbox = strongbox;
        this.rooms = rooms;
        jobs.every("councils-locking-again", EVERY, this::lockAgain);
    }

    /// @param key names its row
    private record Kept(String key, String locked, String place) {}

    /// What came of it: texts that are locked again, and those that do not open.
    record Done(int again, int closed) {
        Done and(Done other) {
            return new Done(again + other.again, closed + other.closed);
        }
    }

    Done lockAgain() {
        if (strongbox.formerKeys().isEmpty()) {
            return new Done(0, 0);
        }
        var done = columns().stream().map(this::lockAgain).reduce(new Done(0, 0), Done::and);
        if (done.closed() == 0) {
            LOG.info("{} secrets were locked again; no lock of a former key is left", done.again());
        } else {
            LOG.warn("{} secrets were locked again; {} locks of a former key do not open", done.again(), done.closed());
        }
        return done;
    }

    List<LockedColumn> columns() {
        return rooms.orderedStream().flatMap(room -> room.all().stream()).toList();
    }

    private Done lockAgain(LockedColumn column) {
        var done = new Done(0, 0);
        Optional<String> after = Optional.empty();
        do {
            var some = next(column, after);
            for (var kept : some) {
                done = done.and(lockAgain(column, kept));
            }
            after = some.size() < AT_ONCE
                    ? Optional.empty()
                    : Optional.of(some.getLast().key());
        } while (after.isPresent());
        return done;
    }

    private Done lockAgain(LockedColumn column, Kept kept) {
        try {
            var again = strongbox.lock(strongbox.unlock(kept.locked(), kept.place()), kept.place());
            return new Done(replace(column, kept, again), 0);
        } catch (IllegalStateException e) {
            LOG.error("A lock in {} does not open: {}", column.table(), e.getMessage());
            return new Done(0, 1);
        }
    }

    private List<Kept> next(LockedColumn column, Optional<String> after) {
        return Rows.of(
                db.sql("""
                select cast(%1$s as text) as key, %2$s as locked, %3$s as place
                  from %4$s
                 where split_part(%2$s, ':', 1) = any(:former)
                   and (cast(:after as %5$s) is null or %1$s > cast(:after as %5$s))
                 order by %1$s
                 limit :most
                """.formatted(column.key(), column.column(), column.place(), column.table(), column.keyType()))
                        .param("former", strongbox.formerKeys().toArray(String[]::new))
                        .param("after", after.orElse(null))
                        .param("most", AT_ONCE)
                        .query(Kept.class));
    }

    private int replace(LockedColumn column, Kept kept, String again) {
        return db.sql("""
                update %4$s
                   set %2$s = :again
                 where %1$s = cast(:key as %3$s)
                   and %2$s = :before
                """.formatted(column.key(), column.column(), column.keyType(), column.table()))
                .param("again", again)
                .param("key", kept.key())
                .param("before", kept.locked())
                .update();
    }
}
