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
    private final ObjectProvider<OwnWords> words;

    Messages(
            MessageStore store,
            Strongbox strongbox,
            Jobs jobs,
            TransactionTemplate transactions,
            InstantSource clock,
            ObjectProvider<Letterhead> letterhead,
            ObjectProvider<OwnWords> words) {
        this.letterhead = letterhead;
        this.words = words;
        this.store = store;
        this.strongbox = strongbox;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Queues an e-mail, in the council's own words where it has some and on its letterhead, within the caller's
    /// database transaction, or in one of its own.
    public MessageId send(Email email) {
        var id = MessageId.fresh();
        var worded = inOwnWords(email);
        var paper = letterhead.getIfAvailable();
        var whole = paper == null ? worded : worded.on(paper);
        var content = strongbox.lock(Written.of(whole), Written.place(id));
        transactions.executeWithoutResult(_ -> {
            store.add(id, whole, content, clock.instant());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    jobs.soon(Sending.JOB, id.toString());
                }
            });
        });
        return id;
    }

    /// Words are only the council's own where all that they are made of is known.
    private Email inOwnWords(Email email) {
        var own = words.getIfAvailable();
        return own == null || email.values().isEmpty()
                ? email
                : own.of(email.about(), email.language())
                        .map(worded -> email.saying(
                                Wording.filled(worded.subject(), email.values())
                                        .replaceAll("\\s+", " ")
                                        .strip(),
                                Wording.filled(worded.text(), email.values())))
                        .orElse(email);
    }

    /// Notes that an e-mail was not written, so that whoever looks at what it concerns sees that nobody was told.
    ///
    /// @param why the end of a key of words, `messages.unsent.<why>`
    public void unsent(String about, String concerns, String why) {
        store.unsent(MessageId.fresh(), about, concerns, why, clock.instant());
    }
}
