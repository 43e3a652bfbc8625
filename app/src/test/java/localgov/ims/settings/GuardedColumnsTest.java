package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Request;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

/// Where a fund's money is booked changes only by two people; the rest of the fund one changes alone.
class GuardedColumnsTest extends SettingsOffice {
    private ReferenceData funds() {
        return settings.type("funds").orElseThrow();
    }

    private Entry fund(String code) {
        return within(() -> settings.get(funds(), code)).orElseThrow();
    }

    private List<Request> waiting(String code) {
        return within(() -> settings.waiting(funds(), code));
    }

    @Test
    void oneAloneChangesTheNameAndNotTheLedgerCode() {
        var path = "/office/settings/funds/entries/GW";
        var form = house.page(path + "/change");
        assertThat(form.text()).contains("needs a second person: Ledger code, Cost centre");
        assertThat(house.send(form, Map.of("name", "Green bins"))).hasStatus(303);
        assertThat(fund("GW").value("name")).isEqualTo("Green bins");

        assertThat(house.send(house.page(path + "/change"), Map.of("ledger_code", "964101", "name", "Mine")))
                .hasStatus(303);
        assertThat(fund("GW").value("ledger_code")).isEqualTo("72102210031");
        assertThat(fund("GW").value("name")).as("nothing of it is done").isEqualTo("Green bins");
        var request = waiting("GW").getFirst();
        assertThat(approve(request, "admin@demo.example")).isNotInstanceOf(Approval.Approved.class);
        assertThat(approve(request, "approver@demo.example")).isInstanceOf(Approval.Approved.class);
        assertThat(within(() -> catalogue.now().fund("GW").orElseThrow()).ledgerCode())
                .isEqualTo("964101");
    }

    @Test
    void aNewFundThatBooksSomewhereNeedsTwoAndOneThatDoesNotNeedsOne() {
        var answers = new java.util.HashMap<>(fund("PM").values());
        answers.putAll(Map.of("code", "P2", "ledger_code", "", "cost_centre", ""));
        assertThat(house.send(house.page("/office/settings/funds/add"), answers))
                .hasStatus(303);
        assertThat(fund("P2").value("ledger_code")).isEmpty();
        answers.putAll(Map.of("code", "P3", "ledger_code", "964101"));
        assertThat(house.send(house.page("/office/settings/funds/add"), answers))
                .hasStatus(303);
        assertThat(within(() -> settings.get(funds(), "P3"))).isEmpty();
        assertThat(waiting("P3")).hasSize(1);
    }

    @Test
    void aFileThatMovesALedgerCodeWaitsAndOneThatDoesNotIsBroughtIn() {
        assertThat(confirmed("code,name\nTW,Trade refuse\n")).hasStatus(303);
        assertThat(fund("TW").value("name")).isEqualTo("Trade refuse");
        assertThat(confirmed("code,ledger_code\nTW,964101\n")).hasStatus(303);
        assertThat(fund("TW").value("ledger_code")).isEqualTo("72102210044");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult confirmed(String csv) {
        var preview = mvc.post()
                .uri("/office/settings/funds/upload")
                .multipart()
                .file(new MockMultipartFile("file", "a.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(SignedInAs.admin())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(preview).hasStatusOk();
        var confirm = page(preview).expectFirst("form[action$=confirm]");
        var fields = new java.util.LinkedHashMap<String, String>();
        confirm.select("input[name], textarea[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        return house.post(confirm.attr("action"), fields);
    }

    @Test
    void aLedgerCodeThatHasEndedIsOfferedToNoFundButStaysWithTheOnesThatHaveIt() {
        var codes = settings.type("ledger-codes").orElseThrow();
        var form = house.page("/office/settings/funds/entries/RC/change");
        assertThat(form.select("select[name=ledger_code] option").eachAttr("value"))
                .contains("964101")
                .doesNotContain("72109990009");
        var refused = house.send(form, Map.of("ledger_code", "72109990009"));
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select(".govuk-error-summary a").attr("href")).isEqualTo("#ledger_code");

        var had = within(() -> settings.get(codes, "72103300012")).orElseThrow();
        assertThat(house.send(
                        house.page("/office/settings/ledger-codes/entries/72103300012/change"),
                        Map.of("until_day-day", "31", "until_day-month", "3", "until_day-year", "2025")))
                .hasStatus(303);
        assertThat(had.value("until_day")).isEmpty();
        assertThat(house.send(house.page("/office/settings/funds/entries/RC/change"), Map.of("name", "Certificates")))
                .hasStatus(303);
        assertThat(fund("RC").value("ledger_code")).isEqualTo("72103300012");
        assertThat(house.page("/office/settings/ledger-codes/entries/72103300012")
                        .text())
                .contains("Funds");
    }
}
