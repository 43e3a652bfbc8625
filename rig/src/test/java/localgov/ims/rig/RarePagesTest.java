package localgov.ims.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages that hardly anybody ever comes to, and then in a hurry, are examined like all others.
@ExtendWith(Stage.class)
class RarePagesTest {
    /// More wrong tries than are free.
    private static final int WRONG_TRIES = 6;

    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("in Welsh on a narrow phone", Stage::visitorInWelshOnANarrowPhone));
    }

    private static String fresh() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36), 36);
    }

    private static void asOwner(Stage stage, String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(stage.databaseUrl());
                var statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void whoeverGuessesIsToldToWait(Function<Stage, Visitor> somebody, Stage stage) {
        var guesser = somebody.apply(stage);
        var email = "guessed-" + fresh() + "@aldermere.example";
        for (int tries = 0; tries < WRONG_TRIES; tries++) {
            guesser.signsIn(email, "not this one");
        }
        assertThat(guesser.page().locator(".govuk-error-summary").textContent())
                .containsAnyOf("Too many tries", "Gormod o gynigion");
        guesser.isToldOfErrors();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void somebodyLeavesComesBackAndLosesTheirDevices(Function<Stage, Visitor> somebody, Stage stage)
            throws SQLException {
        var email = "gone-" + fresh() + "@aldermere.example";
        asOwner(stage, """
                insert into council_demo.people_person (id, email, name, password, password_changed_at, last_signed_in_at)
                values (overlay(gen_random_uuid()::text placing '0' from 1)::uuid, '%s', 'Gwen Gone', '', now(), now())
                """.formatted(email));
        var ada = somebody.apply(stage).signsIn("admin");
        ada.looksAt("/office/people?q=" + email);
        var gwen = ada.linkSaying("Gwen Gone");
        ada.looksAt(gwen + "/lost").sends("/lost").examine();
        ada.looksAt(gwen + "/leave").sends("/leave").examine();
        ada.looksAt(gwen);
        ada.looksAt(gwen + "/restore").sends("/restore").examine();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aRoleIsChangedAndAChangeThatLeavesReferencesBehindIsLookedAt(Function<Stage, Visitor> somebody, Stage stage) {
        var ada = somebody.apply(stage).signsIn("admin");
        ada.looksAt("/office/settings/reference-formats/entries/council-tax/change")
                .fills("starts", "774")
                .saves()
                .examine();
        assertThat(ada.page().locator(".ims-foreseen").count()).isPositive();
        ada.looksAt("/office/settings/funds/entries/23/change");
        ada.page().locator("main [name=format]").selectOption("business-rates");
        ada.saves().examine();
        assertThat(ada.page().locator(".ims-foreseen").count()).isPositive();
        ada.looksAt("/office/settings/funds/entries/23/retire");
        ada.looksAt("/office/settings/branding").looksAt("/office/settings/receipt-keys");
        ada.looksAt("/office/settings/vat-codes/entries/S/change")
                .fills("name", "")
                .saves()
                .isToldOfErrors();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aRequestIsNotEverybodys(Function<Stage, Visitor> somebody, Stage stage) {
        var name = "Role " + fresh();
        var ada = stage.visitor().signsIn("admin");
        ada.looksAt("/office/people/roles/add");
        ada.fills("name", name)
                .fills("name-cy", name)
                .fills("sentence", "Takes payments.")
                .fills("sentence-cy", "Yn derbyn taliadau.")
                .ticks("may", "TAKE_PAYMENTS")
                .sends("/roles/add");
        ada.page().navigate("/office/approvals?show=asked");
        var request = ada.link("/office/approvals/0");
        var cal = somebody.apply(stage).signsIn("cashier");
        cal.looksAt(request);
        assertThat(cal.page().locator("main button[value=approve]").count()).isZero();
        ada.looksAt(request).decides("withdraw").examine();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void theDirectoryFailsAndSomebodyComesInWithoutIt(Function<Stage, Visitor> somebody, Stage stage)
            throws SQLException {
        asOwner(stage, """
                insert into council_demo.directory_alert (id, person, email, signed_in_by, happened_at)
                select gen_random_uuid(), id, 'finance@demo.example', 'PASSWORD', now()
                  from council_demo.people_person
                 where email = 'finance@demo.example'
                """);
        var ada = somebody.apply(stage).signsIn("admin");
        ada.looksAt("/office").looksAt("/office/people/emergencies");
        ada.sends("/seen").examine();
        somebody.apply(stage).looksAt("/office/sign-in?emergency").looksAt("/office/join/nobody-knows-this");
    }
}
