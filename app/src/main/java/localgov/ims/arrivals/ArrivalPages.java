package localgov.ims.arrivals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import localgov.ims.arrivals.pages.ArrivalPlacePage;
import localgov.ims.arrivals.pages.ArrivalPlacesPage;
import localgov.ims.arrivals.pages.ArrivedFilePage;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.imports.Originals;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the pages about arriving files show.
@Component
class ArrivalPages {
    private static final int ON_A_PAGE = 50;
    private static final String TYPE = "/office/settings/places-where-files-arrive";

    private final PlaceStore places;
    private final StandingStore standings;
    private final FileStore files;
    private final ServerPages servers;
    private final Originals originals;

    ArrivalPages(
            PlaceStore places, StandingStore standings, FileStore files, ServerPages servers, Originals originals) {
        this.originals = originals;
        this.places = places;
        this.standings = standings;
        this.files = files;
        this.servers = servers;
    }

    ArrivalPlacesPage all(Words words) {
        var all = places.all();
        var names = all.stream().collect(Collectors.toMap(Place::code, Place::name));
        var known = standings.all();
        var waiting = files.waiting(ON_A_PAGE + 1);
        return new ArrivalPlacesPage(
                CurrentCaller.may(Permission.CHANGE_SETTINGS) && CurrentCaller.may(Permission.SEE_SETTINGS)
                        ? TYPE + "/add"
                        : null,
                all.stream()
                        .map(place -> row(place, known.getOrDefault(place.code(), Standing.never(place.code())), words))
                        .toList(),
                waiting.stream()
                        .limit(ON_A_PAGE)
                        .map(file -> new ArrivalPlacesPage.Waiting(
                                file.name(),
                                ArrivalScreens.path(file),
                                names.getOrDefault(file.place(), file.place()),
                                words.moment(file.seenAt()),
                                why(file, words)))
                        .toList(),
                waiting.size() > ON_A_PAGE);
    }

    private static ArrivalPlacesPage.Row row(Place place, Standing standing, Words words) {
        var state = state(place, standing, words);
        var looked = standing.lookedAt();
        return new ArrivalPlacesPage.Row(
                place.name(),
                ArrivalScreens.path(place.code()),
                place.folder(),
                state.text(),
                state.classes(),
                Optional.ofNullable(trouble(place, standing, words)).orElse(""),
                looked == null ? words.say("arrivals.never") : words.moment(looked));
    }

    private record State(String text, String classes) {}

    private static State state(Place place, Standing standing, Words words) {
        if (!place.open()) {
            return new State(words.say("arrivals.place.closed"), "govuk-tag--grey");
        }
        if (standing.trouble() != null) {
            return new State(words.say("arrivals.place.silent"), "govuk-tag--red");
        }
        return standing.answeredAt() == null
                ? new State(words.say("arrivals.place.waiting"), "govuk-tag--blue")
                : new State(words.say("arrivals.place.open"), "govuk-tag--green");
    }

    private static @Nullable String trouble(Place place, Standing standing, Words words) {
        var trouble = standing.trouble();
        var since = standing.since();
        return trouble == null || since == null || !place.open()
                ? null
                : words.say("arrivals.trouble", words.say(trouble.key()), words.moment(since));
    }

    ArrivalPlacePage one(Place place, @Nullable Long before, Words words) {
        var standing = standings.of(place.code());
        var state = state(place, standing, words);
        var found = files.of(place.code(), before, ON_A_PAGE + 1);
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        var brought = brought(shown.stream().map(Arrived::id).toList(), words);
        var self = ArrivalScreens.path(place.code());
        boolean may = CurrentCaller.may(Permission.TAKE_IN_FILES);
        return new ArrivalPlacePage(
                place.name(),
                ArrivalScreens.PATH,
                state.text(),
                state.classes(),
                trouble(place, standing, words),
                facts(place, standing, words),
                may && place.open() && !isStopped(standing) ? self + "/look" : null,
                may ? self + "/attempt" : null,
                servers.of(place, words),
                shown.stream()
                        .map(file -> row(file, brought.getOrDefault(file.id(), List.of()), words))
                        .toList(),
                found.size() > ON_A_PAGE ? self + "?before=" + shown.getLast().id() : null);
    }

    private static boolean isStopped(Standing standing) {
        var trouble = standing.trouble();
        return trouble != null && trouble.stops();
    }

