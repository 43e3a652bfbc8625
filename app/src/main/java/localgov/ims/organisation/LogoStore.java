package localgov.ims.organisation;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The logo and every one before it: the latest row holds, and one without a picture means that there is none.
@Repository
class LogoStore {
    private final JdbcClient db;

    LogoStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Logo> now() {
        return db.sql("""
                select print, width, height
                  from organisation_logo
                 where id = (select max(id) from organisation_logo)
                   and picture is not null
                """).query(Logo.class).optional();
    }

    /// Only the one that holds: what was taken down is not to be had any more.
    Optional<byte[]> picture(String print) {
        return db.sql("""
                select picture
                  from organisation_logo
                 where id = (select max(id) from organisation_logo)
                   and print = :print
                """).param("print", print).query(byte[].class).optional();
    }

    void put(Picture picture, String who, Instant now) {
        db.sql("""
                insert into organisation_logo (print, width, height, picture, who, at)
                values (:print, :width, :height, :picture, :who, :at)
                """)
                .param("print", picture.print())
                .param("width", picture.width())
                .param("height", picture.height())
                .param("picture", picture.png())
                .param("who", who)
                .param("at", now)
                .update();
    }

    void takeDown(String who, Instant now) {
        db.sql("""
                insert into organisation_logo (who, at)
                values (:who, :at)
                """).param("who", who).param("at", now).update();
    }
}
