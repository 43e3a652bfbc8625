package localgov.ims.refunds;

import java.time.Instant;
import java.util.List;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of a refund's story.
@Repository
class StepStore {
    private final JdbcClient db;

    StepStore(JdbcClient db) {
        this.db = db;
    }

    /// What happened to a refund at one moment.
    record Step(
            Instant at,
            String who,
            RefundState state,
            @Nullable Failure failure,
            @Nullable String words) {}

    void note(RefundId refund, Instant at, String who, Standing now) {
        db.sql("""
                insert into refunds_step (refund, number, at, who, state, failure, words)
                select :refund, coalesce(max(number), 0) + 1, :at, :who, :state, :failure, :words
                  from refunds_step
                 where refund = :refund
                """)
                .param("refund", refund)
                .param("at", at)
                .param("who", who)
                .param("state", now.state())
                .param("failure", now.failure())
                .param("words", now.words())
                .update();
    }

    List<Step> steps(RefundId refund) {
        return Rows.of(db.sql("""
                select at, who, state, failure, words
                  from refunds_step
                 where refund = :refund
                 order by number
                """).param("refund", refund).query(Step.class));
    }
}
