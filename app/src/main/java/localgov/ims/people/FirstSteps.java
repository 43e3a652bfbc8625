package localgov.ims.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A right password that still waits for a one-time code. It is no session: nothing opens to it but the question for
/// the code, for ten minutes and five tries.
@Component
class FirstSteps {
    static final Duration WAITS = Duration.ofMinutes(10);
    static final int TRIES = 5;
    private static final String COOKIE = "first-step";

    private final JdbcClient db;
    private final InstantSource clock;

    FirstSteps(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Whose(UUID person) {}

    void begin(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        forgetOldOnes();
        var token = Token.fresh();
        db.sql("""
                insert into people_first_step (token_hash, person, started_at)
                values (:hash, :person, :now)
                """)
                .param("hash", token.hash())
                .param("person", person)
                .param("now", clock.instant())
                .update();
        token.into(response, COOKIE, request);
    }

    /// Who it is that a code is asked of.
    Optional<PersonId> presented(HttpServletRequest request) {
        return Token.in(request, COOKIE)
                .flatMap(token -> db.sql("""
                select person
                  from people_first_step
                 where token_hash = :hash
                   and started_at > :since
                   and tries < :most
                """)
                        .param("hash", token.hash())
                        .param("since", clock.instant().minus(WAITS))
                        .param("most", TRIES)
                        .query(Whose.class)
                        .optional()
                        .map(whose -> new PersonId(whose.person())));
    }

    /// Counts a try before it is looked at; false when there were too many.
    boolean mayTry(HttpServletRequest request) {
        return Token.in(request, COOKIE)
                .filter(token -> db.sql("""
                        update people_first_step
                           set tries = tries + 1
                         where token_hash = :hash
                           and tries < :most
                        """)
                                .param("hash", token.hash())
                                .param("most", TRIES)
                                .update()
                        == 1)
                .isPresent();
    }

    /// Uses the step up; false when it was used before.
    boolean end(HttpServletRequest request, HttpServletResponse response) {
        Token.remove(response, COOKIE, request);
        return Token.in(request, COOKIE)
                .filter(token -> db.sql("""
                        delete from people_first_step
                         where token_hash = :hash
                        """).param("hash", token.hash()).update() == 1)
                .isPresent();
    }

    private void forgetOldOnes() {
        db.sql("""
                delete from people_first_step
                 where started_at < :before
                """).param("before", clock.instant().minus(WAITS)).update();
    }
}
