package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A colleague brings account holders in by a file, adds one and corrects it, and makes a link for a letter.
@ExtendWith(Stage.class)
class KeepAccountsTest {
    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("without script", Stage::visitorWithoutScript),
                Named.of("in Welsh on a narrow phone", Stage::visitorInWelshOnANarrowPhone));
    }

    private static String fresh() {
        return "GW" + ThreadLocalRandom.current().nextInt(800_000, 900_000);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void holdersAreBroughtInAddedAndCorrected(Function<Stage, Visitor> somebody, Stage stage) {
        var ann = somebody.apply(stage).signsIn("finance").looksAt("/office/accounts");
        ann.looksAt("/office/accounts/load").sends("/load").isToldOfErrors();
        chooses(ann, "fund,number,name\nGW," + fresh() + ",Bo Green\nGW,12,Nobody\n");
        ann.sends("/load").isToldOfErrors();
        assertThat(ann.page().locator(".ims-problems")).containsText("12");
        chooses(ann, "fund,number,name\nGW," + fresh() + ",Bo Green\n");
        ann.sends("/load").examine();
        assertThat(ann.page().locator("#outcome")).isVisible();

        var number = fresh();
        ann.looksAt("/office/accounts/add").sends("/add").isToldOfErrors();
        ann.page().locator("select[name=fund]").selectOption("GW");
        ann.fills("number", number)
                .fills("name", "Gwen Bin")
                .fills("balance_pounds", "much")
                .sends("/add");
        ann.isToldOfErrors();
        ann.fills("balance_pounds", "45.50").sends("/add").examine();
        assertThat(ann.page().locator("h1")).hasText("Gwen Bin");
        var account = ann.page().url().replaceAll("^https?://[^/]+", "").replaceAll("\\?.*", "");
        ann.looksAt(account + "/change")
                .fills("name", "Gwen Binns")
                .sends("/change")
                .examine();
        assertThat(ann.page().locator("h1")).hasText("Gwen Binns");
    }

    private static void chooses(Visitor ann, String csv) {
        ann.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("holders.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aLetterGetsALinkForABillThatNoAccountIsKeptOf(Function<Stage, Visitor> somebody, Stage stage) {
        var ann = somebody.apply(stage).signsIn("cashier");
        ann.looksAt("/office/pay-link").sends("/pay-link").isToldOfErrors();
        ann.page().locator("select[name=fund]").selectOption("11");
        ann.fills("reference", "BJ99518408").sends("/pay-link").isToldOfErrors();
        ann.fills("reference", "BJ 9951 8409")
                .fills("amount", "35")
                .sends("/pay-link")
                .examine();
        assertThat(ann.page().locator("p.ims-code")).containsText("fund=11&reference=BJ99518409&amount=35.00");
    }
}
