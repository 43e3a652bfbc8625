package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An administrator says how the council looks and what it says, and a payer sees it.
@ExtendWith(Stage.class)
class ShowTheCouncilTest {
    private static final String BRANDING = "/office/settings/branding";

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor), Named.of("without script", Stage::visitorWithoutScript));
    }

    private static Visitor signedIn(Visitor somebody) {
        return somebody.opens("/office", "Sign in")
                .types("Email address", "admin@demo.example")
                .types("Password", "demo-demo-demo")
                .presses("Sign in")
                .sees("Today");
    }

    private static String headerOf(Visitor somebody) {
        return String.valueOf(somebody.page()
                .locator(".ims-header")
                .first()
                .evaluate("header => getComputedStyle(header).backgroundColor"));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void coloursAreTriedOutBeforePayersSeeThem(Function<Stage, Visitor> somebody, Stage stage) {
        var ada = signedIn(somebody.apply(stage)).opens(BRANDING, "Logo and colours");
        var cy = stage.visitorOnAPhone().opens("/", "Pay the council");
        var usual = headerOf(cy);
        ada.types("Colour of the header", "#ffd800")
                .presses("Try them out")
                .isTold(
                        "Words of the header on its ground cannot be read: the contrast is 1.3 and must be 4.5 or more");
        ada.types("Colour of the words in the header", "#000000")
                .presses("Try them out")
                .sees("Logo and colours")
                .reads("How it would look");
        assertThat(headerOf(ada)).isEqualTo("rgb(255, 216, 0)");
        assertThat(headerOf(cy.opens("/", "Pay the council"))).isEqualTo(usual);

        ada.presses("Keep these colours").sees("Logo and colours").reads("The colours have been changed.");
        assertThat(headerOf(cy.opens("/?lang=cy", "Talu’r cyngor"))).isEqualTo("rgb(255, 216, 0)");
        ada.types("Colour of the header", "")
                .types("Colour of the words in the header", "")
                .presses("Keep these colours")
                .reads("The colours have been changed.");
        assertThat(headerOf(cy.opens("/", "Talu’r cyngor"))).isEqualTo(usual);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aLogoIsPutUpAndTakenDown(Function<Stage, Visitor> somebody, Stage stage) throws IOException {
        var ada = signedIn(somebody.apply(stage)).opens(BRANDING, "Logo and colours");
        chooses(ada, "<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ada.presses("Use this picture").isTold("This cannot be read as a picture");
        chooses(ada, picture());
        ada.presses("Use this picture").sees("Logo and colours").reads("The logo has been changed.");

        var cy = stage.visitorOnAPhone().opens("/", "Pay the council");
        var logo = cy.page().locator(".ims-header img");
        assertThat(logo).hasCount(1);
        assertThat(((Number) logo.evaluate("logo => logo.naturalWidth")).intValue())
                .isEqualTo(300);

        ada.presses("Remove the logo").sees("Logo and colours").reads("The logo has been removed.");
        assertThat(cy.opens("/", "Pay the council").page().locator(".ims-header img"))
                .hasCount(0);
    }

    private static void chooses(Visitor somebody, byte[] file) {
        somebody.page().locator("#logo").setInputFiles(new FilePayload("logo.png", "image/png", file));
    }

    private static byte[] picture() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 90, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    @Test
    void aMessageIsOnEveryPageUntilItIsRetired(Stage stage) {
        var ada = signedIn(stage.visitor()).opens("/office/settings/system-messages/add", "Add: system message");
        ada.types("Code", "cards-slow")
                .chooses("Warning")
                .chooses("To both")
                .types("Text", "Cards are slow. See [how they are](https://status.example).")
                .types("Text in Welsh", "Mae cardiau’n araf. Gweler [sut maent](https://status.example).");
        ada.page().locator("#from_day-day").fill("1");
        ada.presses("Save").isTold("From this day");
        ada.page().locator("#from_day-month").fill("1");
        ada.page().locator("#from_day-year").fill("2026");
        ada.presses("Save").sees("cards-slow").reads("Cards are slow.");

        var cy = stage.visitorOnAPhone().opens("/", "Pay the council").reads("Cards are slow.");
        cy.opens("/basket?lang=cy", "Eich basged").reads("Mae cardiau’n araf.").reads("Rhybudd");

        ada.presses("Retire").sees("Retire cards-slow");
        ada.presses("Retire").sees("cards-slow");
        assertThat(cy.opens("/", "Talu’r cyngor").page().locator(".ims-notice")).hasCount(0);
    }

    @Test
    void aTextIsInTheCouncilsOwnWordsInBothLanguages(Stage stage) {
        var ada = signedIn(stage.visitorOnAPhone()).opens("/office/settings/texts", "Texts");
        ada.follows("Write down: First page: help").sees("Add: text").reads("If you cannot find your reference");
        ada.types("Text (optional)", "Ask [our team](https://aldermere.example/team).")
                .presses("Save");
        ada.isTold("Enter text in Welsh");
        ada.types("Text in Welsh (optional)", "Gofynnwch i’n [tîm](https://aldermere.example/tim).")
                .presses("Save")
                .sees("First page: help");
        var cy = stage.visitorOnAPhone().opens("/?lang=cy", "Talu’r cyngor");
        assertThat(cy.page().locator("main a[href='https://aldermere.example/tim']"))
                .hasText("tîm");
        assertThat(cy.opens("/?lang=en", "Pay the council")
                        .page()
                        .locator("main a[href='https://aldermere.example/team']"))
                .hasText("our team");
    }
}
