package localgov.ims.api;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import localgov.ims.audit.Audit;
import localgov.ims.audit.Note;
import localgov.ims.payments.TakenPayments;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down payments that programs have taken, those that come at the same time together: their keys with the
/// replies, the payments, the book and the audit in one database transaction, one statement for each table, all in one
/// message. When one of
/// the keys has been used nothing is written, and each goes the ordinary way.
@Component
class TakenTogether {
    /// @param note what the audit says of it
    record Work(TakenPayments.Taken taken, OnceStore.Key key, Note note) {
        private String name() {
            return key.caller() + " " + key.key();
        }
    }

    private final TakenPayments payments;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Gathered<Work, Boolean> gathered;

    TakenTogether(TakenPayments payments, Audit audit, TransactionTemplate transactions, InstantSource clock) {
        this.payments = payments;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.gathered = new Gathered<>(this::writeAll, false);
    }

    /// No when it has not been written, and nothing of it has.
    boolean write(Work work) {
        return gathered.write(work);
    }

    /// Of two with one key the first is written, and the other finds its reply.
    private List<Boolean> writeAll(List<Work> all) {
        var first = new LinkedHashMap<String, Work>();
        all.forEach(work -> first.putIfAbsent(work.name(), work));
        var written = isWritten(List.copyOf(first.values()));
        return all.stream()
                .map(work -> written && first.get(work.name()) == work)
                .toList();
    }

    private boolean isWritten(List<Work> all) {
        var besides = OnceStore.unsent(all.stream().map(Work::key).toList(), clock.instant())
                .and(audit.unsent(all.stream().map(Work::note).toList()));
        try {
            return Boolean.TRUE.equals(transactions.execute(
                    _ -> payments.postAll(all.stream().map(Work::taken).toList(), besides)));
        } catch (DuplicateKeyException there) {
            return false;
        }
    }
}
