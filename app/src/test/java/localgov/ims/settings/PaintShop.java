package localgov.ims.settings;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.colour;
import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.email;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.money;
import static localgov.ims.settings.Field.number;
import static localgov.ims.settings.Field.percent;
import static localgov.ims.settings.Field.secret;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.time;
import static localgov.ims.settings.Field.webAddress;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The engine by itself, on types made up for the purpose: paints, which have every kind of field, colours and prices.
abstract class PaintShop {
    static final ReferenceData COLOURS = ReferenceData.of(
            "settings_colour",
            both("colour", "lliw"),
            both("colours", "lliwiau"),
            text("code", "Code", "Cod", 5),
            text("name", "Name", "Enw", 50));

    static final ReferenceData PAINTS = ReferenceData.of(
                    "settings_paint",
                    both("paint", "paent"),
                    both("paints", "paentiau"),
                    text("code", "Paint code", "Cod y paent", 5).matching("[A-Z0-9/]+"),
                    text("name", "Name", "Enw", 20),
                    longText("notes", "Notes", "Nodiadau").optional(),
                    number("coats", "Coats", "Cotiau").optional(),
                    money("price", "Price", "Pris").optional(),
                    percent("gloss", "Gloss", "Sglein").optional(),
                    yesNo("indoors", "Indoors", "Dan do"),
                    date("made_on", "Made on", "Gwnaed ar").optional(),
                    time("mixed_at", "Mixed at", "Cymysgwyd am").optional(),
                    email("maker", "Maker", "Gwneuthurwr").optional(),
                    webAddress("site", "Site", "Gwefan").optional(),
                    colour("shade", "Shade", "Arlliw").optional(),
                    secret("recipe", "Recipe", "Rysáit").optional(),
                    choice(
                                    "finish",
                                    "Finish",
                                    "Gorffeniad",
                                    List.of(
                                            Field.Choice.of("MATT", "Matt", "Mat"),
                                            Field.Choice.of("SILK", "Silk", "Sidan")))
                            .optional(),
                    choice("colour", "Colour", "Lliw", "colours").optional())
            .rule(paint ->
                    paint.get("coats").equals("13") && paint.get("indoors").equals("yes")
                            ? Optional.of(Problem.of(
                                    "coats", "unlucky", "Not thirteen coats indoors", "Nid tair cot ar ddeg dan do"))
                            : Optional.empty());

    static final ReferenceData PRICES = ReferenceData.of(
                    "settings_price",
                    both("price", "pris"),
                    both("prices", "prisiau"),
                    text("paint", "Paint", "Paent", 5),
                    money("price", "Price", "Pris"))
            .from(date("from_day", "From", "O"));

    static TestCouncil council;

    static final List<Object> events = new CopyOnWriteArrayList<>();

    /// A room that keeps walls, painted in HELD, and one that only looked at SEEN.
    static final UsedElsewhere WALLS = (type, key) -> switch (key) {
        case "HELD" -> List.of(Use.of(both("Walls", "Waliau"), 3, "/walls").holding());
        case "SEEN" -> List.of(Use.of(both("Looks", "Golygon"), 2, null));
        default -> List.of();
    };

    static Settings settings;

    static SettingsFiles files;

    @BeforeAll
    static void tables() {
        council = TestCouncil.fresh();
        var engine = SettingsFixture.of(council, List.of(COLOURS, PAINTS, PRICES), events::add, WALLS);
        settings = engine.settings();
        files = engine.files();
        var schema = TestCouncil.ALDERMERE.schema();
        try (var owner = council.ownerPool()) {
            localgov.ims.platform.TypedJdbc.client(owner)
                    .sql("""
                    set search_path to %1$s;
                    create table settings_colour (code text primary key, name text not null,
                      version bigint not null default 1, retired_at timestamptz);
                    create table settings_paint (code text primary key, name text not null, notes text not null,
                      coats bigint, price pence, gloss integer, indoors boolean not null, made_on date, mixed_at time, maker text not null, site text not null,
                      shade text not null, recipe text not null, finish text,
                      colour text references settings_colour, version bigint not null default 1, retired_at timestamptz);
                    create table settings_price (paint text not null, from_day date not null, price pence not null,
                      version bigint not null default 1, retired_at timestamptz, primary key (paint, from_day));
                    grant select, insert, update on settings_colour, settings_paint, settings_price to %1$s;
                    reset search_path
                    """.formatted(schema))
                    .update();
        }
        add(COLOURS, "code", "RED", "name", "Red");
    }

    @AfterAll
    static void close() {
        council.close();
    }

    static Map<String, String> answers(String... columnsAndAnswers) {
        return IntStream.range(0, columnsAndAnswers.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> columnsAndAnswers[2 * i], i -> columnsAndAnswers[2 * i + 1]));
    }

    static Saved add(ReferenceData data, String... columnsAndAnswers) {
        return council.within(() -> settings.add(data, answers(columnsAndAnswers), "ann"));
    }

    static Entry added(String code) {
        return done(add(PAINTS, "code", code, "name", "Paint " + code));
    }

    static Entry done(Saved saved) {
        assertThat(saved).isInstanceOf(Saved.Done.class);
        return ((Saved.Done) saved).entry();
    }

    static String problems(Saved saved) {
        return saved instanceof Saved.Refused(var problems)
                ? problems.stream()
                        .map(problem -> problem.column() + " " + problem.code())
                        .collect(Collectors.joining(", "))
                : saved.getClass().getSimpleName();
    }

    static String refusal(String file) {
        return council.within(() -> files.in(PAINTS, new StringReader(file), "ann"))
                .problems()
                .getFirst()
                .problem()
                .english();
    }

    static String recipe(String code) {
        return council.within(() -> settings.secret(PAINTS, code, "recipe")).orElse("");
    }

    static String keptRecipe(String code) {
        return council.within(() -> council.db
                .sql("select recipe from settings_paint where code = '%s'".formatted(code))
                .query(String.class)
                .single());
    }

    static List<String> asAt(String day) {
        return council.within(() -> settings.asAt(PRICES, LocalDate.parse(day))).stream()
                .map(Entry::key)
                .toList();
    }
}
