package localgov.ims.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Somebody on their way to a directory and back.
///
/// @param directory its code
/// @param asked what must come back
/// @param onwards the page of the office they want
/// @param session whose person shows again who they are; nothing when somebody signs in
record Way(
        String directory,
        Asked asked,
        String onwards,
        @Nullable UUID session,
        Instant startedAt) {

    /// What only the browser that was sent there, and we, know.
    record Asked(String state, String nonce, String verifier) {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        String written() {
            return JSON.writeValueAsString(this);
        }

        static Asked read(String written) {
            return JSON.readValue(written, Asked.class);
        }

        @Override
        public String toString() {
            return "Asked[•••]";
        }
    }
}
