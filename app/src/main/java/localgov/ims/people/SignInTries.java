package localgov.ims.people;

import java.time.Duration;
import java.time.InstantSource;
import localgov.ims.kernel.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses passwords, by account and address together, so that an attacker elsewhere cannot lock
/// a colleague out. A try is counted before the password is looked at: a hundred at once do not get through where
/// five would.
///
/// A whole town hall may share one address. What is counted of an address alone is therefore only what was wrong,
/// and it runs off with time: some forgotten passwords every hour slow nobody down.
@Component
class SignInTries {
    /// Tries that cost no waiting: for one account from one address, and for all accounts from one address.
    static final int FREE = 5;
    static final int FREE_FROM_ONE_ADDRESS = 50;

    /// How long it takes until one try less is counted of an address.
    static final Duration RUNS_OFF = Duration.ofSeconds(72);

    /// The wait after the free ones; it doubles with each further try.
    static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(24);
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final String EVERY_ACCOUNT = "";
    private static final String EVERY_ADDRESS = "";

    /// Codes for one account, wherever they come from: only who has the password gets this far, and six digits are
    /// few.
    static final int FREE_CODES = 10;

    /// Links by e-mail for one account, and from one address.
    static final int FREE_LINKS = 3;

    private final JdbcClient db;
    private final InstantSource clock;

    SignInTries(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Counts a try; false when it comes too soon after the others, and then it is neither counted nor to be
    /// answered.
    boolean mayTry(String email, String address) {
        forgetOldOnes();
        return countedOf(EVERY_ACCOUNT, address) && counted(Digest.hex(email), address, FREE, NEVER);
    }

    /// Counts a one-time code in the same way.
    boolean mayTryCode(String email) {
        forgetOldOnes();
        return counted(codes(email), EVERY_ADDRESS, FREE_CODES, NEVER);
    }

    /// Counts a link that is asked for, so that nobody's mailbox is filled.
    boolean mayAskForLink(String email, String address) {
        forgetOldOnes();
        return countedOf(Digest.hex("links"), address)
                && counted(Digest.hex("link for " + email), EVERY_ADDRESS, FREE_LINKS, NEVER);
    }

    /// The password of a counted try was right: it does not count against the others at that address.
    void right(String address) {
        db.sql("""
                update people_try
                   set tries = greatest(0, tries - 1)
                 where account = :account
                   and address = :address
                """).param("account", EVERY_ACCOUNT).param("address", address).update();
    }

    /// Somebody got in: their earlier tries no longer count.
    void succeeded(String email, String address) {
        db.sql("""
                delete from people_try
                 where account = :account
                   and address = :address
                    or account = :codes
                """)
                .param("account", Digest.hex(email))
                .param("address", address)
                .param("codes", codes(email))
                .update();
    }

    private static String codes(String email) {
        return Digest.hex("codes of " + email);
    }

    private boolean countedOf(String account, String address) {
        return counted(account, address, FREE_FROM_ONE_ADDRESS, RUNS_OFF.toSeconds());
    }

    /// @param runsOff after so many seconds a try counts no more
    private boolean counted(String account, String address, int free, double runsOff) {
        return db.sql("""
                insert into people_try as earlier (account, address, tries, last_at)
                values (:account, :address, 1, :now)
                on conflict (account, address) do update
                   set tries = people_still_counted(earlier.tries, earlier.last_at, excluded.last_at, :runsOff) + 1,
                       last_at = excluded.last_at
                 where people_still_counted(earlier.tries, earlier.last_at, excluded.last_at, :runsOff) <= :free - 1
                    or earlier.last_at
                       + least(:longest * interval '1 second', :first * interval '1 second' * power(2, least(earlier.tries - :free, 20)))
                       <= excluded.last_at
                """)
                        .param("account", account)
                        .param("address", address)
                        .param("now", clock.instant())
                        .param("free", free)
                        .param("runsOff", runsOff)
                        .param("longest", LONGEST_WAIT.toSeconds())
                        .param("first", FIRST_WAIT.toSeconds())
                        .update()
                == 1;
    }

    private void forgetOldOnes() {
        db.sql("""
                delete from people_try
                 where last_at < :old
                """).param("old", clock.instant().minus(FORGOTTEN)).update();
    }
}
