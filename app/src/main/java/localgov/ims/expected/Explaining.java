package localgov.ims.expected;

import java.time.InstantSource;
import localgov.ims.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down why a file will not come, so that nobody waits for it. Should it come after all, it counts.
@Component
class Explaining {
    private final ExpectedStore store;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Explaining(ExpectedStore store, Audit audit, InstantSource clock, TransactionTemplate transactions) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// Whether it is written down now: not when it came meanwhile, nor when somebody else was quicker.
    boolean write(Awaited one, String reason, String who) {
        return one.isMissing()
                && Boolean.TRUE.equals(transactions.execute(_ -> {
                    boolean written = store.write(
                            new Awaited.Reason(one.expected().code(), one.day(), reason, who, clock.instant()));
                    if (written) {
                        audit.note(
                                who,
                                "expected.explained",
                                "expected:" + one.expected().code() + "/" + one.day(),
                                reason);
                    }
                    return written;
                }));
    }
}
