package localgov.ims.directory;

import java.time.Instant;
import localgov.ims.people.Identity;
import org.jspecify.annotations.Nullable;

/// What a directory said, once it was proved, or why nothing of it counts.
sealed interface Said {
    /// @param authenticatedAt when they last showed the directory who they are; nothing when it does not say
    /// @param groupsUntold whether it has more groups for them than it says
    record Known(Identity identity, @Nullable Instant authenticatedAt, boolean groupsUntold) implements Said {}

    /// The directory, or the person there, said no.
    ///
    /// @param why a code of OpenID Connect
    record Refused(String why) implements Said {}

    /// What came back is not to be believed.
    ///
    /// @param why a code; never what came
    record NotBelieved(String why) implements Said {}

    /// It cannot be reached, is too slow, or does not do its work.
    record Down(String why) implements Said {}
}
