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

/// Somebody is on the telephone; a colleague looks their account up, in either language.
@ExtendWith(Stage.class)
class LookUpAnAccountTest {
    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor), Named.of("without script", Stage::visitorWithoutScript));
    }

    private static Visitor signedIn(Visitor somebody) {
        return somebody.opens("/office", "Sign in")
                .types("Email address", "cashier@demo.example")
                .types("Password", "demo-demo-demo")
                .presses("Sign in")
                .sees("Today");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void anAccountIsFoundByItsHolderAndNoAddressNamesThem(Function<Stage, Visitor> somebody, Stage stage) {
        var ann = signedIn(somebody.apply(stage)).opens("/office/accounts", "Accounts");
        ann.presses("Find accounts").isTold("Enter a number, name, address or postcode");
        ann.types("Find an account", "Cy Pays").presses("Find accounts").sees("Accounts");
        assertThat(ann.page().url()).doesNotContainIgnoringCase("pays");
        ann.follows("Cy Pays").sees("Cy Pays").reads("What was paid");
        assertThat(ann.page().url()).matches(".*/office/accounts/\\d+\\?search=[0-9a-f]+");
        ann.follows("Back").sees("Accounts");
        assertThat(ann.page().getByLabel("Find an account")).hasValue("Cy Pays");
    }

    @Test
    void accountsAreSuggestedWhileSomebodyTypesAndTheKeyboardIsEnough(Stage stage) {
        var ann = signedIn(stage.visitor()).opens("/office/accounts", "Accounts");
        ann.tabsTo("Find an account").keys("alderbrook ba");
        assertThat(ann.page().locator(".autocomplete__option")).containsText("Alderbrook Bakery");
        ann.examine();
        ann.page().keyboard().press("ArrowDown");
        ann.enter().sees("Alderbrook Bakery");
        assertThat(ann.page().url()).matches(".*/office/accounts/\\d+");
    }

    @Test
    void theAccountFitsAPhoneInBothLanguages(Stage stage) {
        var ann = signedIn(stage.visitorOnAPhone()).opens("/office/accounts", "Accounts");
        ann.tabsTo("Find an account").keys("774952620").enter();
        ann.sees("Cy Pays")
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cymraeg"))
                .click();
        ann.sees("Cy Pays").reads("Beth a dalwyd");
        ann.tabsTo("Dewislen").enter();
        ann.follows("Derbynebau").sees("Derbynebau");
    }

    @Test
    void theKeysAreShownOverThePageButNotWhileSomebodyTypes(Stage stage) {
        var ann = signedIn(stage.visitor()).opens("/office/receipts", "Receipts");
        var keys = ann.page().getByRole(AriaRole.DIALOG);
        ann.page().getByLabel("Find a receipt").press("?");
        assertThat(keys).isHidden();
        assertThat(ann.page().getByLabel("Find a receipt")).hasValue("?");
        ann.page().getByLabel("Find a receipt").blur();
        ann.page().keyboard().press("?");
        assertThat(keys).isVisible();
        assertThat(keys).containsText("Go to the search box");
        ann.examine();
        ann.page().keyboard().press("Escape");
        assertThat(keys).isHidden();
        ann.opens("/office/keys", "Keyboard shortcuts").presses("Turn them off");
        ann.opens("/office/receipts", "Receipts").page().keyboard().press("?");
        assertThat(keys).isHidden();
    }
}
