package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody's computer keeps a passkey, and from then on they sign in with a finger.
@ExtendWith(Stage.class)
class PasskeyTest {
    /// A fingerprint reader that says yes.
    private static void reader(Page page) {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        var devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        devices.send("WebAuthn.addVirtualAuthenticator", wanted);
    }

    @Test
    void aPasskeyIsMadeAndThenSignsInWithNothingTyped(Stage stage) {
        var sam = stage.visitor();
        reader(sam.page());
        sam.opens("/office/sign-in", "Sign in")
                .types("Email address", "service@demo.example")
                .types("Password", "demo-demo-demo")
                .presses("Sign in");
        sam.opens("/office/me/passkeys", "Passkeys").reads("You have no passkey yet.");
        sam.types("Name", "Work laptop").presses("Add a passkey");
        sam.reads("Work laptop has been added.").sees("Passkeys");
        sam.types("Name", "The same again").presses("Add a passkey").reads("That device has a passkey here already");

        sam.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .first()
                .click();
        sam.sees("Sign in").presses("Sign in with a passkey");
        sam.page().waitForURL("**/office");
        sam.opens("/office/me", "Your account").reads("Passkey");
    }

    @Test
    void withoutScriptNobodyIsOfferedWhatCannotWork(Stage stage) {
        var olu = stage.visitorWithoutScript();
        olu.opens("/office/sign-in", "Sign in");
        assertThat(olu.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in with a passkey")))
                .hasCount(0);
        olu.types("Email address", "auditor@demo.example")
                .types("Password", "demo-demo-demo")
                .presses("Sign in");
        olu.opens("/office/me/passkeys", "Passkeys").reads("Passkeys need a recent browser with JavaScript.");
    }
}
