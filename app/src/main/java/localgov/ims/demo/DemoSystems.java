package localgov.ims.demo;

import java.util.HashMap;
import localgov.ims.sandbox.Sandbox;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import localgov.ims.webhooks.Webhooks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// The other system of the demonstration: payers go back to it, and it is told what happened. It lives wherever this
/// application does.
@Component
@ConditionalOnBooleanProperty("ims.demo")
class DemoSystems {
    private static final String CODE = "sandbox";
    private static final String ADDRESS = "address";
    private static final String SYSTEM = "system";

    private final Settings settings;
    private final Webhooks webhooks;
    private final Sandbox sandbox;

    DemoSystems(Settings settings, Webhooks webhooks, Sandbox sandbox) {
        this.settings = settings;
        this.webhooks = webhooks;
        this.sandbox = sandbox;
    }

    void connect(String here) {
        moved("return-addresses", here + "/sandbox/shop");
        moved("webhooks", here + "/sandbox/webhooks");
        webhooks.firstSecret(CODE, SYSTEM).ifPresent(sandbox::listen);
    }

    private void moved(String slug, String address) {
        var type = settings.type(slug).orElseThrow();
        settings.get(type, CODE)
                .filter(entry -> !entry.value(ADDRESS).equals(address))
                .ifPresent(entry -> {
                    var answers = new HashMap<>(entry.values());
                    answers.put(ADDRESS, address);
                    if (!(settings.change(type, CODE, entry.version(), answers, SYSTEM) instanceof Saved.Done)) {
                        throw new IllegalStateException("%s could not be moved to %s".formatted(slug, address));
                    }
                });
    }
}
