package localgov.ims.councils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import localgov.ims.TestCouncil;
import localgov.ims.platform.TypedJdbc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The council is a wall, proved by raw SQL and not by our own good manners.
class CouncilWallTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final CouncilId BRACKENFORD = new CouncilId("brackenford");

    @BeforeAll
    static void aSecondCouncilMovesIn() {
        new Councils(council.ownerPool()).open(BRACKENFORD, "Brackenford Council", false);
    }

    @AfterAll
    static void close() {
        council.close();
    }

    private final JdbcClient db = council.db;

    @Test
    void withoutACouncilNoTableIsFound() {
        assertThatThrownBy(() -> db.sql("select count(*) from ledger_journal")
                        .query(Long.class)
                        .single())
                .hasStackTraceContaining("does not exist");
    }

    @Test
    void withoutACouncilEvenItsFullNameIsDenied() {
        assertThatThrownBy(() -> db.sql("select count(*) from council_aldermere.ledger_journal")
                        .query(Long.class)
                        .single())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void oneCouncilCannotReadAnother() {
        council.within(() -> assertThatThrownBy(() -> db.sql("select count(*) from council_brackenford.ledger_journal")
                        .query(Long.class)
                        .single())
                .hasStackTraceContaining("permission denied"));
    }

    @Test
    void theSameConnectionsServeEachCouncilItsOwn() {
        council.within(() -> db.sql(
                        "insert into audit_event (happened_at, who, did, subject) values (now(), 'ann', 'test', 'here')")
                .update());

        assertThat(council.within(() -> db.sql("select count(*) from audit_event")
                        .query(Long.class)
                        .single()))
                .isOne();
        assertThat(CurrentCouncil.within(
                        BRACKENFORD,
                        () -> db.sql("select count(*) from audit_event")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void aCouncilsRoleMayAddToTheBookAndReadItAndNothingElse() {
        council.within(() -> {
            for (var forbidden : new String[] {
                "update ledger_posting set pence = 1", "delete from ledger_posting", "truncate ledger_posting",
                "update ledger_journal set entered_by = 'x'", "delete from ledger_journal", "drop table ledger_posting",
                "alter table ledger_posting add column x int", "update audit_event set who = 'x'",
                        "create table mine (x int)"
            }) {
                assertThatThrownBy(() -> db.sql(forbidden).update())
                        .as(forbidden)
                        .rootCause()
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        });
    }

    @Test
    void theLoginBehindEverythingOwnsNothing() {
        var login = TypedJdbc.client(council.dataSource);
        assertThatThrownBy(() -> login.sql("create schema mine").update()).hasStackTraceContaining("permission denied");
    }
}
