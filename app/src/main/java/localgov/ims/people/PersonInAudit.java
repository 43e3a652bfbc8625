package localgov.ims.people;

import java.util.Optional;
import java.util.UUID;
import localgov.ims.audit.Actors;
import org.springframework.stereotype.Component;

/// Tells the audit who acts: an e-mail address may change hands, a person's id never does.
@Component
class PersonInAudit implements Actors {
    @Override
    public Optional<UUID> acting(String who) {
        return CurrentCaller.optional()
                .filter(caller -> caller.signature().equals(who))
                .filter(Person.class::isInstance)
                .map(Person.class::cast)
                .map(person -> person.id().value());
    }
}
