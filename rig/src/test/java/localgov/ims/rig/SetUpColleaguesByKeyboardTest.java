package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Roles, colleagues, what they may do and keys of programs are no reference data; Ada sets them up by
/// the keyboard alone as well.
@ExtendWith(Stage.class)
class SetUpColleaguesByKeyboardTest {
    private static final String PEOPLE = "/office/people";

    private final String name =
            "Desk " + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 24), 36);

    private static void fills(Visitor ada, String list, String form, Map<String, String> answers) {
        ada.looksAt(list);
        var keyboard = new Keyboard(ada.page());
        keyboard.follows(form);
        ada.examine();
        keyboard.answers(answers);
        assertThat(keyboard.problems()).isEmpty();
        ada.examine();
    }

    @Test
    void aRoleIsMade(Stage stage) {
        var ada = stage.visitor().signsIn("admin");
        fills(
                ada,
                PEOPLE + "/roles",
                PEOPLE + "/roles/add",
                Map.of(
                        "name", name,
                        "name-cy", name,
                        "sentence", "Takes payments.",
                        "sentence-cy", "Yn derbyn taliadau.",
                        "may", "TAKE_PAYMENTS"));
        ada.reads(name);
    }

    @Test
    void aColleagueIsInvited(Stage stage) {
        var ada = stage.visitor().signsIn("admin");
        var email = name.toLowerCase(java.util.Locale.ROOT).replace(" ", "-") + "@aldermere.example";
        fills(ada, PEOPLE, PEOPLE + "/invite", Map.of("name", name, "email", email, "role", "cashier"));
        ada.reads(name);
    }

    @Test
    void aRoleIsAskedForForAColleague(Stage stage) {
        var ada = stage.visitor().signsIn("admin");
        ada.looksAt(PEOPLE + "?q=service");
        var service = ada.link(PEOPLE + "/0");
        fills(ada, service, service + "/roles/add", Map.of("role", "cashier"));
    }

    @Test
    void aKeyIsMade(Stage stage) {
        var ada = stage.visitor().signsIn("admin");
        fills(ada, PEOPLE + "/keys", PEOPLE + "/keys/add", Map.of("name", name, "may", "SEE_RECEIPTS"));
        ada.reads("ims_");
    }
}
