package localgov.ims.disputes;

import java.time.Instant;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of a dispute's story.
@Repository
class StepStore {
    private final JdbcClient db;

    StepStore(JdbcClient db) {
        this.db = db;
    }

    /// What happened.
    enum What {
        NEEDS_EVIDENCE,
        UNDER_REVIEW,
        UNCLEAR,
        WON,
        LOST,
        /// Somebody was reminded that it has to be answered soon.
        REMINDED,
        /// What was lost went out of the book.
        TAKEN,
        /// What it cost besides went out of the book.
        FEE,
        /// The provider said that it cost something else.
        FEE_CHANGED,
        /// A bill lost what had been the council's own loss.
        CHARGED,
        /// What was lost came back into the book.
        RETURNED;

        static What of(DisputeState state) {
            return valueOf(state.name());
        }
    }

    record Step(Instant at, String who, What what, @Nullable Money pence) {}

    void note(DisputeId dispute, Instant at, String who, What what, @Nullable Money amount) {
        db.sql("""
                insert into disputes_step (dispute, number, at, who, what, pence)
                select :dispute, coalesce(max(number), 0) + 1, :at, :who, :what, :pence
                  from disputes_step
                 where dispute = :dispute
                """)
                .param("dispute", dispute)
                .param("at", at)
                .param("who", who)
                .param("what", what)
                .param("pence", amount)
                .update();
    }

    List<Step> steps(DisputeId dispute) {
        return Rows.of(db.sql("""
                select at, who, what, pence
                  from disputes_step
                 where dispute = :dispute
                 order by number
                """).param("dispute", dispute).query(Step.class));
    }
}
