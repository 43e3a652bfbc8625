package localgov.ims.approvals;

import localgov.ims.people.PersonId;
import org.springframework.stereotype.Component;

/// Which e-mails about approvals somebody wants. Whoever never said is told in English.
@Component
public class ApprovalMails {
    private final MailStore store;

    ApprovalMails(MailStore store) {
        this.store = store;
    }

    public MailWanted wantedBy(PersonId person) {
        return store.wantedBy(person).orElse(MailWanted.ENGLISH);
    }

    void choose(PersonId person, MailWanted wanted) {
        store.choose(person, wanted);
    }
}
