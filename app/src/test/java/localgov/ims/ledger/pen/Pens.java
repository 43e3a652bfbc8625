package localgov.ims.ledger.pen;

import java.time.InstantSource;
import localgov.ims.TestCouncil;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A pen for tests of the rooms that hold one.
public final class Pens {
    private Pens() {}

    public static Pen on(TestCouncil council) {
        return on(council.db, council.clock());
    }

    public static Pen on(JdbcClient db, InstantSource clock) {
        return new Pen(db, clock);
    }
}
