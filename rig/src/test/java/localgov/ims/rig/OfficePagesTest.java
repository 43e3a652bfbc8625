package localgov.ims.rig;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Those who look after settings, people and approvals come through every state that their pages have: with a script,
/// without one, and in Welsh on the narrowest screen. Every page is examined on the way.
@ExtendWith(Stage.class)
class OfficePagesTest {
    static Stream<Named<Function<Stage, Visitor>>> everybody() {
        return Stream.of(
                Named.of("with script", Stage::visitor),
                Named.of("without script", Stage::visitorWithoutScript),
                Named.of("in Welsh on a narrow phone", Stage::visitorInWelshOnANarrowPhone));
    }

    private static String fresh() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36), 36);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void anEntryIsAddedChangedByTwoAtOnceRetiredAndBroughtBack(Function<Stage, Visitor> somebody, Stage stage) {
        var list = "/office/settings/offices";
        var code = "Z" + fresh().toUpperCase(Locale.ROOT);
        var entry = list + "/entries/" + code;
        var ada = somebody.apply(stage).signsIn("admin");
        ada.looksAt("/office/settings").looksAt(list).looksAt(list + "?q=nothing-like-that");
        ada.looksAt(list + "/add").sends("/add").isToldOfErrors();
        ada.fills("code", code).fills("name", "Kiosk " + code).sends("/add").examine();
        assertThat(ada.path()).contains(code);

        ada.looksAt(entry + "/change").fills("name", "").sends("/change").isToldOfErrors();
        ada.looksAt(entry + "/change").fills("name", "Mine " + code);
        var ben = stage.visitor().signsIn("admin");
        ben.looksAt(entry + "/change").fills("name", "Theirs " + code).sends("/change");
        ada.sends("/change").reads("Theirs " + code).examine();
        ada.saves();
        ada.looksAt(entry);

        ada.looksAt(entry + "/retire").sends("/retire").examine();
        ada.looksAt(list + "?show=retired").looksAt(entry);
        ada.looksAt(entry + "/restore").sends("/restore").examine();
        ada.looksAt("/office/settings/vat-codes/entries/S").looksAt("/office/settings/vat-codes/entries/S/retire");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aFileIsLookedAtBeforeItIsBroughtIn(Function<Stage, Visitor> somebody, Stage stage) {
        var upload = "/office/settings/offices/upload";
        var code = "F" + fresh().toUpperCase(Locale.ROOT);
        var ada = somebody.apply(stage).signsIn("admin");
        ada.looksAt(upload).sends("/upload").isToldOfErrors();
        handsIn(ada, "code,name\n" + code + ",Filed\nS,\n");
        assertThat(ada.page().locator("main table tbody tr")).hasCount(1);
        ada.examine();
        handsIn(ada, "code,name\n" + code + ",Filed\n");
        ada.examine();
        ada.sends("/confirm").examine();
        ada.looksAt("/office/settings/offices/entries/" + code);
    }

    private static void handsIn(Visitor ada, String csv) {
        ada.page()
                .locator("main input[type=file]")
                .setInputFiles(new FilePayload("offices.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        ada.sends("/upload");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void colleaguesRolesAndKeysAreLookedAfter(Function<Stage, Visitor> somebody, Stage stage) {
        var name = "Desk " + fresh();
        var ada = somebody.apply(stage).signsIn("admin");
        ada.looksAt("/office/people").looksAt("/office/people?q=nobody-is-called-this");
        ada.looksAt("/office/people?q=cashier");
        var cashier = ada.link("/office/people/0");
        ada.looksAt(cashier);
        ada.looksAt(cashier + "/roles/add").sends("/roles/add").isToldOfErrors();
        ada.ticks("role", "recovery-officer").sends("/roles/add").examine();
        ada.looksAt(cashier + "/leave").looksAt(ada.path());
        ada.looksAt(cashier).looksAt(ada.link("/take"));

        ada.looksAt("/office/people/roles").looksAt("/office/people/roles/cashier");
        ada.looksAt("/office/people/roles/cashier/retire").sends("/retire").examine();
        ada.looksAt("/office/people/roles/add").sends("/roles/add").isToldOfErrors();
        ada.fills("name", name)
                .fills("name-cy", name)
                .fills("sentence", "Takes payments.")
                .fills("sentence-cy", "Yn derbyn taliadau.")
                .ticks("may", "TAKE_PAYMENTS")
                .sends("/roles/add")
                .reads(name)
                .examine();

        ada.looksAt("/office/people/keys/add").sends("/keys/add").isToldOfErrors();
        ada.fills("name", name)
                .ticks("may", "SEE_RECEIPTS")
                .sends("/keys/add")
                .reads(name)
                .examine();
        ada.looksAt("/office/people/keys").looksAt(ada.linkSaying(name));
        ada.looksAt(ada.link("/withdraw")).sends("/withdraw").examine();
        ada.looksAt("/office/people/matrix");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void oneAsksAndAnotherDecides(Function<Stage, Visitor> somebody, Stage stage) {
        var ada = stage.visitor().signsIn("admin");
        var first = asksForARole(ada);
        var second = asksForARole(ada);
        ada.looksAt(first);
        assertThat(ada.page().locator("main button[value=approve]")).hasCount(0);
        ada.looksAt("/office/approvals?show=asked");

        var ann = somebody.apply(stage).signsIn("finance");
        ann.looksAt("/office/approvals").looksAt(first);
        ann.decides("decline").isToldOfErrors();
        ann.fills("reason", "Not now").decides("decline").examine();
        var ben = stage.visitor().signsIn("approver");
        ben.looksAt("/office/approvals");
        ann.looksAt(second);
        ada.looksAt(second).decides("withdraw").examine();
        ann.decides("approve").examine();
        assertThat(ann.page().locator("main")).containsText("Ada");
        var third = asksForARole(ada);
        ann.looksAt(third).decides("approve").examine();
        ann.looksAt("/office/approvals?show=closed").looksAt(third);
        ada.looksAt("/office/approvals/limits").looksAt("/office/approvals/limits/suspense.allocation");
        ada.sends("/suspense.allocation").isToldOfErrors();
    }

    /// @return where the request is
    private static String asksForARole(Visitor ada) {
        var name = "Role " + fresh();
        ada.looksAt("/office/people/roles/add");
        ada.fills("name", name)
                .fills("name-cy", name)
                .fills("sentence", "Takes payments.")
                .fills("sentence-cy", "Yn derbyn taliadau.")
                .ticks("may", "TAKE_PAYMENTS")
                .sends("/roles/add");
        ada.page().navigate("/office/approvals?show=asked");
        return ada.link("/office/approvals/0");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void somebodyStandsInForAColleague(Function<Stage, Visitor> somebody, Stage stage) {
        var ben = somebody.apply(stage).signsIn("approver");
        ben.looksAt("/office/approvals/stand-ins").sends("/stand-ins").isToldOfErrors();
        var day = java.time.LocalDate.now(java.time.ZoneId.of("Europe/London"));
        ben.fills("email", "service@demo.example");
        for (var end : new String[] {"from", "to"}) {
            ben.fills(end + "-day", Integer.toString(day.getDayOfMonth()))
                    .fills(end + "-month", Integer.toString(day.getMonthValue()))
                    .fills(end + "-year", Integer.toString(day.getYear()));
        }
        ben.sends("/stand-ins").examine();
        stage.visitor().signsIn("service").looksAt("/office/approvals");
        ben.sends("/end").examine();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void theAuditIsRead(Function<Stage, Visitor> somebody, Stage stage) {
        var auditor = somebody.apply(stage).signsIn("auditor");
        auditor.looksAt("/office/audit").looksAt(auditor.link("/office/audit/"));
        auditor.looksAt("/office/audit?who=nobody-is-called-this").looksAt("/office/audit/duties");
        auditor.page().navigate("/office/audit?from=not-a-day");
        auditor.isToldOfErrors();
        auditor.looksAt("/office/accounts");
        auditor.fills("q", "774952620").sends("/office/accounts").examine();
        auditor.looksAt(auditor.link("/office/audit?subject="));
    }

    @Test
    void thePlacesOfTheOfficeFoldAwayOnAPhone(Stage stage) {
        var ann = stage.visitorOnAPhone().signsIn("finance").opens("/office/receipts", "Receipts");
        var places = ann.page().locator(".ims-places__list");
        assertThat(places).isHidden();
        ann.tabsTo("Menu").enter();
        assertThat(places).isVisible();
        ann.examine();
        ann.follows("Accounts").sees("Accounts");
        assertThat(places).isHidden();
        assertThat(stage.visitor().signsIn("finance").page().locator(".ims-places__list"))
                .isVisible();
    }
}
