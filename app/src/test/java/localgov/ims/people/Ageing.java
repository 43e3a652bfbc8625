package localgov.ims.people;

import java.time.Instant;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets time pass for whoever is signed in, in a test whose clock is the real one.
public final class Ageing {
    private Ageing() {}

    /// Everybody's last proof was so many minutes earlier than it was.
    public static void proofs(JdbcClient db, int minutes) {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            db.sql("""
                    update people_session
                       set started_at = started_at - :minutes * interval '1 minute',
                           proved_at = proved_at - :minutes * interval '1 minute'
                    """).param("minutes", minutes).update();
            db.sql("""
                    update people_person
                       set password_changed_at = password_changed_at - interval '1 day'
                    """).update();
        });
    }

    /// The code that an app with this key shows now.
    public static String code(String key, Instant now) {
        return Totp.code(Totp.bytes(key.replace(" ", "")), Totp.step(now), Totp.DIGITS);
    }
}