    private static List<SummaryRow> facts(Place place, Standing standing, Words words) {
        var facts = new ArrayList<SummaryRow>();
        if (!place.folder().isEmpty()) {
            facts.add(SummaryRow.of(words.say("arrivals.folder"), place.folder()));
        }
        facts.add(SummaryRow.of(
                words.say("arrivals.names"),
                place.names().isEmpty() ? words.say("arrivals.names.all") : place.names()));
        var looked = standing.lookedAt();
        var answered = standing.answeredAt();
        facts.add(SummaryRow.of(
                words.say("arrivals.looked"), looked == null ? words.say("arrivals.never") : words.moment(looked)));
        facts.add(SummaryRow.of(
                words.say("arrivals.answered"),
                answered == null ? words.say("arrivals.never") : words.moment(answered)));
        return List.copyOf(facts);
    }

    private static ArrivalPlacePage.Row row(Arrived file, List<ArrivalPlacePage.Link> imports, Words words) {
        var state = state(file, words);
        return new ArrivalPlacePage.Row(
                file.name(),
                ArrivalScreens.path(file),
                words.moment(file.seenAt()),
                state.text(),
                state.classes(),
                imports);
    }

    private static State state(Arrived file, Words words) {
        return switch (file.state()) {
            case SEEN -> new State(words.say("arrivals.state.seen"), "govuk-tag--blue");
            case TAKEN -> new State(words.say("arrivals.state.taken"), "govuk-tag--green");
            case QUARANTINED -> new State(words.say("arrivals.state.quarantined"), "govuk-tag--red");
            case DISMISSED -> new State(words.say("arrivals.state.dismissed"), "govuk-tag--grey");
        };
    }

    private static String why(Arrived file, Words words) {
        var why = file.why();
        return why == null ? "" : words.say(why.key(), file.about());
    }

    /// The imports that each of these files brought, for those who may open them; an import that had arrived before
    /// says so.
    private Map<Long, List<ArrivalPlacePage.Link>> brought(Collection<Long> ids, Words words) {
        if (!CurrentCaller.may(Permission.SEE_IMPORTS)) {
            return Map.of();
        }
        return files.brought(ids).stream()
                .collect(Collectors.groupingBy(
                        FileStore.Brought::file,
                        Collectors.mapping(
                                one -> new ArrivalPlacePage.Link(
                                        words.say(one.isNew() ? "arrivals.import" : "arrivals.import.before"),
                                        "/office/imports/" + one.importId()),
                                Collectors.toList())));
    }

    ArrivedFilePage file(Arrived file, Words words) {
        var state = state(file, words);
        boolean waits = file.state() == Arrived.State.QUARANTINED;
        return new ArrivedFilePage(
                file.name(),
                ArrivalScreens.path(file.place()),
                state.text(),
                state.classes(),
                waits ? why(file, words) : null,
                facts(file, words),
                brought(List.of(file.id()), words).getOrDefault(file.id(), List.of()),
                waits && CurrentCaller.may(Permission.TAKE_IN_FILES) ? ArrivalScreens.path(file) : null,
                file.original() != null || file.why() == Why.NOT_FETCHED,
                file.original() == null,
                isKept(file) ? ArrivalScreens.path(file) + "/original" : null);
    }

    private boolean isKept(Arrived file) {
        var original = file.original();
        return original != null && CurrentCaller.may(Permission.SEE_IMPORTS) && originals.isKept(original);
    }

    private List<SummaryRow> facts(Arrived file, Words words) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(
                words.say("arrivals.place"),
                places.find(file.place()).map(Place::name).orElse(file.place())));
        facts.add(SummaryRow.of(words.say("arrivals.bytes"), words.number(file.bytes())));
        facts.add(SummaryRow.of(words.say("arrivals.modified"), words.moment(file.modifiedAt())));
        facts.add(SummaryRow.of(words.say("arrivals.seen"), words.moment(file.seenAt())));
        var takenAt = file.takenAt();
        if (takenAt != null) {
            facts.add(SummaryRow.of(words.say("arrivals.taken"), words.moment(takenAt)));
        }
        var decidedAt = file.decidedAt();
        if (decidedAt != null) {
            facts.add(SummaryRow.of(
                    words.say("arrivals.dismissed"),
                    words.say("arrivals.dismissed.by", String.valueOf(file.decidedBy()), words.moment(decidedAt))));
            facts.add(SummaryRow.of(words.say("arrivals.reason"), String.valueOf(file.reason())));
        }
        return List.copyOf(facts);
    }
}
