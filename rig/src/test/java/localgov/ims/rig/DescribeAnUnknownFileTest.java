package localgov.ims.rig;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A file comes that nobody has described. Ann describes it from its own page, Ben agrees, and its lines are posted.
@ExtendWith(Stage.class)
class DescribeAnUnknownFileTest {
    private static final AtomicInteger POUNDS = new AtomicInteger(1_201);

    @TempDir
    Path folder;

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor), Named.of("without script", Stage::visitorWithoutScript));
    }

    /// A day of which no other file brought lines: what another description brought of the same day is for people.
    private static String day(int number) {
        return DateTimeFormatter.ofPattern("dd/MM/uuuu")
                .format(LocalDate.of(2025, 1, 1).plusDays(number % 300));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void anUnknownFileIsDescribedAgreedToAndPosted(Function<Stage, Visitor> somebody, Stage stage) throws IOException {
        int pounds = POUNDS.getAndAdd(2);
        var name = "town-bills-" + pounds;
        var file = Files.writeString(folder.resolve(name + ".csv"), """
                Settled %1$d;Who;Bill;Came to %1$d
                %3$s;Ann Mills;774952620;%1$d.00
                %3$s;Ben Ward;NO BILL;%2$d.00
                """.formatted(pounds, pounds + 1, day(pounds)));
        var ann = somebody.apply(stage).signsIn("finance").opens("/office/imports", "Imports");
        ann.page().locator("input[type=file]").setInputFiles(file);
        ann.presses("Hand in").sees(name + ".csv");
        PlaywrightAssertions.assertThat(ann.page().getByText("so nothing of it is in the book"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        var unknown = ann.path();
        ann.follows("Describe this file").sees("Describe a file").reads("2 entries are read.");
        ann.picks("payer", "Who")
                .fills("code", "Not a code")
                .presses("Save")
                .isTold("Enter a code of up to 41 small letters, digits and hyphens");
        ann.isTold("Choose where the money of this file is");
        ann.fills("code", name)
                .ticks("money", "bank")
                .picks("reference", "Bill")
                .presses("Show what it reads")
                .sees("Describe a file");
        ann.reads("774952620").presses("Save").sees("File descriptions").reads("A second person has been asked");

        var ben = somebody.apply(stage).signsIn("approver").opens("/office/approvals", "What needs two people");
        ben.page().locator("main a:has-text('" + name + "')").first().click();
        ben.decides("approve").examine();

        long tax = stage.credits("fund:23");
        ann.looksAt("/office/imports/descriptions").reads(name);
        ann.looksAt(unknown).presses("Read it again");
        PlaywrightAssertions.assertThat(ann.page().getByText("Every line of it is accounted for."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        org.assertj.core.api.Assertions.assertThat(stage.credits("fund:23") - tax)
                .isEqualTo(pounds * 100L);
        stage.lawsHold();
    }
}
