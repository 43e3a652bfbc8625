package localgov.ims.payments;

import org.jspecify.annotations.Nullable;

/// Who asks for a payment, by which door, and how we know the same request when it comes again.
///
/// @param who `portal`, or `api:<key name>`
/// @param channel how the money will be said to have come in: `portal`, `api`
/// @param key the asker's own key for this request, or nothing when every request is a new one
/// @param content a hash of what was asked for, so that the same key for something else is noticed
public record Asking(
        String who,
        String channel,
        @Nullable String key,
        @Nullable String content) {
    /// A request that is new every time it is made.
    public static Asking anew(String who, String channel) {
        return new Asking(who, channel, null, null);
    }

    /// A request known by its key.
    public static Asking once(String who, String channel, String key, String content) {
        return new Asking(who, channel, key, content);
    }
}
