package localgov.ims.settings;

import static localgov.ims.settings.Phrase.both;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import localgov.ims.TestCouncil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Entries are added, changed, retired and brought back as their type says.
class SettingsTest extends PaintShop {
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

    @Test
    void othersAreToldOfAChange() {
        events.clear();
        added("TELL");
        assertThat(events).containsExactly(new ReferenceDataChanged("settings_paint"));
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

    /// What cannot be written down is not done: the change and its note in the audit are one.
    @Test
    void aChangeThatTheAuditCannotTakeIsNotMade() {
        added("FULL");
        council.owner().sql("""
                create function council_aldermere.no_more() returns trigger language plpgsql as
                  $$ begin raise 'The audit is full'; end $$;
                create trigger no_more before insert on council_aldermere.audit_event
                  execute function council_aldermere.no_more()
                """).update();
        try {
            assertThatThrownBy(() -> add(PAINTS, "code", "MORE", "name", "Not written down"))
                    .hasMessageContaining("The audit is full");
            assertThatThrownBy(() -> council.within(() -> settings.retire(PAINTS, "FULL", 1, "ann")))
                    .hasMessageContaining("The audit is full");
        } finally {
            council.owner()
                    .sql("drop function council_aldermere.no_more() cascade")
                    .update();
        }
        assertThat(council.within(() -> settings.get(PAINTS, "MORE"))).isEmpty();
        assertThat(council.within(() -> settings.get(PAINTS, "FULL")))
                .hasValueSatisfying(entry -> assertThat(entry.isRetired()).isFalse());
        assertThat(council.within(() -> settings.history(PAINTS, "FULL"))).hasSize(1);
    }
}
