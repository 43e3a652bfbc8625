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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The engine by itself, on a type made up for the purpose that has every kind of field.
class SettingsTest {
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

    static final TestCouncil council = TestCouncil.fresh();
    static final List<Object> events = new CopyOnWriteArrayList<>();

    /// A room that keeps walls, painted in HELD, and one that only looked at SEEN.
    static final UsedElsewhere WALLS = (type, key) -> switch (key) {
        case "HELD" -> List.of(Use.of(both("Walls", "Waliau"), 3, "/walls").holding());
        case "SEEN" -> List.of(Use.of(both("Looks", "Golygon"), 2, null));
        default -> List.of();
    };

    static final SettingsFixture engine =
            SettingsFixture.of(council, List.of(COLOURS, PAINTS, PRICES), events::add, WALLS);
    static final Settings settings = engine.settings();
    static final SettingsFiles files = engine.files();

    @BeforeAll
    static void tables() {
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

    @Test
    void everyKindOfAnswerIsKeptInItsPlainForm() {
        var entry = done(add(
                PAINTS,
                "code",
                "ALL",
                "name",
                " Oak ",
                "notes",
                "Two\nlines",
                "coats",
                "1,000",
                "price",
                "£1,234.5",
                "gloss",
                "17.5%",
                "indoors",
                "Yes",
                "made_on",
                "1/4/2026",
                "mixed_at",
                "9:05",
                "maker",
                "ann@paints.example",
                "site",
                "https://paints.example/oak",
                "shade",
                "#124F5C",
                "recipe",
                "two parts oak",
                "finish",
                "MATT",
                "colour",
                "RED"));
        assertThat(entry.values())
                .isEqualTo(new HashMap<>(answers(
                        "code",
                        "ALL",
                        "name",
                        "Oak",
                        "notes",
                        "Two\nlines",
                        "coats",
                        "1000",
                        "price",
                        "1234.50",
                        "gloss",
                        "17.5",
                        "indoors",
                        "yes",
                        "made_on",
                        "2026-04-01",
                        "mixed_at",
                        "09:05",
                        "maker",
                        "ann@paints.example",
                        "site",
                        "https://paints.example/oak",
                        "shade",
                        "#124f5c",
                        "recipe",
                        Kind.KEPT,
                        "finish",
                        "MATT",
                        "colour",
                        "RED")));
        assertThat(council.within(() -> settings.get(PAINTS, "ALL"))).contains(entry);
        assertThat(council.within(() -> council.db
                        .sql("select price from settings_paint where code = 'ALL'")
                        .query(Long.class)
                        .single()))
                .isEqualTo(123_450);
    }

    @Test
    void blankAnswersAreNothing() {
        assertThat(added("BLANK").values())
                .containsEntry("price", "")
                .containsEntry("indoors", "no")
                .containsEntry("notes", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '"', textBlock = """
        column  | answer                 | problem
        code    | ""                     | code required
        code    | ab                     | code form
        code    | ABCDEF                 | code too-long
        code    | A/B                    | code key-form
        name    | ""                     | name required
        name    | a name of 21 letters.. | name too-long
        coats   | two                    | coats kind
        coats   | 1.5                    | coats kind
        price   | 1.999                  | price kind
        price   | -1                     | price kind
        price   | 1e300                  | price kind
        gloss   | 17.555                 | gloss kind
        gloss   | 101                    | gloss kind
        indoors | maybe                  | indoors kind
        made_on | 30/2/2026              | made_on kind
        made_on | 2026-02-30             | made_on kind
        made_on | 1/1/26                 | made_on kind
        mixed_at | 25:00                 | mixed_at kind
        mixed_at | noon                  | mixed_at kind
        maker   | nobody                 | maker kind
        maker   | a b@example.org        | maker kind
        site    | http://paints.example  | site kind
        site    | https://a:b@c.example  | site kind
        site    | javascript:alert(1)    | site kind
        shade   | red                    | shade kind
        shade   | "#ffdd00"              | shade contrast
        finish  | GLOSSY                 | finish choice
        colour  | BLUE                   | colour choice
        """)
    void anAnswerThatIsWrongIsRefusedAtItsField(String column, String answer, String problem) {
        var answers = new HashMap<>(answers("code", "BAD", "name", "Bad"));
        answers.put(column, answer);
        assertThat(problems(council.within(() -> settings.add(PAINTS, answers, "ann"))))
                .isEqualTo(problem);
        assertThat(council.within(() -> settings.get(PAINTS, "BAD"))).isEmpty();
    }

    @Test
    void aRuleJudgesAnswersTogether() {
        assertThat(problems(add(PAINTS, "code", "R1", "name", "R", "coats", "13", "indoors", "yes")))
                .isEqualTo("coats unlucky");
        assertThat(problems(add(PAINTS, "code", "R1", "name", "R", "coats", "13", "indoors", "no")))
                .isEqualTo("Done");
    }

    @Test
    void aKeyIsTakenOnce() {
        added("ONCE");
        assertThat(problems(add(PAINTS, "code", "ONCE", "name", "Again"))).isEqualTo("code taken");
    }

    @Test
    void oneOfTwoWhoAddAtOnceWins() throws Exception {
        Callable<String> call = () -> problems(add(PAINTS, "code", "RACE", "name", "Race"));
        try (var callers = Executors.newFixedThreadPool(4)) {
            var answers = callers.invokeAll(List.of(call, call, call, call)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder("Done", "code taken", "code taken", "code taken");
        }
    }

    @Test
    void aColleaguesChangeIsNotTroddenOn() {
        var entry = added("CHG");
        var theirs = done(
                council.within(() -> settings.change(PAINTS, "CHG", entry.version(), answers("name", "Ben's"), "ben")));
        var mine =
                council.within(() -> settings.change(PAINTS, "CHG", entry.version(), answers("name", "Ann's"), "ann"));
        assertThat(mine).isEqualTo(new Saved.ChangedByAnother(theirs));
        assertThat(council.within(() -> settings.get(PAINTS, "CHG"))).contains(theirs);
    }

    @Test
    void theSameAnswersAgainAreNoChange() {
        var entry = added("SAME");
        assertThat(council.within(() -> settings.change(PAINTS, "SAME", entry.version(), entry.values(), "ann")))
                .isEqualTo(new Saved.Done(entry));
        assertThat(council.within(() -> settings.history(PAINTS, "SAME"))).hasSize(1);
    }

    @Test
    void whoChangedWhatFromWhatIsKept() {
        var entry = added("HIST");
        var changed = done(
                council.within(() -> settings.change(PAINTS, "HIST", entry.version(), answers("name", "New"), "ben")));
        done(council.within(() -> settings.retire(PAINTS, "HIST", changed.version(), "cy")));
        var history = council.within(() -> settings.history(PAINTS, "HIST"));
        assertThat(history)
                .extracting(Change::what)
                .containsExactly(Change.What.RETIRED, Change.What.CHANGED, Change.What.ADDED);
        assertThat(history).extracting(Change::who).containsExactly("cy", "ben", "ann");
        assertThat(history.get(1).before()).containsEntry("name", "Paint HIST");
        assertThat(history.get(1).after()).containsEntry("name", "New");
        assertThat(history.get(2).before()).isEmpty();
        assertThat(history.getFirst().at()).isEqualTo(TestCouncil.FRIDAY);
    }

    @Test
    void whatIsRetiredCanBeRestoredButNotChosen() {
        var blue = done(add(COLOURS, "code", "NAVY", "name", "Navy"));
        var paint = done(add(PAINTS, "code", "BOAT", "name", "Boat", "colour", "NAVY"));
        var retired = done(council.within(() -> settings.retire(COLOURS, "NAVY", blue.version(), "ann")));
        assertThat(retired.isRetired()).isTrue();
        assertThat(problems(add(PAINTS, "code", "SHIP", "name", "Ship", "colour", "NAVY")))
                .isEqualTo("colour choice");
        assertThat(problems(council.within(() -> settings.change(
                        PAINTS, "BOAT", paint.version(), answers("name", "Boats", "colour", "NAVY"), "ann"))))
                .isEqualTo("Done");
        assertThat(done(council.within(() -> settings.restore(COLOURS, "NAVY", retired.version(), "ann")))
                        .isRetired())
                .isFalse();
    }

    @Test
    void whatIsNotThereIsNotThere() {
        assertThat(council.within(() -> settings.change(PAINTS, "NONE", 1, answers("name", "N"), "ann")))
                .isEqualTo(new Saved.NotThere());
        assertThat(council.within(() -> settings.get(PAINTS, "not a key!"))).isEmpty();
        assertThat(council.within(() -> settings.get(PRICES, "A~yesterday"))).isEmpty();
    }

    @Test
    void aDatedEntryHoldsUntilTheNext() {
        add(PRICES, "paint", "OAK", "from_day", "2026-01-01", "price", "1.00");
        add(PRICES, "paint", "OAK", "from_day", "2026-06-01", "price", "2.00");
        add(PRICES, "paint", "ASH", "from_day", "2026-03-01", "price", "3.00");
        assertThat(asAt("2026-05-31")).containsExactly("ASH~2026-03-01", "OAK~2026-01-01");
        assertThat(asAt("2026-06-01")).containsExactly("ASH~2026-03-01", "OAK~2026-06-01");
        assertThat(asAt("2025-12-31")).isEmpty();
    }

    private static List<String> asAt(String day) {
        return council.within(() -> settings.asAt(PRICES, LocalDate.parse(day))).stream()
                .map(Entry::key)
                .toList();
    }

    @Test
    void whatGoesOutComesInUnchanged() {
        add(PAINTS, "code", "CSV1", "name", "=cmd()", "notes", "a, \"b\"\nc", "price", "9.99", "colour", "RED");
        var retired = added("CSV2");
        council.within(() -> settings.retire(PAINTS, "CSV2", retired.version(), "ann"));
        var before = council.within(() -> settings.list(PAINTS));
        var out = council.within(() -> files.out(PAINTS));
        assertThat(out).contains("'=cmd()");
        var in = council.within(() -> files.in(PAINTS, new StringReader(out), "ben"));
        assertThat(in).isEqualTo(new BroughtIn(true, 0, 0, before.size(), List.of()));
        assertThat(council.within(() -> settings.list(PAINTS))).isEqualTo(before);
    }

    @Test
    void aFileIsKeptWholeOrNotAtAll() {
        var in = council.within(() ->
                files.in(PAINTS, new StringReader("code,name,price\nF1,Fine,1.00\nF2,,1.00\nF3,Fine,x\n"), "ann"));
        assertThat(in.kept()).isFalse();
        assertThat(in.problems())
                .containsExactly(
                        new BroughtIn.RowProblem(3, "name", "", both("Enter name", "Enw: rhowch ateb")),
                        new BroughtIn.RowProblem(
                                4,
                                "price",
                                "x",
                                both(
                                        "Price must be an amount of money, like 99.50",
                                        "Pris: dylai’r ateb fod ar y ffurf hon: swm o arian, fel 99.50")));
        assertThat(council.within(() -> settings.get(PAINTS, "F1"))).isEmpty();
    }

    @Test
    void aFileChangesOnlyTheColumnsItHas() {
        done(add(PAINTS, "code", "PART", "name", "Part", "price", "5.00"));
        var in = council.within(
                () -> files.in(PAINTS, new StringReader("\uFEFFcode,name,retired\nPART,Whole,yes\n"), "ann"));
        assertThat(in).isEqualTo(new BroughtIn(true, 0, 1, 0, List.of()));
        assertThat(council.within(() -> settings.get(PAINTS, "PART"))).hasValueSatisfying(entry -> {
            assertThat(entry.value("name")).isEqualTo("Whole");
            assertThat(entry.value("price")).isEqualTo("5.00");
            assertThat(entry.isRetired()).isTrue();
        });
    }

    @Test
    void aFileThatIsNotOneIsRefusedInWords() {
        assertThat(refusal("")).isEqualTo("The file is empty");
        assertThat(refusal("code,colours\n")).startsWith("There is no such column");
        assertThat(refusal("name\nx\n")).isEqualTo("The column is missing");
        assertThat(refusal("code,name,name\n")).isEqualTo("A column is there twice");
        assertThat(refusal("code,name\nA\n")).isEqualTo("The row has 1 columns, the heading has 2");
        assertThat(refusal("code,name\nA,\"B\n")).isEqualTo("The file is not well-formed CSV");
        assertThat(refusal("code,name,retired\nA1,B,perhaps\n")).isEqualTo("Must be yes or no");
    }

    private static String refusal(String file) {
        return council.within(() -> files.in(PAINTS, new StringReader(file), "ann"))
                .problems()
                .getFirst()
                .problem()
                .english();
    }

    @Test
    void othersAreToldOfAChange() {
        events.clear();
        added("TELL");
        assertThat(events).containsExactly(new ReferenceDataChanged("settings_paint"));
    }

    private static String recipe(String code) {
        return council.within(() -> settings.secret(PAINTS, code, "recipe")).orElse("");
    }

    private static String keptRecipe(String code) {
        return council.within(() -> council.db
                .sql("select recipe from settings_paint where code = '%s'".formatted(code))
                .query(String.class)
                .single());
    }

    @Test
    void aSecretIsOpenedForTheRoomThatNeedsItAndSeenNowhereElse() {
        var added = done(add(PAINTS, "code", "SEC", "name", "Secret", "recipe", "linseed and lead"));
        assertThat(recipe("SEC")).isEqualTo("linseed and lead");
        assertThat(added.value("recipe")).isEqualTo(Kind.KEPT);
        assertThat(keptRecipe("SEC")).isNotEmpty().doesNotContain("linseed");

        var again = done(council.within(() ->
                settings.change(PAINTS, "SEC", added.version(), answers("name", "Secret", "recipe", "poppy"), "ann")));
        assertThat(recipe("SEC")).isEqualTo("poppy");
        assertThat(council.within(() -> settings.history(PAINTS, "SEC"))).allSatisfy(change -> {
            assertThat(change.before().toString()).doesNotContain("linseed", "poppy", keptRecipe("SEC"));
            assertThat(change.after().toString()).doesNotContain("linseed", "poppy", keptRecipe("SEC"));
        });
        assertThat(council.within(() -> settings.history(PAINTS, "SEC"))
                        .getFirst()
                        .after())
                .containsEntry("recipe", Change.ANEW);
        assertThat(council.within(() -> files.out(PAINTS))).doesNotContain("recipe", "poppy", keptRecipe("SEC"));

        var named = done(council.within(
                () -> settings.change(PAINTS, "SEC", again.version(), answers("name", "Named anew"), "ann")));
        assertThat(recipe("SEC")).as("left blank, it stays").isEqualTo("poppy");
        assertThat(named.value("recipe")).isEqualTo(Kind.KEPT);
    }

    @Test
    void aSecretOpensOnlyWhereItWasSealed() {
        done(add(PAINTS, "code", "SEC1", "name", "One", "recipe", "first"));
        done(add(PAINTS, "code", "SEC2", "name", "Two", "recipe", "second"));
        council.within(() -> council.db
                .sql("update settings_paint set recipe = (select recipe from settings_paint where code = 'SEC1')"
                        + " where code = 'SEC2'")
                .update());
        assertThatThrownBy(() -> recipe("SEC2")).hasMessageContaining("does not open");
    }

    @Test
    void whatRefersToAnEntryIsTold() {
        done(add(COLOURS, "code", "TEAL", "name", "Teal"));
        done(add(PAINTS, "code", "TEAL1", "name", "Teal one", "colour", "TEAL"));
        assertThat(council.within(() -> settings.uses(COLOURS, "TEAL")))
                .containsExactly(Use.of(both("paints", "paentiau"), 1, "/office/settings/paints?only=colour%3ATEAL"));
        assertThat(council.within(() -> settings.uses(COLOURS, "RED2"))).isEmpty();
    }

    @Test
    void whatHoldsAnEntryKeepsItFromBeingRetired() {
        var held = added("HELD");
        var seen = added("SEEN");
        assertThat(council.within(() -> settings.retire(PAINTS, "HELD", held.version(), "ann")))
                .isEqualTo(new Saved.StillUsed(
                        List.of(Use.of(both("Walls", "Waliau"), 3, "/walls").holding())));
        assertThat(council.within(() -> settings.get(PAINTS, "HELD"))).contains(held);
        assertThat(done(council.within(() -> settings.retire(PAINTS, "SEEN", seen.version(), "ann")))
                        .isRetired())
                .isTrue();
        var file = council.within(() -> files.in(PAINTS, new StringReader("code,retired\nHELD,yes\n"), "ann"));
        assertThat(file.kept()).isFalse();
        assertThat(file.problems().getFirst().problem().english()).contains("Walls");
    }

    @Test
    void aPreviewChangesNothingAndWhatItShowedIsWhatIsDone() {
        var known = done(add(PAINTS, "code", "PRE1", "name", "One", "price", "1.00"));
        done(add(PAINTS, "code", "PRE2", "name", "Two"));
        var file = "code,name,price\nPRE1,One,2.50\nPRE2,Two,\nPRE3,Three,3\n";
        var preview = council.within(() -> files.preview(PAINTS, file, "ann"));

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.unchanged()).isEqualTo(1);
        assertThat(preview.differences()).hasSize(2);
        assertThat(preview.differences().getFirst().before()).contains(known);
        assertThat(preview.differences().getFirst().after().value("price")).isEqualTo("2.50");
        assertThat(preview.differences().getLast().before()).isEmpty();
        assertThat(council.within(() -> settings.get(PAINTS, "PRE1"))).contains(known);
        assertThat(council.within(() -> settings.get(PAINTS, "PRE3"))).isEmpty();

        var applied = council.within(() -> files.carry(PAINTS, file, preview.state(), By.one("ann")));
        assertThat(applied).isEqualTo(new Applied.Done(new BroughtIn(true, 1, 1, 1, List.of())));
        assertThat(council.within(() -> settings.get(PAINTS, "PRE3"))).isPresent();
    }

    @Test
    void aPreviewThatWasOvertakenIsRefusedAndShownAnew() {
        var known = done(add(PAINTS, "code", "OVER", "name", "One"));
        var file = "code,name\nOVER,Mine\n";
        var preview = council.within(() -> files.preview(PAINTS, file, "ann"));
        done(council.within(() -> settings.change(PAINTS, "OVER", known.version(), answers("name", "Theirs"), "ben")));

        var applied = council.within(() -> files.carry(PAINTS, file, preview.state(), By.one("ann")));
        assertThat(applied)
                .isInstanceOfSatisfying(
                        Applied.Overtaken.class,
                        overtaken -> assertThat(overtaken
                                        .now()
                                        .differences()
                                        .getFirst()
                                        .before()
                                        .orElseThrow()
                                        .value("name"))
                                .isEqualTo("Theirs"));
        assertThat(council.within(() -> settings.get(PAINTS, "OVER"))
                        .orElseThrow()
                        .value("name"))
                .isEqualTo("Theirs");
        var other = council.within(() -> files.carry(PAINTS, file + "OVER2,More\n", preview.state(), By.one("ann")));
        assertThat(other).as("another file than was shown").isInstanceOf(Applied.Overtaken.class);
    }

    @Test
    void ofTwoWhoConfirmTheSamePreviewOneIsTooLate() throws Exception {
        var file = "code,name\nTWO1,One\nTWO2,Two\n";
        var preview = council.within(() -> files.preview(PAINTS, file, "ann"));
        Callable<Applied> call = () -> council.within(() -> files.carry(PAINTS, file, preview.state(), By.one("ann")));
        try (var callers = Executors.newFixedThreadPool(2)) {
            var answers = callers.invokeAll(List.of(call, call)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(Applied.Done.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Applied.Overtaken.class::isInstance).hasSize(1);
        }
        assertThat(council.within(() -> settings.history(PAINTS, "TWO1"))).hasSize(1);
    }

    @Test
    void anEntryIsInAFileOnce() {
        assertThat(refusal("code,name\nTW,A\nTW,B\n")).isEqualTo("It is in the file twice");
    }

    @Test
    void whoDidWhatIsInTheAuditTrailToo() {
        var entry = added("AUD");
        done(council.within(() -> settings.change(PAINTS, "AUD", entry.version(), answers("name", "New"), "ben")));
        var noted = council.within(() -> council.db
                .sql("select who || ' ' || did || ' ' || detail from audit_event where subject = 'settings_paint:AUD'"
                        + " order by id")
                .query(String.class)
                .list());
        assertThat(noted).containsExactly("ann settings.added ", "ben settings.changed name");
    }
}
