package localgov.ims.rules;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import localgov.ims.kernel.London;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.rules.pages.RulesPage;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Part;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Settings;
import localgov.ims.settings.SettingsPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The rules in their order, with how often each decided, and the page on which a condition is put together.
@Controller
@Needs(Permission.SEE_SETTINGS)
class RuleScreens {
    static final String PATH = "/office/rules";
    private static final String WHEN = PATH + "/when";
    private static final int REFUSED = 422;
    private static final int MONTHS = 3;
    private static final String NEXT = "next";
    private static final String VERSION = "seen-version";
    private static final String WAS = "was-";

    private final Templates templates;
    private final RuleStore store;
    private final Rules rules;
    private final RulePages pages;
    private final Settings settings;
    private final InstantSource clock;

    RuleScreens(
            Templates templates,
            RuleStore store,
            Rules rules,
            RulePages pages,
            Settings settings,
            InstantSource clock) {
        this.templates = templates;
        this.store = store;
        this.rules = rules;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    /// Where this is found among the settings.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        SettingsPlace rulesPlace() {
            return new SettingsPlace(
                    Part.ARRIVING, Phrase.both("recognition rules at work", "rheolau adnabod ar waith"), PATH);
        }
    }

    @GetMapping(PATH)
    View list(OfficeFrame frame) {
        var since = London.dayOf(clock.instant()).minusMonths(MONTHS);
        var rows = pages.rows(rules.inUse(), store.decidedSince(since), frame.words());
        var page = new RulesPage(
                rows, pages.unread(store.unread()), mayChange(), frame.words().date(since));
        return Page.of(templates.rulesList(page, frame));
    }

    private static boolean mayChange() {
        return CurrentCaller.may(Permission.CHANGE_SETTINGS);
    }

    @GetMapping(WHEN)
    @Needs(Permission.CHANGE_SETTINGS)
    View write(@RequestParam(defaultValue = "") String rule, OfficeFrame frame) {
        var sketch = entry(rule)
                .flatMap(entry -> ConditionText.condition(entry.value("condition")))
                .map(Sketch::of)
                .orElseGet(Sketch::empty);
        return shown(sketch, rule, seen(rule), Answers.none(frame.words()), frame);
    }

    private Page shown(Sketch sketch, String rule, Map<String, String> seen, Answers answers, OfficeFrame frame) {
        var page = pages.when(sketch, rule, entry(rule).orElse(null), seen, frame.words());
        return Page.of(templates.rulesWhen(page, pages.typed(sketch, answers), frame));
    }

    /// One button was pressed: the page again, changed; or, when it is finished, what is to follow.
    @PostMapping(WHEN)
    @Needs(Permission.CHANGE_SETTINGS)
    View changed(@RequestParam Map<String, String> sent, OfficeFrame frame) {
        var sketch = Sketch.sent(sent);
        var rule = sent.getOrDefault("rule", "");
        var seen = sent.containsKey(VERSION) ? seen(sent) : seen(rule);
        var button = sent.getOrDefault("do", NEXT);
        if (!button.equals(NEXT)) {
            sketch.change(button);
            return shown(sketch, rule, seen, Answers.none(frame.words()), frame);
        }
        var answers = pages.problems(sketch, Answers.none(frame.words()), frame.words());
        if (!answers.hold()) {
            return shown(sketch, rule, seen, answers, frame).status(REFUSED);
        }
        return Page.of(templates.rulesThen(
                pages.then(sketch, entry(rule).orElse(null), carried(seen, sketch), frame.words()), frame));
    }

    /// The rule as it is now.
    private Map<String, String> seen(String rule) {
        var seen = new LinkedHashMap<String, String>();
        entry(rule).ifPresent(entry -> {
            seen.put(VERSION, Long.toString(entry.version()));
            entry.values().forEach((column, value) -> seen.put(WAS + column, value));
        });
        return seen;
    }

    /// The rule as it was when somebody began.
    private static Map<String, String> seen(Map<String, String> sent) {
        var seen = new LinkedHashMap<String, String>();
        sent.forEach((name, value) -> {
            if (name.equals(VERSION) || name.startsWith(WAS)) {
                seen.put(name, value);
            }
        });
        return seen;
    }

    /// Everything that the form of the rule needs, so that it opens filled in with what was there when they began.
    private static Map<String, String> carried(Map<String, String> seen, Sketch sketch) {
        var carried = new LinkedHashMap<>(seen);
        seen.forEach((name, value) -> {
            if (name.startsWith(WAS)) {
                carried.put(name.substring(WAS.length()), value);
            }
        });
        carried.put("condition", sketch.text());
        return carried;
    }

    private Optional<Entry> entry(String rule) {
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        var entry = settings.get(RulesData.RULES, rule);
        if (entry.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return entry;
    }
}
