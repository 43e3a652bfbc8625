package localgov.ims.sandbox.pages;

import java.time.Instant;
import java.util.List;

/// What the pretended service system heard by webhook.
public record HeardPage(List<Row> rows) {
    /// @param signed whether the signature is right
    public record Row(String type, String id, Instant heardAt, boolean signed, String body) {}
}
