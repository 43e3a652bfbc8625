package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.springframework.context.ApplicationContext;

/// Changes what the council has decided about its portal.
final class PortalSwitch {
    private PortalSwitch() {}

    /// @param hours within which the same payment is asked about
    static void alike(ApplicationContext app, int hours) {
        change(app, Map.of(PortalData.ALIKE_HOURS, Integer.toString(hours)));
    }

    /// @param least in pounds; blank for none
    static void least(ApplicationContext app, String least) {
        change(app, Map.of(PortalData.LEAST, least));
    }

    private static void change(ApplicationContext app, Map<String, String> changes) {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var settings = app.getBean(Settings.class);
            var type = settings.type("portal-rules").orElseThrow();
            var entry = settings.list(type).getFirst();
            var answers = new HashMap<>(entry.values());
            answers.putAll(changes);
            assertThat(settings.change(type, entry.key(), entry.version(), answers, "ann"))
                    .isInstanceOf(Saved.Done.class);
        });
    }
}
