package localgov.ims.people;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses passwords, by account and address together, so that an attacker elsewhere cannot lock
/// a colleague
/// out. A try is counted before the password is looked at: a hundred at once do not get through where five would.
@Component
class SignInTries {
    /// Tries that cost no waiting: for one account from one address, and for all accounts from one address.
    static final int FREE = 5;
    static final int FREE_FROM_ONE_ADDRESS = 50;

    /// The wait after the free ones; it doubles with each further try.
    static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(24);
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
        return counted(EVERY_ACCOUNT, address, FREE_FROM_ONE_ADDRESS) && counted(Digest.hex(email), address, FREE);
    }

    /// Counts a one-time code in the same way.
    boolean mayTryCode(String email) {
        forgetOldOnes();
        return counted(codes(email), EVERY_ADDRESS, FREE_CODES);
    }

    /// Counts a link that is asked for, so that nobody's mailbox is filled.
    boolean mayAskForLink(String email, String address) {
        forgetOldOnes();
        return counted(Digest.hex("links"), address, FREE_FROM_ONE_ADDRESS)
                && counted(Digest.hex("link for " + email), EVERY_ADDRESS, FREE_LINKS);
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

    private boolean counted(String account, String address, int free) {
        return db.sql("""
                insert into people_try as earlier (account, address, tries, last_at)
                values (:account, :address, 1, :now)
                on conflict (account, address) do update
                   set tries = earlier.tries + 1,
                       last_at = excluded.last_at
                 where earlier.tries < :free
                    or earlier.last_at
                       + least(:longest * interval '1 second', :first * interval '1 second' * power(2, least(earlier.tries - :free, 20)))
                       <= excluded.last_at
                """)
                        .param("account", account)
                        .param("address", address)
                        .param("now", clock.instant())
                        .param("free", free)
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
