package localgov.ims.journals;

import java.time.InstantSource;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.ledger.pen.Pens;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The room's front door on a test's own council.
public final class JournalsFixture {
    private JournalsFixture() {}

    public static Journals on(JdbcClient db, InstantSource clock, Catalogue catalogue) {
        return new Journals(Pens.on(db, clock), catalogue, db);
    }
}
