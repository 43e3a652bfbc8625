package localgov.ims.rig;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is set up about signing in, at a desk, on a phone and without scripts.
@ExtendWith(Stage.class)
class SignInPagesTest {
    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("at a desk", Stage::visitor),
                Named.of("on a phone", Stage::visitorOnAPhone),
                Named.of("without script", Stage::visitorWithoutScript));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void theyHoldWhatEveryPageMust(Function<Stage, Visitor> somebody, Stage stage) {
        var ada = somebody.apply(stage);
        ada.opens("/office/sign-in", "Sign in").presses("Sign in").isTold("Enter your email address");
        ada.types("Email address", "admin@demo.example")
                .types("Password", "demo-demo-demo")
                .presses("Sign in");
        ada.opens("/office/people/groups", "Groups and roles").reads("No group has a role yet.");
        ada.opens("/office/people/groups/add", "Give a group a role");
        ada.presses("Ask a colleague to agree").isTold("Enter the group as the directory says it");
        ada.opens("/office/people/emergencies", "Emergency sign-ins");
        ada.opens("/office/settings/directories", "Directories");
        ada.opens("/office/settings/directories/add", "Add: ");
        ada.opens("/office/settings/sign-in-rules", "Sign-in rules");
        ada.opens("/office/settings/emergency-people", "Emergency people");
        ada.opens("/office/messages", "Messages that have not arrived");
        ada.opens("/office/me/passkeys", "Passkeys");
        ada.opens("/office/me/second-factor", "One more thing");
        ada.opens("/office/me/proved", "Thank you");
        ada.opens("/office/sign-in/back?code=1&state=2", "Start again");
        ada.opens("/office/people/groups?lang=cy", "Grwpiau a rolau");
        ada.opens("/office/people/emergencies", "Mewngofnodi mewn argyfwng");
        ada.opens("/office/messages", "Negeseuon nad ydynt wedi cyrraedd");
        ada.opens("/office/me/passkeys", "Goriadau pas");
        ada.opens("/office/me/second-factor", "Un peth arall");
        ada.opens("/office?lang=en", "Today");
    }
}
