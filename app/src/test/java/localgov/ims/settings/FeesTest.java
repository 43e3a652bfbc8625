package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import localgov.ims.approvals.Approval;
import localgov.ims.catalogue.Fee;
import localgov.ims.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What methods of payment cost, as it is written down and read.
class FeesTest extends SettingsOffice {
    @Test
    void aMethodSaysWhatItCostsTodayInBothLanguages() {
        var path = "/office/settings/methods-of-payment/entries/card";
        assertThat(house.page(path).select(".govuk-inset-text").text())
                .contains(
                        "A payment of £10.00 costs £0.19, one of £100.00 costs £1.45 and one of £1,000.00 costs £14.05.")
                .contains("The council bears it: Miscellaneous income, account 80000000017.");
        assertThat(house.page(path + "?lang=cy").select(".govuk-inset-text").text())
                .contains("Mae taliad o £10.00 yn costio £0.19");
        house.page(path + "?lang=en");
        assertThat(house.page("/office/settings/methods-of-payment/entries/cash")
                        .select(".govuk-inset-text"))
                .isEmpty();
        assertThat(house.page("/office/settings/fees/entries/card~2024-04-01")
                        .select(".govuk-inset-text")
                        .text())
                .as("what it came to then")
                .contains("one of £100.00 costs £1.30");
    }

    private Map<String, String> cash() {
        return new HashMap<>(Map.of(
                "method", "cash",
                "from_day-day", "1",
                "from_day-month", "4",
                "from_day-year", "2026",
                "fixed", "0.30",
                "borne", "RECHARGED",
                "fund", "13",
                "account", "80000000017",
                "vat_code", "E"));
    }

    @ParameterizedTest
    @CsvSource({
        "fixed,'',basis_points",
        "fund,'',fund",
        "account,'',account",
        "vat_code,'',vat_code",
        "borne,NOT_BOOKED,fund",
        "method,card,borne",
        "method,card-staff,borne",
        "method,bank,borne",
        "method,direct-debit,borne",
        "method,paypoint,borne",
        "borne,'',borne",
        "account,NO-SUCH-ACCOUNT,account",
        "account,800 0000 0017,account",
        "basis_points,101,basis_points"
    })
    void whatDoesNotHoldTogetherIsRefusedAtItsField(String column, String answer, String at) {
        var answers = cash();
        answers.put(column, answer);
        var refused = house.send(house.page("/office/settings/fees/add"), answers);
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select(".govuk-error-summary a").attr("href")).isEqualTo("#" + at);
    }

    @Test
    void whoeverPaysIsNotChargedOnceTheMethodIsOfAnotherKind() {
        var answers = cash();
        answers.put("method", "cheque");
        assertThat(house.send(house.page("/office/settings/fees/add"), answers)).hasStatus(303);
        var fees = settings.type("fees").orElseThrow();
        approve(within(() -> settings.waiting(fees, "cheque~2026-04-01")).getFirst(), "approver@demo.example");
        assertThat(house.page("/office/settings/methods-of-payment/entries/cheque")
                        .select(".govuk-inset-text")
                        .text())
                .contains("A payment of £10.00 costs £0.30", "Whoever pays bears it", "Miscellaneous income");
        assertThat(house.page("/office/settings/methods-of-payment/entries/cheque?lang=cy")
                        .select(".govuk-inset-text")
                        .text())
                .contains("Y sawl sy’n talu sy’n talu amdano");
        house.page("/office/settings?lang=en");
        var refused = house.send(
                house.page("/office/settings/methods-of-payment/entries/cheque/change"), Map.of("kind", "BANK"));
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select(".govuk-error-summary a").attr("href")).isEqualTo("#kind");
    }

    @Test
    void nobodyAloneSaysWhoseMoneyPaysForAMethod() {
        var fees = settings.type("fees").orElseThrow();
        assertThat(house.send(house.page("/office/settings/fees/add"), cash())).hasStatus(303);
        var day = java.time.LocalDate.of(2026, 11, 21);
        assertThat(within(() -> catalogue.now().fee("cash", day))).isEmpty();
        var request = within(() -> settings.waiting(fees, "cash~2026-04-01")).getFirst();
        assertThat(approve(request, "admin@demo.example")).isNotInstanceOf(Approval.Approved.class);
        assertThat(approve(request, "approver@demo.example")).isInstanceOf(Approval.Approved.class);
        assertThat(within(() -> catalogue.now().fee("cash", day)).map(Fee::fixed))
                .contains(Money.pence(30));
        assertThat(within(() -> catalogue.now().fee("cash", java.time.LocalDate.of(2026, 3, 31))))
                .as("before it begins")
                .isEmpty();
    }
}
