package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An administrator tries settings out before they are saved, and changes what belongs to one on its form.
@ExtendWith(Stage.class)
class TryAFormatTest {
    private static final String PARKING = "/office/settings/reference-formats/entries/parking/change";

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

    @ParameterizedTest
    @MethodSource("everybody")
    void samplesAreTriedOutAndNothingIsSaved(Function<Stage, Visitor> somebody, Stage stage) {
        var ada = signedIn(somebody.apply(stage)).opens(PARKING, "Change Parking fine");
        ada.types("Name", "Another name")
                .types("Sample references", "BJ99518409\nBJ99518408\nKJ99518409")
                .presses("Try")
                .sees("Change Parking fine")
                .reads("The check digit is 8; it should be 9")
                .reads("Place 1 is K, where the mask has B");
        assertThat(ada.page().getByLabel("Sample references")).hasValue("BJ99518409\nBJ99518408\nKJ99518409");
        assertThat(ada.page().locator("[name=name]")).hasValue("Another name");
        ada.types("Regular expression (optional)", "(").presses("Try").sees("Change ");
        assertThat(ada.page().locator(".govuk-error-summary")).containsText("Regular expression cannot be used");
        ada.opens(PARKING, "Change Parking fine");
        assertThat(ada.page().locator("[name=name]")).hasValue("Parking fine");
    }

    @Test
    void whatComesOfItFollowsWhatIsTyped(Stage stage) {
        var ada = signedIn(stage.visitor()).opens(PARKING, "Change Parking fine");
        var result = ada.page().locator("[data-try-result]");
        ada.tabsTo("Sample references").keys("bj 9951-8408");
        assertThat(result).containsText("The check digit is 8; it should be 9");
        assertThat(ada.page().locator("[data-try-status]")).containsText("0 of 1 sample passes");
        ada.examine();
        ada.page().keyboard().press("Backspace");
        ada.keys("9");
        assertThat(result).containsText("Passes");
        assertThat(ada.page().url()).endsWith(PARKING);

        ada.opens("/office/settings/check-digits/entries/tax/change", "Change Council tax and business rates");
        ada.types("Sample references", "774952620");
        ada.page().getByText("How the check digit is worked out").first().click();
        ada.reads("The sum is 170.").examine();
    }

    @Test
    void ratesAreAddedWithoutScriptAndRetiredByKeyboardAlone(Stage stage) {
        var path = "/office/settings/vat-codes/entries/R/change";
        var ada = signedIn(stage.visitorWithoutScript()).opens(path, "Change Reduced rate");
        ada.presses("Add another: VAT rate").sees("Change Reduced rate");
        var row = "#vat-rates-1-";
        ada.page().locator(row + "from_day-day").fill("1");
        ada.page().locator(row + "from_day-month").fill("4");
        ada.page().locator(row + "from_day-year").fill("2031");
        ada.page().locator(row + "basis_points").fill("lots");
        ada.presses("Save").isTold("New VAT rate (row 2): Rate must be a percentage, like 17.5");
        ada.page().locator(row + "basis_points").fill("6");
        ada.presses("Save").sees("Reduced rate").reads("6%");

        var ben = signedIn(stage.visitor()).opens(path, "Change Reduced rate");
        ben.tabsTo("Retire: From 1 April 2031");
        ben.page().keyboard().press("Space");
        ben.enter().sees("VAT code Reduced rate");
        assertThat(ben.page().locator("tr", new Page.LocatorOptions().setHasText("1 April 2031")))
                .containsText("Retired");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void whatAChangeWouldLeaveBehindIsShownFirst(Function<Stage, Visitor> somebody, Stage stage) {
        var ada = signedIn(somebody.apply(stage))
                .opens("/office/settings/reference-formats/entries/council-tax/change", "Change Council tax account");
        ada.types("Starts with one of, with commas between (optional)", "7749").presses("Save");
        ada.sees("Change Council tax account?").reads("Accounts of Council tax that could no longer be paid");
        ada.presses("Go back to the form").sees("Change Council tax account");
        assertThat(ada.page().locator("[name=starts]")).hasValue("7749");
        ada.opens("/office/settings/reference-formats/entries/council-tax", "Council tax account");
        assertThat(ada.page().locator(".govuk-summary-list").innerText()).doesNotContain("7749");
    }

    @Test
    void itFitsAPhoneInWelsh(Stage stage) {
        var ada = signedIn(stage.visitorOnAPhone()).opens(PARKING, "Change Parking fine");
        ada.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cymraeg"))
                .click();
        ada.sees("Newid Parking fine")
                .types("Cyfeirnodau enghreifftiol", "BJ99518408")
                .presses("Rhoi cynnig arni")
                .sees("Newid Parking fine")
                .reads("Y digid gwirio yw 8; dylai fod yn 9");
        ada.opens("/office/settings/vat-codes/entries/S/change", "Newid Standard rate");
    }
}
