package localgov.ims.arrivals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the places that the council has written down.
@Component
class PlaceStore {
    private final JdbcClient db;

    PlaceStore(JdbcClient db) {
        this.db = db;
    }

    /// All that are not retired, in the order of their names.
    List<Place> all() {
        return Rows.of(db.sql("""
                select code, name, kind, folder, file_names as names, source, afterwards, minutes, look_first, open, version
                  from arrivals_place
                 where retired_at is null
                 order by name, code
                """).query(Place.class));
    }

    Optional<Place> find(String code) {
        return db.sql("""
                select code, name, kind, folder, file_names as names, source, afterwards, minutes, look_first, open, version
                  from arrivals_place
                 where code = :code
                   and retired_at is null
                """).param("code", code).query(Place.class).optional();
    }

    /// Also one that is retired.
    Optional<Place> known(String code) {
        return db.sql("""
                select code, name, kind, folder, file_names as names, source, afterwards, minutes, look_first, open, version
                  from arrivals_place
                 where code = :code
                """).param("code", code).query(Place.class).optional();
    }

    /// What is written down of a place that is a server.
    Optional<Server> server(String code) {
        return db.sql("""
                select code as place, host, coalesce(port, 22) as port, username, sign_in, host_key
                  from arrivals_place
                 where code = :code
                   and kind = 'SFTP'
                   and retired_at is null
                """).param("code", code).query(Server.class).optional();
    }

    /// Those that are to be looked at by now: never before, not since they were changed, or long enough
    /// ago. Those where people have to look at the server's key wait for that.
    List<String> due(Instant now) {
        return Rows.of(db.sql("""
                select place.code
                  from arrivals_place place
                  left join arrivals_standing standing on standing.place = place.code
                 where place.open
                   and place.retired_at is null
                   and (standing.place is null
                        or standing.version <> place.version
                        or standing.next_at <= :now
                       and coalesce(standing.trouble, '') not in ('NO_SERVER_KEY', 'KEY_CHANGED'))
                 order by standing.next_at nulls first, place.code
                """).param("now", now).query(String.class));
    }
}
