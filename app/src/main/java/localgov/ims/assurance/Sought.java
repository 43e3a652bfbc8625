package localgov.ims.assurance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is looked for in the audit. What is absent is not asked.
///
/// @param who any of these, as the audit names people; absent for anybody, empty for nobody
/// @param person the person by the id that never changes
/// @param did the deed, such as `suspense.allocated`
/// @param subject what it was done to, such as `import:0198…`
/// @param from the first instant
/// @param until the first instant that is too late
/// @param words all of these are in it, the last one perhaps only begun
/// @param reference the reference of the request it was done in
record Sought(
        @Nullable List<String> who,
        @Nullable UUID person,
        @Nullable String did,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until,
        List<String> words,
        @Nullable String reference) {

    static final Sought EVERYTHING = new Sought(null, null, null, null, null, null, List.of(), null);

    Sought {
        words = List.copyOf(words);
    }

    /// The same from this instant on.
    Sought since(Instant first) {
        return new Sought(who, person, did, subject, first, until, words, reference);
    }
}
