package localgov.ims.approvals;

import java.util.UUID;

/// Something that nobody has been told of yet.
record News(UUID request, About about) {
    enum About {
        /// Whoever may approve it is told.
        ASKED,
        /// Whoever asked is told.
        DECIDED
    }

    ApprovalId id() {
        return new ApprovalId(request);
    }

    /// As a job names it.
    @Override
    public String toString() {
        return about + "/" + request;
    }

    static News read(String written) {
        var parts = written.split("/", 2);
        return new News(UUID.fromString(parts[1]), About.valueOf(parts[0]));
    }
}
