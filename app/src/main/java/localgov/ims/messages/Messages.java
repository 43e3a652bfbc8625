package localgov.ims.messages;

import java.time.InstantSource;
import localgov.ims.councils.Jobs;
import localgov.ims.platform.Strongbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The front door: what is handed in here goes out when, and only when, its cause has been committed.
@Component
public class Messages {
    private final MessageStore store;
    private final Strongbox strongbox;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final ObjectProvider<Letterhead> letterhead;

    Messages(
            MessageStore store,
            Strongbox strongbox,
            Jobs jobs,
            TransactionTemplate transactions,
            InstantSource clock,
            ObjectProvider<Letterhead> letterhead) {
        this.letterhead = letterhead;
        this.store = store;
        this.strongbox = strongbox;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Queues an e-mail, on the council's letterhead, within the caller's database transaction, or in one of its own.
    public MessageId send(Email email) {
        var id = MessageId.fresh();
        var paper = letterhead.getIfAvailable();
        var whole = paper == null ? email : email.on(paper);
        var content = strongbox.lock(Written.of(whole), Written.place(id));
        transactions.executeWithoutResult(_ -> {
            store.add(id, email.about(), content, clock.instant());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    jobs.soon(Sending.JOB, id.toString());
                }
            });
        });
        return id;
    }
}
