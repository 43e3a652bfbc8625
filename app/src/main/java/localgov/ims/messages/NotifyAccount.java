package localgov.ims.messages;

import java.net.URI;
import java.util.UUID;

/// The council's service at GOV.UK Notify.
///
/// @param api where it answers
/// @param key as Notify shows it once: a name, the service's id and the secret, with hyphens between them
/// @param template an e-mail template whose subject is `((subject))` and whose text is `((text))`
public record NotifyAccount(URI api, String key, UUID template) {
    private static final int UUID_LENGTH = 36;

    public NotifyAccount {
        if (key.length() < 2 * UUID_LENGTH + 1) {
            throw new IllegalArgumentException("A key of GOV.UK Notify ends with two ids of 36 characters");
        }
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
