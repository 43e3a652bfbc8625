package localgov.ims.agreements;

import java.util.Optional;
import java.util.UUID;
import localgov.ims.messages.AddressCorrected;
import localgov.ims.platform.Strongbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What a colleague put right for one e-mail about an agreement holds for those that follow.
@Component
class CorrectedAddresses {
    private static final String SUBJECT = "agreement:";

    private final AgreementStore store;
    private final Strongbox strongbox;

    CorrectedAddresses(AgreementStore store, Strongbox strongbox) {
        this.store = store;
        this.strongbox = strongbox;
    }

    @EventListener
    void correct(AddressCorrected corrected) {
        agreement(corrected.concerns())
                .ifPresent(id -> store.correct(id, strongbox.lock(corrected.address(), Telling.place(id))));
    }

    private static Optional<AgreementId> agreement(String concerns) {
        return concerns.startsWith(SUBJECT)
                ? Optional.of(new AgreementId(UUID.fromString(concerns.substring(SUBJECT.length()))))
                : Optional.empty();
    }
}
