package localgov.ims.people;

import localgov.ims.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// For the day somebody's phone or computer is gone: everything with which they showed who they are, besides their
/// password, opens nothing any more. They set it up anew.
@Component
public class LostDevices {
    private final Sessions sessions;
    private final OneTimeCodes codes;
    private final PasskeyStore passkeys;
    private final IdentityStore identities;
    private final Audit audit;
    private final TransactionTemplate transactions;

    LostDevices(
            Sessions sessions,
            OneTimeCodes codes,
            PasskeyStore passkeys,
            IdentityStore identities,
            Audit audit,
            TransactionTemplate transactions) {
        this.sessions = sessions;
        this.codes = codes;
        this.passkeys = passkeys;
        this.identities = identities;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// Signs somebody out everywhere and forgets their one-time codes, passkeys and who they are in a directory.
    ///
    /// @param by who does it for them, as the audit names them
    public void forget(PersonId person, String by) {
        transactions.executeWithoutResult(_ -> {
            sessions.endAll(person, by);
            codes.remove(person, by);
            var keys = passkeys.removeAll(person);
            var identity = identities.unlink(person);
            audit.note(
                    by,
                    "people.devices-forgotten",
                    "person:" + person,
                    "%d passkeys, %d identities".formatted(keys, identity));
        });
    }
}
