package localgov.ims.settings;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import localgov.ims.approvals.Request;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.pages.EntryPage;
import org.springframework.web.util.UriComponentsBuilder;

/// The page of one entry.
final class EntryPages {
    private static final Set<Kind> COLOURS = EnumSet.of(Kind.COLOUR, Kind.ANY_COLOUR);

    private final Settings settings;
    private final Words words;
    private final Showing showing;

    EntryPages(Settings settings, Words words) {
        this.settings = settings;
        this.words = words;
        this.showing = new Showing(settings, words);
    }

    /// @param says what the rooms say of it
    EntryPage page(ReferenceData data, Entry entry, List<Phrase> says, boolean mayChange) {
        var self = SettingsPaths.entry(data, entry.key());
        return new EntryPage(
                showing.title(data.one()),
                showing.name(data, entry),
                back(data, entry),
                entry.retiredAt()
                        .map(at -> words.say("settings.retired-since", at))
                        .orElse(null),
                says.stream().map(showing::say).toList(),
                data.columns().stream().map(field -> fact(data, field, entry)).toList(),
                settings.types().stream()
                        .filter(type -> type.insideOf().equals(Optional.of(data.slug())))
                        .map(type -> inside(type, entry, mayChange))
                        .toList(),
                uses(settings.uses(data, entry.key()), showing, words),
                waiting(settings.waiting(data, entry.key()), words),
                settings.history(data, entry.key()).stream()
                        .map(change -> happened(data, change))
                        .toList(),
                mayChange && !entry.isRetired() ? self + "/change" : null,
                mayChange ? self + (entry.isRetired() ? "/restore" : "/retire") : null);
    }

    /// What waits for a second person, with the way to it.
    static List<EntryPage.Waiting> waiting(List<Request> requests, Words words) {
        return requests.stream()
                .map(request -> new EntryPage.Waiting(
                        request.sentence(words.language()),
                        request.lang(words.language()),
                        "/office/approvals/" + request.id(),
                        words.say("settings.waiting.since", request.asked().name(), request.askedAt())))
                .toList();
    }

    /// An entry that belongs to another is left for that one.
    String back(ReferenceData data, Entry entry) {
        return back(data, entry.values());
    }

    String back(ReferenceData data, Map<String, String> values) {
        var field = Optional.ofNullable(data.inside()).flatMap(data::column);
        return field.flatMap(showing::typeOf)
                .flatMap(parent -> settings.get(
                                parent, values.getOrDefault(field.orElseThrow().column(), ""))
                        .map(found -> SettingsPaths.entry(parent, found.key())))
                .orElseGet(() -> SettingsPaths.list(data));
    }

    private EntryPage.Fact fact(ReferenceData data, Field field, Entry entry) {
        var plain = entry.value(field.column());
        var link = showing.chosen(field, plain)
                .flatMap(found -> showing.typeOf(field).map(type -> SettingsPaths.entry(type, found.key())));
        return new EntryPage.Fact(
                showing.say(field.label()),
                showing.full(field, plain),
                field.choicesFrom() == null ? null : link.orElse(null),
                COLOURS.contains(field.kind()) && !plain.isEmpty() ? plain : null,
                NotInWelsh.lacks(data, entry, field));
    }

    private EntryPage.Inside inside(ReferenceData type, Entry parent, boolean mayChange) {
        var columns = ListPages.columns(type).stream()
                .filter(field -> !field.column().equals(type.inside()))
                .toList();
        var rows = settings.list(type).stream()
                .filter(entry -> entry.value(String.valueOf(type.inside())).equals(parent.key()))
                .map(entry -> ListPages.row(type, columns, entry, showing))
                .toList();
        var add = UriComponentsBuilder.fromPath(SettingsPaths.list(type) + "/add")
                .queryParam(FormPages.IN, "{key}")
                .encode()
                .buildAndExpand(parent.key())
                .toUriString();
        return new EntryPage.Inside(
                showing.title(type.many()),
                ListPages.headings(columns, showing),
                rows,
                mayChange && !parent.isRetired() ? add : null,
                words.say("settings.add", showing.say(type.one())));
    }

    static List<EntryPage.Used> uses(List<Use> uses, Showing showing, Words words) {
        return uses.stream()
                .map(use -> new EntryPage.Used(
                        showing.title(use.words()),
                        words.number(use.many()),
                        use.path(),
                        use.holds(),
                        showing.say(use.then())))
                .toList();
    }

    private EntryPage.Happened happened(ReferenceData data, Change change) {
        var what = words.say("settings.happened." + change.what().past(), change.who());
        var second = change.approvedBy();
        return new EntryPage.Happened(
                second == null ? what : what + words.say("settings.approved-by", second),
                words.moment(change.at()),
                changed(data, change.before(), change.after(), showing));
    }

    /// What is different, in words; nothing when there was nothing before.
    static List<EntryPage.Changed> changed(
            ReferenceData data, Map<String, String> before, Map<String, String> after, Showing showing) {
        if (before.isEmpty()) {
            return List.of();
        }
        return data.columns().stream()
                .filter(field ->
                        !before.getOrDefault(field.column(), "").equals(after.getOrDefault(field.column(), "")))
                .map(field -> new EntryPage.Changed(
                        showing.say(field.label()),
                        showing.full(field, before.getOrDefault(field.column(), "")),
                        showing.full(field, after.getOrDefault(field.column(), ""))))
                .toList();
    }
}
