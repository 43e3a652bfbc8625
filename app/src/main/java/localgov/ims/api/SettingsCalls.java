package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import localgov.ims.people.Caller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.settings.Consequence;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Foreseeing;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/// Reference data of every type. A change names the version it changes (`If-Match`), so that nobody treads on
/// another's.
@RestController
@Needs(Permission.SEE_SETTINGS)
class SettingsCalls {
    private static final String ROOT = "/api/v1/settings";
    private static final String ONE = ROOT + "/{type}/{key}";
    private static final String RETIRED = "retired";
    private static final String AS_AT = "as_at";
    private static final String CONFIRMED = "confirmed";

    private final Settings settings;
    private final Foreseeing foreseeing;
    private final Bodies bodies;

    SettingsCalls(Settings settings, Foreseeing foreseeing, Bodies bodies) {
        this.foreseeing = foreseeing;
        this.settings = settings;
        this.bodies = bodies;
    }

    @Json
    record Types(List<Type> types) {}

    @Json
    record Type(String type, String name, String nameCy, long used, long retired, List<Column> fields) {}

    /// @param key whether it is part of the key
    /// @param from the type that a choice is made from
    @Json
    record Column(
            String name,
            String label,
            String labelCy,
            String type,
            boolean key,
            boolean required,
            @Nullable List<String> choices,
            @Nullable String from) {}

    @Json
    record Page(List<One> entries, @Nullable String next) {}

    @Json
    record One(String key, long version, @Nullable Instant retiredAt, Map<String, @Nullable Object> values) {}

    /// Nothing has changed: a second person has to agree.
    @Json
    record AskedFor(String state, String approval) {}

    @GetMapping(ROOT)
    Types types() {
        return new Types(settings.types().stream()
                .flatMap(data -> settings.type(data.slug()).stream())
                .map(this::type)
                .toList());
    }

    private Type type(ReferenceData data) {
        var count = settings.count(data);
        return new Type(
                data.slug(),
                data.many().english(),
                data.many().welsh(),
                count.used(),
                count.retired(),
                data.columns().stream().map(field -> column(data, field)).toList());
    }

    private Column column(ReferenceData data, localgov.ims.settings.Field field) {
        var choices = field.choices().stream().map(choice -> choice.value()).toList();
        return new Column(
                field.column(),
                field.label().english(),
                field.label().welsh(),
                EntryJson.type(field.kind()),
                data.key().contains(field),
                field.required(),
                choices.isEmpty() ? null : choices,
                field.choicesFrom());
    }

    @GetMapping(ROOT + "/{type}")
    ResponseEntity<Object> list(@PathVariable("type") String slug, HttpServletRequest request) {
        var type = settings.type(slug);
        if (type.isEmpty()) {
            return noType().reply();
        }
        var asked = new Asked(request, Set.of(RETIRED, AS_AT, Asked.AFTER, Asked.LIMIT));
        int limit = asked.limit();
        var after = asked.after(1).map(List::getFirst);
        var day = asked.day(AS_AT);
        boolean retired = retired(asked);
        if (!asked.errors().isEmpty()) {
            return Problem.invalid(asked.errors()).reply();
        }
        var data = type.get();
        var from = (day == null ? settings.list(data) : settings.asAt(data, day))
                .stream()
                        .filter(entry -> retired || !entry.isRetired())
                        .sorted(java.util.Comparator.comparing(Entry::key))
                        .filter(entry -> after.isEmpty() || entry.key().compareTo(after.get()) > 0)
                        .toList();
        var page = from.stream().limit(limit).toList();
        var json = new EntryJson(data);
        return ResponseEntity.ok(new Page(
                page.stream().map(entry -> one(json, entry)).toList(),
                from.size() > limit ? asked.next(page.getLast().key()) : null));
    }

    private static boolean retired(Asked asked) {
        var given = asked.text(RETIRED);
        if (given != null && !given.equals("true") && !given.equals("false")) {
            asked.note(RETIRED, "unknown", "This must be true or false.");
        }
        return "true".equals(given);
    }

    private One one(EntryJson json, Entry entry) {
        return new One(entry.key(), entry.version(), entry.retiredAt().orElse(null), json.values(entry, settings));
    }

    @GetMapping(ONE)
    ResponseEntity<Object> get(@PathVariable("type") String slug, @PathVariable("key") String key) {
        var data = settings.type(slug);
        return data.flatMap(type -> settings.get(type, key))
                .map(entry -> found(data.orElseThrow(), entry))
                .orElseGet(() -> nothing().reply());
    }

    private ResponseEntity<Object> found(ReferenceData data, Entry entry) {
        return ResponseEntity.ok().eTag(tag(entry)).body(one(new EntryJson(data), entry));
    }

    private static String tag(Entry entry) {
        return "\"%d\"".formatted(entry.version());
    }

