package localgov.ims.settings;

import gg.jte.generated.precompiled.Templates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import localgov.ims.settings.pages.SettingsPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Looking at reference data: every type, the entries of one, one entry.
@Controller
@Needs(Permission.SEE_SETTINGS)
class SettingsScreens {
    private static final int REFUSED = 422;
    private static final List<String> ASKED =
            List.of("q", "show", "sort", "dir", "page", SettingsPaths.ONLY, ListPages.AS_AT);

    private final Templates templates;
    private final Settings settings;
    private final List<SettingsPlace> places;
    private final List<SaysMore> rooms;

    SettingsScreens(Templates templates, Settings settings, List<SettingsPlace> places, List<SaysMore> rooms) {
        this.templates = templates;
        this.settings = settings;
        this.places = List.copyOf(places);
        this.rooms = List.copyOf(rooms);
    }

    /// Where this is found in the office.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace settingsPlace() {
            return OfficePlaces.at(100, "settings.settings", SettingsPaths.ROOT, Permission.SEE_SETTINGS);
        }
    }

    @GetMapping(SettingsPaths.ROOT)
    View index(OfficeFrame frame) {
        var showing = new Showing(settings, frame.words());
        var groups = Stream.of(Part.values())
                .map(part -> new SettingsPage.Group(showing.say(part.words()), rows(part, showing, frame)))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        var lacking = settings.types().stream().mapToLong(this::notInWelsh).sum();
        var page =
                new SettingsPage(groups, lacking == 0 ? null : frame.words().count("settings.not-in-welsh", lacking));
        return Page.of(templates.settingsIndex(page, frame));
    }

    private List<SettingsPage.Row> rows(Part part, Showing showing, OfficeFrame frame) {
        var rows = new ArrayList<SettingsPage.Row>();
        places.stream()
                .filter(place -> place.part() == part)
                .map(place -> new SettingsPage.Row(showing.title(place.words()), place.path(), "", "", null))
                .forEach(rows::add);
        for (var data : settings.types()) {
            if (data.part() == part) {
                var count = settings.count(data);
                rows.add(new SettingsPage.Row(
                        showing.title(data.many()),
                        SettingsPaths.list(data),
                        frame.words().number(count.used()),
                        count.retired() == 0 ? "" : frame.words().say("settings.retired-too", count.retired()),
                        notInWelsh(data, frame)));
            }
        }
        return rows;
    }

    private SettingsPage.@Nullable Link notInWelsh(ReferenceData data, OfficeFrame frame) {
        var many = notInWelsh(data);
        return many == 0
                ? null
                : new SettingsPage.Link(
                        frame.words().count("settings.not-in-welsh.here", many), ListPages.notInWelsh(data));
    }

    private long notInWelsh(ReferenceData data) {
        return NotInWelsh.twins(data).isEmpty() ? 0 : NotInWelsh.of(data, settings.list(data));
    }

    @GetMapping(SettingsPaths.ROOT + "/{type}")
    View list(@PathVariable("type") String type, @RequestParam Map<String, String> sent, OfficeFrame frame) {
        var data = type(settings, type);
        var asked = new LinkedHashMap<String, String>();
        ASKED.forEach(name -> asked.put(name, sent.getOrDefault(name, "")));
        var day = day(data, asked.getOrDefault(ListPages.AS_AT, ""));
        var answers = Answers.of(frame.words(), asked);
        if (day.isEmpty()) {
            answers = answers.wrong(ListPages.AS_AT, "settings.not-a-day");
        }
        var page = new ListPages(settings, data, asked, rooms, frame.words())
                .page(day.flatMap(asAt -> asAt.day()).orElse(null), mayChange());
        return Page.of(templates.settingsList(page, answers, frame)).status(answers.hold() ? 200 : REFUSED);
    }

    /// The day that is asked for, if any.
    private record AsAt(Optional<LocalDate> day) {}

    private static Optional<AsAt> day(ReferenceData data, String typed) {
        if (typed.isBlank() || !data.dated()) {
            return Optional.of(new AsAt(Optional.empty()));
        }
        return Kind.DATE.read(typed.strip()).map(day -> new AsAt(Optional.of((LocalDate) day)));
    }

    @GetMapping(SettingsPaths.ROOT + "/{type}/entries/{key}")
    View entry(@PathVariable("type") String type, @PathVariable("key") String key, OfficeFrame frame) {
        var data = type(settings, type);
        var entry = entry(settings, data, key);
        var says = rooms.stream()
                .flatMap(room -> room.of(data.slug(), entry).stream())
                .toList();
        var page = new EntryPages(settings, frame.words()).page(data, entry, says, mayChange());
        return Page.of(templates.settingsEntry(page, frame));
    }

    static boolean mayChange() {
        return CurrentCaller.may(Permission.CHANGE_SETTINGS);
    }

    static ReferenceData type(Settings settings, String slug) {
        return settings.type(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static Entry entry(Settings settings, ReferenceData data, String key) {
        return settings.get(data, key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
