package localgov.ims.assurance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import localgov.ims.audit.Change;
import org.jspecify.annotations.Nullable;

/// One thing that somebody did.
record AuditEvent(
        long id,
        Instant happenedAt,
        String who,
        String did,
        String subject,
        String detail,
        @Nullable UUID person,
        @Nullable String address,
        @Nullable String agent,
        @Nullable String reference,
        List<Change> changes) {}
