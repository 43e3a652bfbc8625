package localgov.ims.settings;

import static localgov.ims.settings.SettingsPaths.ONLY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import localgov.ims.govuk.Option;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.pages.EntriesPage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// The list of one type: searched in what people read, sorted by any column, turned page by page.
final class ListPages {
    static final String AS_AT = "as_at";
    private static final String NOT_IN_WELSH = "not-in-welsh";
    private static final int ON_A_PAGE = 50;
    private static final int FIELDS = 4;
    private static final int SHORT = 100;
    private static final Set<Kind> FIGURES = Set.of(Kind.NUMBER, Kind.MONEY, Kind.PERCENT);

    private final Settings settings;
    private final ReferenceData data;
    private final Map<String, String> asked;
    private final Words words;
    private final Showing showing;
    private final List<SaysMore> rooms;

    ListPages(Settings settings, ReferenceData data, Map<String, String> asked, List<SaysMore> rooms, Words words) {
        this.rooms = rooms;
        this.settings = settings;
        this.data = data;
        this.asked = asked;
        this.words = words;
        this.showing = Showing.inLists(settings, words);
    }

    /// @param day what holds on this day; absent: whatever is asked for
    EntriesPage page(@Nullable LocalDate day, boolean mayChange) {
        var found = sorted(entries(day).stream()
                .filter(this::isOnly)
                .filter(this::holdsWhatIsSought)
                .toList());
        int first = Math.max(0, Math.min(number("page") - 1, (found.size() - 1) / ON_A_PAGE));
        var rows = found.stream()
                .skip((long) first * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .map(this::row)
                .toList();
        return new EntriesPage(
                showing.title(data.many()),
                SettingsPaths.list(data),
                words.count("settings.found", found.size()),
                notInWelsh(),
                EntryPages.waiting(settings.waiting(data), words),
                only().map(this::inWords).orElse(null),
                SettingsPaths.list(data),
                only().map(_ -> text(ONLY)).orElse(null),
                asked.values().stream().anyMatch(value -> !value.isBlank()),
                data.dated(),
                shows(),
                show(),
                headings(),
                rows,
                mayChange && possible().isEmpty() ? SettingsPaths.list(data) + "/add" : null,
                mayChange ? unwritten() : List.of(),
                SettingsPaths.list(data) + "/file",
                mayChange ? SettingsPaths.list(data) + "/upload" : null,
                first > 0 ? with("page", Integer.toString(first)) : null,
                (first + 1) * ON_A_PAGE < found.size() ? with("page", Integer.toString(first + 2)) : null);
    }

    /// The keys that there can be, where they are known beforehand; none when they are free.
    private List<Field.Choice> possible() {
        return data.key().size() == 1 ? data.key().getFirst().choices() : List.of();
    }

    private List<EntriesPage.Unwritten> unwritten() {
        var written = settings.list(data).stream().map(Entry::key).toList();
        return possible().stream()
                .filter(choice -> !written.contains(choice.value()))
                .map(choice -> new EntriesPage.Unwritten(
                        showing.say(choice.label()),
                        "%s/add?%s=%s".formatted(SettingsPaths.list(data), FormPages.FOR, choice.value()),
                        showing.say(choice.usual())))
                .toList();
    }

    private List<Entry> entries(@Nullable LocalDate day) {
        if (day != null) {
            return settings.asAt(data, day);
        }
        return settings.list(data).stream()
                .filter(entry -> switch (show()) {
                    case "all" -> true;
                    case "retired" -> entry.isRetired();
                    case NOT_IN_WELSH -> NotInWelsh.of(data, entry) > 0;
                    default -> !entry.isRetired();
                })
                .toList();
    }

    private String show() {
        var show = text("show");
        return shows().stream().map(Option::value).anyMatch(show::equals) ? show : "used";
    }

    private List<Option> shows() {
        var shows = new ArrayList<>(List.of(
                Option.of("used", words.say("settings.show.used")),
                Option.of("retired", words.say("settings.show.retired")),
                Option.of("all", words.say("settings.show.all"))));
        if (!NotInWelsh.twins(data).isEmpty()) {
            shows.add(Option.of(NOT_IN_WELSH, words.say("settings.show.not-in-welsh")));
        }
        return shows;
    }

    /// How many texts are not in Welsh, and where they are.
    private EntriesPage.@Nullable NotInWelsh notInWelsh() {
        var many = NotInWelsh.of(data, settings.list(data));
        return many == 0
                ? null
                : new EntriesPage.NotInWelsh(
                        words.count("settings.not-in-welsh", many),
                        show().equals(NOT_IN_WELSH) ? null : notInWelsh(data));
    }

    /// Where the entries are that say something in English and not in Welsh.
    static String notInWelsh(ReferenceData data) {
        return SettingsPaths.list(data) + "?show=" + NOT_IN_WELSH;
    }

    private record Only(Field field, String value) {}

    private Optional<Only> only() {
        var parts = text(ONLY).split(":", 2);
        return parts.length < 2 ? Optional.empty() : data.column(parts[0]).map(field -> new Only(field, parts[1]));
    }

    private boolean isOnly(Entry entry) {
        return only().map(only -> entry.value(only.field().column()).equals(only.value()))
                .orElse(true);
    }

    private String inWords(Only only) {
        return words.say("settings.only", showing.say(only.field().label()), showing.full(only.field(), only.value()));
    }

    private boolean holdsWhatIsSought(Entry entry) {
        var sought = text("q").toLowerCase(Locale.ROOT);
        return sought.isEmpty()
                || data.open().stream()
                        .flatMap(field -> java.util.stream.Stream.of(
                                field.hidden(entry.value(field.column())),
                                showing.text(field, entry.value(field.column()))))
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
    }

    private List<Entry> sorted(List<Entry> entries) {
        var by = columns(data).stream()
                .filter(field -> field.column().equals(text("sort")))
                .findFirst();
        if (by.isEmpty()) {
            return entries;
        }
        var sorted = new ArrayList<>(entries);
        sorted.sort(isDescending() ? order(by.get()).reversed() : order(by.get()));
        return sorted;
    }

    private Comparator<Entry> order(Field field) {
        if (FIGURES.contains(field.kind())) {
            return Comparator.comparing(entry -> entry.value(field.column()).isEmpty()
                    ? BigDecimal.ONE.negate()
                    : new BigDecimal(entry.value(field.column())));
        }
        return field.kind() == Kind.DATE
                ? Comparator.comparing(entry -> entry.value(field.column()))
                : Comparator.comparing(entry -> showing.text(field, showing.value(field.column(), entry))
                        .toLowerCase(Locale.ROOT));
    }

    private boolean isDescending() {
        return text("dir").equals("desc");
    }

    private List<EntriesPage.Heading> headings() {
        return columns(data).stream()
                .map(field -> {
                    boolean now = field.column().equals(text("sort"));
                    var href = UriComponentsBuilder.fromUriString(with("sort", field.column()))
                            .replaceQueryParam("dir", now && !isDescending() ? "desc" : "asc")
                            .replaceQueryParam("page")
                            .build(true)
                            .toUriString();
                    var sort = now ? (isDescending() ? "descending" : "ascending") : "none";
                    return new EntriesPage.Heading(
                            showing.say(field.label()), href, sort, FIGURES.contains(field.kind()));
                })
                .toList();
    }

    /// The headings of a list inside another page, which is not sorted.
    static List<EntriesPage.Heading> headings(List<Field> columns, Showing showing) {
        return columns.stream()
                .map(field ->
                        new EntriesPage.Heading(showing.say(field.label()), "", "none", FIGURES.contains(field.kind())))
                .toList();
    }

    /// The key and the first short fields: what tells entries apart. Then the first that the council has added.
    static List<Field> columns(ReferenceData data) {
        var columns = new ArrayList<>(data.key());
        data.fields().stream()
                .filter(field -> !field.isCustom())
                .filter(field -> field.kind() != Kind.LONG_TEXT && !field.isSecret() && field.max() <= SHORT)
                .filter(field -> !field.column().endsWith("_cy"))
                .limit(FIELDS)
                .forEach(columns::add);
        data.custom().stream().limit(FurtherFields.IN_LISTS).forEach(columns::add);
        return columns;
    }

    private EntriesPage.Row row(Entry entry) {
        var mark = rooms.stream()
                .flatMap(room -> room.mark(data.slug(), entry).stream())
                .map(showing::say)
                .findFirst();
        return row(data, columns(data), entry, showing).marked(mark.orElse(""));
    }

    static EntriesPage.Row row(ReferenceData data, List<Field> columns, Entry entry, Showing showing) {
        var values = IntStream.range(0, columns.size())
                .mapToObj(i -> {
                    var field = columns.get(i);
                    var more = i == 0 && data.key().size() > 1 ? showing.key(data, entry) : "";
                    return new EntriesPage.Value(
                            showing.text(field, showing.value(field.column(), entry)),
                            more,
                            FIGURES.contains(field.kind()));
                })
                .toList();
        return new EntriesPage.Row(SettingsPaths.entry(data, entry.key()), values, entry.isRetired(), "");
    }

    /// This list with one thing asked differently.
    private String with(String name, String value) {
        var address = UriComponentsBuilder.fromPath(SettingsPaths.list(data));
        asked.forEach((key, kept) -> {
            if (!key.equals(name) && !kept.isBlank()) {
                address.queryParam(key, "{" + key + "}");
            }
        });
        address.queryParam(name, "{" + name + "}");
        var values = new java.util.HashMap<String, Object>(asked);
        values.put(name, value);
        return address.encode().buildAndExpand(values).toUriString();
    }

    private String text(String name) {
        return asked.getOrDefault(name, "").strip();
    }

    private int number(String name) {
        return text(name).matches("\\d{1,6}") ? Integer.parseInt(text(name)) : 1;
    }
}
