package localgov.ims.api;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import localgov.ims.audit.Audit;
import localgov.ims.audit.Note;
import localgov.ims.payments.TakenPayments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down payments that programs have taken, those that come at the same time together: their keys with the
/// replies, the payments, the book and the audit in one database transaction, one statement for each table. One whose
/// key has been used is left out, and whoever sent it goes the ordinary way.
@Component
class TakenTogether {
    /// @param note what the audit says of it
    record Work(TakenPayments.Taken taken, OnceStore.Key key, Note note) {
        private String name() {
            return key.caller() + " " + key.key();
        }
    }

    private final OnceStore keys;
    private final TakenPayments payments;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Gathered<Work, Boolean> gathered;

    TakenTogether(
            OnceStore keys,
            TakenPayments payments,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.keys = keys;
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

    private List<Boolean> writeAll(List<Work> all) {
        var written = transactions.execute(status -> {
            var fresh = fresh(all);
            if (fresh.isEmpty()) {
                return fresh;
            }
            if (!payments.postAll(fresh.stream().map(Work::taken).toList())) {
                status.setRollbackOnly();
                return List.<Work>of();
            }
            audit.writeAll(fresh.stream().map(Work::note).toList());
            return fresh;
        });
        return all.stream()
                .map(work -> written.stream().anyMatch(one -> one == work))
                .toList();
    }

    /// Keeps the keys. Of two with one key the first is written, and the other finds its reply.
    private List<Work> fresh(List<Work> all) {
        var first = new LinkedHashMap<String, Work>();
        all.forEach(work -> first.putIfAbsent(work.name(), work));
        var kept = keys.keepAll(first.values().stream().map(Work::key).toList(), clock.instant());
        return first.values().stream().filter(work -> kept.contains(work.name())).toList();
    }
}
