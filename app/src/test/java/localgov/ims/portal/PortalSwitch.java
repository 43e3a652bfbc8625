package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

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
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var settings = app.getBean(Settings.class);
            var type = settings.type("portal-rules").orElseThrow();
            var entry = settings.list(type).getFirst();
            var answers =
                    Map.of("from_day", entry.key(), PortalData.ALIKE_HOURS, Integer.toString(hours), "reason", "");
            assertThat(settings.change(type, entry.key(), entry.version(), answers, "ann"))
                    .isInstanceOf(Saved.Done.class);
        });
    }
}
