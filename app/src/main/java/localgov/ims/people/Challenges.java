package localgov.ims.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What devices are asked to sign: random, for one browser, once, for five minutes.
@Component
class Challenges {
    static final Duration WAITS = Duration.ofMinutes(5);
    private static final String COOKIE = "challenge";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final InstantSource clock;

    Challenges(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Row(byte[] challenge, @Nullable UUID person, Instant startedAt) {}

    /// @param person who is asked; nothing while nobody has said who they are
    byte[] begin(@Nullable PersonId person, HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        db.sql("""
                delete from people_challenge
                 where started_at < :before
                """).param("before", now.minus(WAITS)).update();
        var challenge = new byte[BYTES];
        RANDOM.nextBytes(challenge);
        var token = Token.fresh();
        db.sql("""
                insert into people_challenge (token_hash, challenge, person, started_at)
                values (:hash, :challenge, :person, :now)
                """)
                .param("hash", token.hash())
                .param("challenge", challenge)
                .param("person", person)
                .param("now", now)
                .update();
        token.into(response, COOKIE, request);
        return challenge;
    }

    /// What this browser was asked to sign, which is used up; empty when it was nothing, or another person.
    Optional<byte[]> end(@Nullable PersonId person, HttpServletRequest request, HttpServletResponse response) {
        var token = Token.in(request, COOKIE);
        Token.remove(response, COOKIE, request);
        var whose = person == null ? null : person.value();
        return token.flatMap(presented -> db.sql("""
                delete from people_challenge
                 where token_hash = :hash
                returning challenge, person, started_at
                """)
                .param("hash", presented.hash())
                .query(Row.class)
                .optional()
                .filter(row -> row.startedAt().isAfter(clock.instant().minus(WAITS)))
                .filter(row -> Objects.equals(row.person(), whose))
                .map(Row::challenge));
    }
}
