package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Where colleagues sign in with a directory of the council's own, whoever was invited is sent there and chooses no
/// password.
@ExtendWith(Stage.class)
class JoinByDirectoryTest {
    @Test
    void whoeverIsInvitedIsSentToTheDirectory(Stage stage) throws SQLException {
        var email = "joins-" + ThreadLocalRandom.current().nextInt(1_000_000) + "@demo.example";
        var ada = stage.visitor().signsIn("admin");
        ada.looksAt("/office/people/invite")
                .fills("name", "Gwen Newydd")
                .fills("email", email)
                .ticks("role", "cashier")
                .sends("/invite");
        var link = ComingInTest.letter(stage, email, "/office/join/");
        asOwner(stage, """
                insert into council_demo.directory_provider
                       (code, name, issuer, client_id, client_secret, groups_claim, address_claim, vouches, domains, open)
                values ('staff', 'Staff directory', 'https://directory.example', 'ims', '', 'groups', 'email', true,
                        'demo.example', true)
                """);
        asOwner(stage, """
                insert into council_demo.directory_rule (from_day, passwords_off, second_factor, reason)
                values (current_date, true, false, 'Everybody has the directory')
                """);
        try {
            for (var gwen :
                    List.of(stage.visitor(), stage.visitorWithoutScript(), stage.visitorInWelshOnANarrowPhone())) {
                isSentThere(gwen, link);
            }
        } finally {
            asOwner(stage, "delete from council_demo.directory_rule where reason = 'Everybody has the directory'");
            asOwner(stage, "delete from council_demo.directory_provider where code = 'staff'");
        }
        untilThereIs(stage.visitor(), link, "main [name=wanted]");
    }

    private static void isSentThere(Visitor gwen, String link) {
        untilThereIs(gwen, link, "main a[href='/office/sign-in/with/staff']");
        gwen.examine();
        assertThat(gwen.page().locator("main [name=wanted]")).hasCount(0);
    }

    /// What a council decides about signing in is known everywhere within seconds.
    private static void untilThereIs(Visitor visitor, String link, String what) {
        for (int tries = 0; tries < 60; tries++) {
            visitor.looksAt(link);
            if (visitor.page().locator(what).count() > 0) {
                return;
            }
            visitor.page().waitForTimeout(250);
        }
        throw new AssertionError("No %s at %s".formatted(what, link));
    }

    private static void asOwner(Stage stage, String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(stage.databaseUrl());
                var statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
