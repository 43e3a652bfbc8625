package localgov.ims.settings;

import java.util.List;
import java.util.Map;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.OfficeFrame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The same form again before it is saved: tried out, or with one more row. Nothing is kept.
@Controller
@Needs(Permission.CHANGE_SETTINGS)
class TryScreens {
    private static final String ADD = SettingsPaths.ROOT + "/{type}/add";
    private static final String CHANGE = SettingsPaths.ROOT + "/{type}/entries/{key}/change";

    private final Settings settings;
    private final FormDrawing drawing;
    private final Trials trials;

    TryScreens(Settings settings, FormDrawing drawing, Trials trials) {
        this.settings = settings;
        this.drawing = drawing;
        this.trials = trials;
    }

    @PostMapping(ADD + "/try")
    View tried(@PathVariable("type") String type, @RequestParam Map<String, String> sent, OfficeFrame frame) {
        return tried(type, "", sent, frame);
    }

    @PostMapping(CHANGE + "/try")
    View tried(
            @PathVariable("type") String type,
            @PathVariable("key") String key,
            @RequestParam Map<String, String> sent,
            OfficeFrame frame) {
        var data = SettingsScreens.type(settings, type);
        var filled = drawing.sent(data, key, sent);
        return drawing.again(filled, sent, trials.problems(data, key, filled.answers()), List.of(), frame);
    }

    @PostMapping(ADD + "/rows")
    View rows(@PathVariable("type") String type, @RequestParam Map<String, String> sent, OfficeFrame frame) {
        return rows(type, "", sent, frame);
    }

    @PostMapping(CHANGE + "/rows")
    View rows(
            @PathVariable("type") String type,
            @PathVariable("key") String key,
            @RequestParam Map<String, String> sent,
            OfficeFrame frame) {
        var filled = drawing.sent(SettingsScreens.type(settings, type), key, sent);
        return drawing.again(filled, sent, List.of(), List.of(), frame);
    }
}
