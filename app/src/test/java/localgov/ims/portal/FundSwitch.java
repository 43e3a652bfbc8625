package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.springframework.context.ApplicationContext;

/// Closes a fund as the council would, and opens it again.
final class FundSwitch {
    private FundSwitch() {}

    static void close(ApplicationContext app, String fund) {
        set(app, fund, "no");
    }

    static void open(ApplicationContext app, String fund) {
        set(app, fund, "yes");
    }

    private static void set(ApplicationContext app, String fund, String open) {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            var settings = app.getBean(Settings.class);
            var funds = settings.type("funds").orElseThrow();
            var entry = settings.get(funds, fund).orElseThrow();
            var answers = new HashMap<>(entry.values());
            answers.put("open", open);
            assertThat(settings.change(funds, fund, entry.version(), answers, "ann"))
                    .isInstanceOf(Saved.Done.class);
        });
    }
}
