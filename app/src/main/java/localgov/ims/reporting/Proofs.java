package localgov.ims.reporting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import localgov.ims.councils.Jobs;
import localgov.ims.ledger.Seals;
import localgov.ims.platform.Laws;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at the laws of the books now and then, and remembers what was found: a page claims nothing that was not
/// looked at.
@Component
public class Proofs {
    /// How old what was found may become before it is looked at again, and how often that is asked.
    private static final Duration OLD = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Laws laws;
    private final Seals seals;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Proofs(JdbcClient db, Laws laws, Seals seals, TransactionTemplate transactions, InstantSource clock, Jobs jobs) {
        this.db = db;
        this.laws = laws;
        this.seals = seals;
        this.transactions = transactions;
        this.clock = clock;
        jobs.every("checking the laws of the books", PAUSE, this::checkWhenDue);
    }

    private void checkWhenDue() {
        if (latest().filter(proof -> proof.checkedAt().plus(OLD).isAfter(clock.instant()))
                .isEmpty()) {
            check();
        }
    }

    /// Checks every law against the books as they are now.
    void check() {
        var found = laws.all();
        var broken = (int) found.stream().filter(law -> law.violations() > 0).count();
        var seal = seals.last().map(last -> last.number()).orElse(0L);
        transactions.executeWithoutResult(_ -> {
            var proof = db.sql("""
                    insert into reporting_proof (checked_at, laws, broken, seal)
                    values (:at, :laws, :broken, :seal)
                    returning id
                    """)
                    .param("at", clock.instant())
                    .param("laws", found.size())
                    .param("broken", broken)
                    .param("seal", seal)
                    .query(Long.class)
                    .single();
            found.forEach(law -> keep(proof, law));
        });
    }

    private void keep(long proof, Laws.Law law) {
        db.sql("""
                insert into reporting_law (proof, law, sentence, violations)
                values (:proof, :law, :sentence, :violations)
                """)
                .param("proof", proof)
                .param("law", law.id())
                .param("sentence", law.sentence())
                .param("violations", law.violations())
                .update();
    }

    public Optional<Proof> latest() {
        return db.sql("""
                select id, checked_at, laws, broken, seal
                  from reporting_proof
                 order by id desc
                 limit 1
                """).query(Proof.class).optional();
    }

    /// What was found, the broken ones first.
    List<Laws.Law> found(Proof proof) {
        return db.sql("""
                select law as id, sentence, violations
                  from reporting_law
                 where proof = :proof
                 order by violations > 0 desc, law
                """).param("proof", proof.id()).query(Laws.Law.class).list();
    }
}
