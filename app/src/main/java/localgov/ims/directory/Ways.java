package localgov.ims.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.people.Token;
import localgov.ims.platform.Strongbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is on their way to a directory. The browser carries a token in a cookie; what it began is used once, so that a
/// reply that comes a second time finds nothing.
@Component
class Ways {
    static final String COOKIE = "way";
    static final Duration WAITS = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final Strongbox strongbox;
    private final InstantSource clock;

    Ways(JdbcClient db, Strongbox strongbox, InstantSource clock) {
        this.db = db;
        this.strongbox = strongbox;
        this.clock = clock;
    }

    private record Row(
            String directory,
            String asked,
            String onwards,
            @Nullable UUID session,
            Instant startedAt) {}

    void begin(Way way, HttpServletRequest request, HttpServletResponse response) {
        forgetOldOnes();
        var token = Token.fresh();
        db.sql("""
                insert into directory_way (token_hash, directory, asked, onwards, session, started_at)
                values (:hash, :directory, :asked, :onwards, :session, :at)
                """)
                .param("hash", token.hash())
                .param("directory", way.directory())
                .param("asked", strongbox.lock(way.asked().written(), place(token)))
                .param("onwards", way.onwards())
                .param("session", way.session())
                .param("at", way.startedAt())
                .update();
        token.into(response, COOKIE, request);
    }

    /// Ends what this browser began, whatever comes of it; empty when it began nothing, or too long ago.
    Optional<Way> end(HttpServletRequest request, HttpServletResponse response) {
        var token = Token.in(request, COOKIE);
        Token.remove(response, COOKIE, request);
        return token.flatMap(presented -> db.sql("""
                delete from directory_way
                 where token_hash = :hash
                returning directory, asked, onwards, session, started_at
                """)
                .param("hash", presented.hash())
                .query(Row.class)
                .optional()
                .filter(row -> row.startedAt().isAfter(clock.instant().minus(WAITS)))
                .map(row -> new Way(
                        row.directory(),
                        Way.Asked.read(strongbox.unlock(row.asked(), place(presented))),
                        row.onwards(),
                        row.session(),
                        row.startedAt())));
    }

    private static String place(Token token) {
        return "directory.way:" + HexFormat.of().formatHex(token.hash());
    }

    private void forgetOldOnes() {
        db.sql("""
                delete from directory_way
                 where started_at < :before
                """).param("before", clock.instant().minus(WAITS)).update();
    }
}
