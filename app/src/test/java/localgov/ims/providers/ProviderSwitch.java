package localgov.ims.providers;

import java.util.HashMap;
import java.util.Map;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.springframework.context.ApplicationContext;

/// Changes what a council has written down about one of its accounts with providers.
public final class ProviderSwitch {
    private ProviderSwitch() {}

    /// @param least in pounds, such as `0.30`; nothing for the provider's own
    public static void bounds(ApplicationContext app, String account, String least, String most) {
        change(app, account, Map.of(ProvidersData.LEAST, least, ProvidersData.MOST, most));
    }

    /// Other systems of the council use the account too, or not.
    public static void shared(ApplicationContext app, String account, boolean shared) {
        change(app, account, Map.of(ProvidersData.SHARED, shared ? "yes" : "no"));
    }

    private static void change(ApplicationContext app, String account, Map<String, String> changes) {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var settings = app.getBean(Settings.class);
            var entry = settings.get(ProvidersData.ACCOUNTS, account).orElseThrow();
            var answers = new HashMap<>(entry.values());
            answers.putAll(changes);
            var saved = settings.change(ProvidersData.ACCOUNTS, account, entry.version(), answers, "system");
            if (!(saved instanceof Saved.Done)) {
                throw new AssertionError(saved);
            }
            return true;
        });
    }
}
