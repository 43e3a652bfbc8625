package localgov.ims.settings;

import static localgov.ims.settings.Phrase.both;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Reference data out as a file and in again, whole or not at all.
class SettingsFilesTest extends PaintShop {
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
}
