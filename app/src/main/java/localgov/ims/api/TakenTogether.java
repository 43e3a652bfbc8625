package localgov.ims.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localgov.ims.audit.Audit;
import localgov.ims.audit.Note;
import localgov.ims.payments.TakenPayments;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down payments that programs have taken, those that come at the same time together: their keys with the
/// replies, the payments, the book and the audit in one database transaction, one statement for each table, all in
/// one message. Whatever else stands in the way of one sends all of them the ordinary way.
@Component
class TakenTogether {
    /// @param note what the audit says of it
    record Work(TakenPayments.Taken taken, OnceStore.Key key, Note note) {
        private String name() {
            return name(key.caller(), key.key());
        }

        private static String name(String caller, String key) {
            return caller + " " + key;
        }
    }

    /// As long as a connection to the database is waited for.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TakenPayments payments;
    private final OnceStore keys;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final Gathered<Work, Boolean> gathered;

    TakenTogether(
            TakenPayments payments,
            OnceStore keys,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.payments = payments;
        this.keys = keys;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.gathered = new Gathered<>(this::writeAll, false, PATIENCE);
    }

    /// No when it has not been written, and nothing of it has.
    boolean write(Work work) {
        return gathered.write(work);
    }

    /// Of two with one key the first is written, and the other finds its reply. Whose key was used before finds its
    /// reply too, and keeps nobody else from being written.
    private List<Boolean> writeAll(List<Work> all) {
        var first = new LinkedHashMap<String, Work>();
        all.forEach(work -> first.putIfAbsent(work.name(), work));
        if (!isWritten(List.copyOf(first.values())) && !isWrittenWithoutUsed(first)) {
            first.clear();
        }
        return all.stream().map(work -> first.get(work.name()) == work).toList();
    }

    /// Takes out those whose keys were used before and writes the rest. No when that is none or all of them.
    private boolean isWrittenWithoutUsed(Map<String, Work> works) {
        int many = works.size();
        if (many > 1) {
            keys.used(works.values().stream().map(Work::key).toList())
                    .forEach(used -> works.remove(Work.name(used.caller(), used.key())));
        }
        return works.size() < many && !works.isEmpty() && isWritten(List.copyOf(works.values()));
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