    /// Adds the entry (`If-None-Match: *`) or gives it new answers in all its fields (`If-Match` with its version).
    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.CHANGE_SETTINGS)
    ResponseEntity<Object> put(
            @PathVariable("type") String slug,
            @PathVariable("key") String key,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        var type = settings.type(slug);
        if (type.isEmpty()) {
            return noType().reply();
        }
        return switch (bodies.read(request)) {
            case Bodies.Body.Wrong(var problem) -> problem.reply();
            case Bodies.Body.Object(var node) -> put(type.get(), key, node, request, caller);
        };
    }

    private ResponseEntity<Object> put(
            ReferenceData data, String key, JsonNode body, HttpServletRequest request, Caller caller) {
        var parts = data.keyParts(key);
        if (parts.isEmpty()) {
            return Problem.invalid(List.of(Problem.Field.of("key", "not_a_key", "No entry can have this key.")))
                    .reply();
        }
        var errors = new ArrayList<Problem.Field>();
        var answers = new EntryJson(data).answers(body, parts.get(), errors);
        if (!errors.isEmpty()) {
            return Problem.invalid(errors).reply();
        }
        if ("*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return settings.get(data, key).isPresent()
                    ? exists().reply()
                    : reply(data, settings.add(data, answers, caller), true);
        }
        var foreseen = foreseeing.of(data, key, answers);
        if (!foreseen.isEmpty() && !"true".equals(request.getParameter(CONFIRMED))) {
            return unconfirmed(foreseen);
        }
        return versioned(request, version -> reply(data, settings.change(data, key, version, answers, caller), false));
    }

    private static ResponseEntity<Object> unconfirmed(List<Consequence> foreseen) {
        var sentences = foreseen.stream()
                .map(one -> "%s: %d of %d".formatted(one.words().english(), one.many(), one.of()))
                .toList();
        return Problem.conflict(
                        "not_confirmed",
                        "It would affect what is there already. %s. Send it again with ?confirmed=true to change it all"
                                        .formatted(String.join(". ", sentences))
                                + " the same.")
                .reply();
    }

    @PostMapping(ONE + "/retire")
    @Needs(Permission.CHANGE_SETTINGS)
    ResponseEntity<Object> retire(
            @PathVariable("type") String slug,
            @PathVariable("key") String key,
            HttpServletRequest request,
            Caller caller) {
        return known(
                slug,
                data -> versioned(request, version -> reply(data, settings.retire(data, key, version, caller), false)));
    }

    @PostMapping(ONE + "/restore")
    @Needs(Permission.CHANGE_SETTINGS)
    ResponseEntity<Object> restore(
            @PathVariable("type") String slug,
            @PathVariable("key") String key,
            HttpServletRequest request,
            Caller caller) {
        return known(
                slug,
                data -> versioned(
                        request, version -> reply(data, settings.restore(data, key, version, caller), false)));
    }

    private ResponseEntity<Object> known(
            String slug, java.util.function.Function<ReferenceData, ResponseEntity<Object>> work) {
        return settings.type(slug).map(work).orElseGet(() -> noType().reply());
    }

    private static ResponseEntity<Object> versioned(
            HttpServletRequest request, java.util.function.LongFunction<ResponseEntity<Object>> work) {
        return version(request).map(work::apply).orElseGet(() -> noVersion().reply());
    }

    private static Optional<Long> version(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH))
                .map(String::strip)
                .filter(tag -> tag.matches("\"[0-9]{1,18}\""))
                .map(tag -> Long.valueOf(tag.substring(1, tag.length() - 1)));
    }

    private ResponseEntity<Object> reply(ReferenceData data, Saved saved, boolean added) {
        return switch (saved) {
            case Saved.Done(var entry) -> added ? created(data, entry) : found(data, entry);
            case Saved.Refused(var problems) ->
                problems.stream().anyMatch(problem -> problem.code().equals("taken"))
                        ? exists().reply()
                        : Problem.invalid(EntryJson.errors(problems)).reply();
            case Saved.ChangedByAnother(var theirs) -> changed(theirs);
            case Saved.StillUsed(var uses) ->
                Problem.conflict(
                                "still_used",
                                "It cannot be retired while it is used: "
                                        + String.join(
                                                ", ",
                                                uses.stream()
                                                        .map(use -> use.words().english())
                                                        .toList()))
                        .reply();
            case Saved.NotThere _ -> nothing().reply();
            case Saved.Waiting(var id) -> ResponseEntity.accepted().body(new AskedFor("waiting", id.toString()));
            case Saved.NeedsAPerson _ -> Problem.needsAPerson().reply();
        };
    }

    private ResponseEntity<Object> created(ReferenceData data, Entry entry) {
        var place = ROOT + "/" + data.slug() + "/" + UriUtils.encodePathSegment(entry.key(), StandardCharsets.UTF_8);
        return ResponseEntity.created(URI.create(place)).eTag(tag(entry)).body(one(new EntryJson(data), entry));
    }

    private static ResponseEntity<Object> changed(Entry theirs) {
        var refusal = Problem.preconditionFailed(
                        "changed_by_another",
                        "Somebody else was quicker: its version is %d now. Read it again, then decide."
                                .formatted(theirs.version()))
                .reply();
        return ResponseEntity.status(refusal.getStatusCode())
                .headers(refusal.getHeaders())
                .eTag(tag(theirs))
                .body(refusal.getBody());
    }

    private static Problem exists() {
        return Problem.preconditionFailed("exists_already", "There is an entry with this key already.");
    }

    private static Problem noVersion() {
        return Problem.preconditionRequired(
                "Say with If-Match which version you change, such as \"3\" from its ETag, or with If-None-Match: * that"
                        + " it is new.");
    }

    private static Problem noType() {
        return Problem.notFound("There is no such type of reference data.");
    }

    private static Problem nothing() {
        return Problem.notFound("There is no such entry.");
    }
}
