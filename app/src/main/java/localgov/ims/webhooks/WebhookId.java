package localgov.ims.webhooks;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The number of an event as receivers read it: `evt_` and 32 hexadecimal digits.
public final class WebhookId {
    private static final String PREFIX = "evt_";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

    private WebhookId() {}

    public static String of(UUID event) {
        return PREFIX + event.toString().replace("-", "");
    }

    public static Optional<UUID> read(String written) {
        var form = FORM.matcher(written);
        return form.matches()
                ? Optional.of(UUID.fromString("%s-%s-%s-%s-%s"
                        .formatted(form.group(1), form.group(2), form.group(3), form.group(4), form.group(5))))
                : Optional.empty();
    }
}
