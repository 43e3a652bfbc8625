package localgov.ims.messages;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The council's service at GOV.UK Notify.
///
/// @param api where it answers
/// @param key as Notify shows it once: a name, the service's id and the secret, with hyphens between them
/// @param template an e-mail template whose subject is `((subject))` and whose text is `((text))`
/// @param replyTo Notify's id of the address to which replies go; absent for the service's own
public record NotifyAccount(
        URI api, String key, UUID template, @Nullable UUID replyTo) {
    private static final int UUID_LENGTH = 36;

    public NotifyAccount {
        if (!isKey(key)) {
            throw new IllegalArgumentException("A key of GOV.UK Notify ends with two ids of 36 characters");
        }
    }

    /// With the service's own address for replies.
    public NotifyAccount(URI api, String key, UUID template) {
        this(api, key, template, null);
    }

    /// Whether it has the form of a key.
    public static boolean isKey(String key) {
        return key.matches("(.*-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    String service() {
        var end = key.length() - UUID_LENGTH - 1;
        return key.substring(end - UUID_LENGTH, end);
    }

    String secret() {
        return key.substring(key.length() - UUID_LENGTH);
    }

    @Override
    public String toString() {
        return "NotifyAccount[" + api + "]";
    }
}
