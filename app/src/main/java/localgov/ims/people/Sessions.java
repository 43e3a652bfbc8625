package localgov.ims.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import localgov.ims.audit.Audit;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Who is signed in where. A browser carries a random token in a cookie; what it opens is in the database, so that it
/// opens at every instance, after every restart, and nowhere any more once it has ended.
@Component
public class Sessions {
    /// A session nobody uses for this long has ended.
    public static final Duration IDLE = Duration.ofMinutes(30);

    /// However busy it is, a session ends after this.
    public static final Duration WORKING_DAY = Duration.ofHours(12);

    static final String COOKIE = "office";
    private static final Duration WRITTEN_AT_MOST_EVERY = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private final SessionStore store;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Sessions(SessionStore store, Audit audit, TransactionTemplate transactions, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Begins a session in this browser. Whatever session it had is over.
    Session begin(PersonId person, SignedInBy by, HttpServletRequest request, HttpServletResponse response) {
        endPresented(request);
        var now = clock.instant();
        var browser = Browser.family(request.getHeader(HttpHeaders.USER_AGENT));
        var session = new Session(SessionId.fresh(), person, by, now, now, now, request.getRemoteAddr(), browser);
        var token = Token.fresh();
        store.add(session, token.hash());
        token.into(response, COOKIE, request);
        return session;
    }

    /// The session this request carries, while it is alive.
    Optional<Session> presented(HttpServletRequest request) {
        var found = Token.in(request, COOKIE).flatMap(token -> store.open(token.hash(), alive()));
        found.ifPresent(this::seen);
        return found;
    }

    /// Signing out.
    void end(HttpServletRequest request, HttpServletResponse response) {
        endPresented(request);
        Token.remove(response, COOKIE, request);
    }

    /// They have shown again who they are.
    void proved(SessionId id) {
        store.proved(id, clock.instant());
    }

    /// The same, and what began with a password alone began with a passkey.
    void provedByPasskey(SessionId id) {
        store.provedByPasskey(id, clock.instant());
    }

    /// Where somebody is signed in now, the latest first.
    public List<Session> of(PersonId person) {
        return store.of(person, alive());
    }

    /// Ends one session of somebody; false when they have no such session.
    ///
    /// @param by who ends it, as the audit names them
    public boolean end(PersonId whose, SessionId id, String by) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var ended = store.end(whose, id, clock.instant());
            if (ended) {
                audit.note(by, "people.session-ended", "person:" + whose, "");
            }
            return ended;
        }));
    }

    /// Signs somebody out everywhere.
    public void endAll(PersonId whose, String by) {
        transactions.executeWithoutResult(_ -> {
            if (store.endAll(whose, clock.instant()) > 0) {
                audit.note(by, "people.signed-out-everywhere", "person:" + whose, "");
            }
        });
    }

    /// Signs somebody out everywhere but here.
    public void endOthers(PersonId whose, SessionId here, String by) {
        transactions.executeWithoutResult(_ -> {
            if (store.endOthers(whose, here, clock.instant()) > 0) {
                audit.note(by, "people.signed-out-elsewhere", "person:" + whose, "");
            }
        });
    }

    private void endPresented(HttpServletRequest request) {
        Token.in(request, COOKIE)
                .flatMap(token -> store.open(token.hash(), alive()))
                .ifPresent(session -> store.end(session.person(), session.id(), clock.instant()));
    }

    private void seen(Session session) {
        var now = clock.instant();
        if (!now.isBefore(session.lastSeenAt().plus(WRITTEN_AT_MOST_EVERY))) {
            store.seen(session.id(), now);
        }
    }

    private SessionStore.Alive alive() {
        Instant now = clock.instant();
        return new SessionStore.Alive(now.minus(IDLE), now.minus(WORKING_DAY));
    }

    /// Where somebody was a month ago is nobody's business any more.
    void forgetOldOnes() {
        store.forget(clock.instant().minus(KEPT));
    }
}
