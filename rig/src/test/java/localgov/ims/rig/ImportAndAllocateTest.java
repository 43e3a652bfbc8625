package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Somebody in the finance office hands in the bank's file, watches it, understands a line of it and clears suspense.
@ExtendWith(Stage.class)
class ImportAndAllocateTest {
    private static final int LINES = 150_000;
    private static final int HOLDERS = 1_000;
    private static final int UNTIL_READ = 120_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor), Named.of("without script", Stage::visitorWithoutScript));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aLongFileIsWatchedUntilEveryLineIsAccountedFor(Function<Stage, Visitor> somebody, Stage stage) {
        householdsExist(stage);
        var file = folder.resolve("morning.txt");
        BankFile.write(file, new SplittableRandom().nextInt(1_000_000), DAY, LINES, HOLDERS);
        var ann = signedIn(somebody.apply(stage)).opens("/office/imports", "Imports");
        ann.presses("Hand in").isTold("Choose a file");
        ann.page().locator("input[type=file]").setInputFiles(file);
        ann.presses("Hand in");
        assertThat(ann.page().getByRole(com.microsoft.playwright.options.AriaRole.PROGRESSBAR))
                .isVisible();
        ann.sees("morning.txt");
        // The page itself looks again until there is nothing more to see.
        assertThat(ann.page().getByText("Every line of it is accounted for."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(UNTIL_READ));
        ann.sees("morning.txt").reads("150,000");
        ann.follows("In suspense").sees("Lines of morning.txt").reads("THANK YOU");
        handedInAgain(ann, file);
        stage.lawsHold();
    }

    @Test
    void aLineTellsWhatTheBankSaidAndWhyItIsWhereItIs(Stage stage) throws IOException {
        var ann = signedIn(stage.visitor());
        handIn(ann, story());
        ann.follows("See all lines").sees("Lines of story.txt");
        ann.follows("Line 4")
                .sees("in")
                .reads("“774952620”")
                .reads("Its check digit holds.")
                .reads("The account exists.");
        ann.follows("See it in the book")
                .sees("received")
                .reads("Recognised, because")
                .reads("Council tax");
        ann.follows("See the file").sees("story.txt");
    }

    @Test
    void aFileThatIsNoneIsRefusedWithItsReason(Stage stage) throws IOException {
        var ann = signedIn(stage.visitorOnAPhone());
        var file = Files.writeString(folder.resolve("letter.txt"), "Dear council,\nI paid you on Monday.\n");
        ann.opens("/office/imports", "Imports")
                .page()
                .locator("input[type=file]")
                .setInputFiles(file);
        ann.presses("Hand in");
        ann.sees("letter.txt").reads("so nothing of it is in the book");
        stage.lawsHold();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void anItemOfSuspenseIsPlacedWhereASuggestionSays(Function<Stage, Visitor> somebody, Stage stage)
            throws IOException {
        var ann = signedIn(somebody.apply(stage));
        handIn(ann, story());
        long tax = stage.credits("fund:23");
        look(ann, "774952260").follows("CY PAYS").sees("£120.00 from CY PAYS").reads("with two neighbours swapped");
        ann.tabsTo("Place £120.00 here Council tax 774952620").enter();
        ann.reads("£120.00 has been placed.").examine();
        assertThat(stage.credits("fund:23") - tax).isEqualTo(120_00);
        stage.lawsHold();
    }

    @Test
    void anItemOfSuspenseIsDividedBetweenTwoAccounts(Stage stage) throws IOException {
        var ann = signedIn(stage.visitor());
        handIn(ann, story());
        long tax = stage.credits("fund:23");
        long rents = stage.credits("fund:5");
        look(ann, "AND 61100513680").follows("CY PAYS").sees("£218.40 from CY PAYS");
        ann.presses("Add another part").sees("£218.40 from CY PAYS");
        place(ann, 1, "23", "774952620", "120.00");
        place(ann, 2, "5", BankFile.councilTax(900_001), "98.40");
        ann.presses("Place it").sees("£218.40 from CY PAYS");
        assertThat(ann.page().locator("#account-2-error")).isVisible();
        place(ann, 2, "5", "61100513680", "98.41");
        ann.presses("Place it").isTold("The amounts come to more than the £218.40 that is left");
        place(ann, 2, "5", "61100513680", "98.40");
        ann.presses("Place it").reads("£218.40 has been placed.").examine();
        assertThat(stage.credits("fund:23") - tax).isEqualTo(120_00);
        assertThat(stage.credits("fund:5") - rents).isEqualTo(98_40);
        stage.lawsHold();
    }

    @Test
    void nobodySignsInWithAWrongPasswordAndTheKeyboardIsEnough(Stage stage) {
        var somebody = stage.visitor().opens("/office", "Sign in");
        somebody.tabsTo("Email address")
                .keys("finance@demo.example")
                .tabsTo("Password")
                .keys("wrong")
                .enter();
        somebody.isTold("The email address or the password is not right");
        somebody.tabsTo("Password").keys("demo-demo-demo").enter().sees("Today");
        somebody.presses("Sign out").sees("Sign in");
        somebody.opens("/office/receipts", "Sign in");
    }

    private static Visitor signedIn(Visitor somebody) {
        return somebody.opens("/office", "Sign in")
                .types("Email address", "finance@demo.example")
                .types("Password", "demo-demo-demo")
                .presses("Sign in")
                .sees("Today");
    }

    private static void householdsExist(Stage stage) {
        var rows = IntStream.range(0, HOLDERS)
                .mapToObj(number -> "23," + BankFile.councilTax(number) + ",A Holder")
                .collect(Collectors.joining("\n"));
        assertThat(stage.api()
                        .postCsv("/api/v1/accounts", "fund,number,name\n" + rows + "\n")
                        .status())
                .isEqualTo(200);
    }

    private Path story() throws IOException {
        return Files.write(
                folder.resolve("story.txt"), new DemoFiles(DAY, List.of(), new SplittableRandom()).standard18());
    }

    private static void handIn(Visitor ann, Path file) {
        ann.opens("/office/imports", "Imports")
                .page()
                .locator("input[type=file]")
                .setInputFiles(file);
        ann.presses("Hand in");
        assertThat(ann.page().getByText("Every line of it is accounted for."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(UNTIL_READ));
        ann.sees(file.getFileName().toString());
    }

    private static void handedInAgain(Visitor ann, Path file) {
        ann.opens("/office/imports", "Imports")
                .page()
                .locator("input[type=file]")
                .setInputFiles(file);
        ann.presses("Hand in").sees("morning.txt").reads("This very file had been handed in before.");
    }

    private static Visitor look(Visitor ann, String text) {
        ann.opens("/office/suspense", "Money we could not place");
        return ann.types("Payer or text", text).presses("Show").sees("Money we could not place");
    }

    private static void place(Visitor ann, int part, String fund, String account, String amount) {
        ann.page().locator("#fund-" + part).selectOption(fund);
        ann.page().locator("#account-" + part).fill(account);
        ann.page().locator("#amount-" + part).fill(amount);
    }
}
