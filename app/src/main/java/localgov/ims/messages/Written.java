package localgov.ims.messages;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import localgov.ims.platform.words.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An e-mail as the queue keeps it, before it is locked.
final class Written {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Written() {}

    /// What was queued by an earlier version says nothing of its last parts.
    private record Kept(
            String about,
            String to,
            String subject,
            String text,
            Language language,
            @Nullable String sender,
            @Nullable String concerns,
            @Nullable Instant until,
            @Nullable Map<String, String> values) {}

    static String of(Email email) {
        return JSON.writeValueAsString(email);
    }

    static Email read(String written) {
        var kept = JSON.readValue(written, Kept.class);
        return new Email(
                kept.about(),
                kept.to(),
                kept.subject(),
                kept.text(),
                kept.language(),
                kept.sender(),
                kept.concerns(),
                kept.until(),
                Objects.requireNonNullElse(kept.values(), Map.of()));
    }

    /// Where the lock opens.
    static String place(MessageId id) {
        return "messages:" + id;
    }
}
