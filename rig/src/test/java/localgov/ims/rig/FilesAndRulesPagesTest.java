package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages about files that are to come, where they come from, and what is made of them.
@ExtendWith(Stage.class)
class FilesAndRulesPagesTest {
    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("without script", Stage::visitorWithoutScript),
                Named.of("in Welsh on a narrow phone", Stage::visitorInWelshOnANarrowPhone));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aPlaceOfFilesIsLookedAtAndTried(Function<Stage, Visitor> somebody, Stage stage) {
        var ann = somebody.apply(stage).signsIn("finance");
        ann.looksAt("/office/arrivals");
        ann.looksAt(ann.link("/office/arrivals/"));
        ann.sends("/look").examine();
        ann.sends("/attempt").examine();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void theCalendarOfFilesIsRead(Function<Stage, Visitor> somebody, Stage stage) {
        var ann = somebody.apply(stage).signsIn("finance");
        ann.looksAt("/office/expected");
        assertThat(ann.page().locator(".ims-calendar tbody tr").first()).isVisible();
        ann.looksAt("/office/expected/bank-morning/" + wednesdayAfter(LocalDate.now(ZoneId.of("Europe/London"))));
        ann.looksAt("/office/expected").looksAt(ann.link("?month="));
    }

    /// The banks' holidays are seldom on one.
    private static LocalDate wednesdayAfter(LocalDate day) {
        return day.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void descriptionsOfFilesAreRead(Function<Stage, Visitor> somebody, Stage stage) {
        var ann = somebody.apply(stage).signsIn("finance");
        ann.looksAt("/office/imports/descriptions");
        ann.looksAt(ann.link("/office/imports/descriptions/of/"));
        ann.looksAt("/office/imports/descriptions/new").sends("/new").isToldOfErrors();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void rulesAreReadAndBegun(Function<Stage, Visitor> somebody, Stage stage) {
        var ada = somebody.apply(stage).signsIn("admin");
        ada.looksAt("/office/rules").looksAt("/office/rules/tried").looksAt("/office/rules/proposed");
        ada.looksAt("/office/rules/when");
        var goOn = ada.page().locator("main button[value=next]").last();
        ada.page().waitForNavigation(goOn::click);
        ada.isToldOfErrors();
        ada.looksAt("/office/reference-formats/check").looksAt("/office/laws");
    }
}
