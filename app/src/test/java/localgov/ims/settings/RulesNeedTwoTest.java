package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Request;
import localgov.ims.people.SignedInAs;
import localgov.ims.rules.Rules;
import localgov.ims.rules.TestRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A rule is written by one person and approved by another, refused where it could only go wrong, and
/// says itself as a sentence.
class RulesNeedTwoTest extends SettingsOffice {
    private static final String ADD = "/office/settings/recognition-rules/add";

    @Autowired
    Rules rules;

    private ReferenceData data() {
        return settings.type("recognition-rules").orElseThrow();
    }

    private static Map<String, String> rule(String code, Map<String, String> more) {
        var answers = new HashMap<>(Map.of(
                "code", code,
                "name", "Rule " + code,
                "position", "500",
                "condition", "text contains \"" + code + "\"",
                "action", "PLACE",
                "fund", "13",
                "account_from", "FIXED",
                "account", "80000000017"));
        answers.putAll(more);
        return answers;
    }

    private List<Request> waiting(String code) {
        return within(() -> settings.waiting(data(), code));
    }

    private boolean decides(String text) {
        return within(() -> rules.now().decide(TestRules.line(text))) != null;
    }

    @Test
    void aRuleDecidesOnceASecondPersonApproves() {
        assertThat(house.send(house.page(ADD), rule("alone", Map.of()))).hasStatus(303);
        assertThat(decides("ALONE")).isFalse();
        var request = waiting("alone").getFirst();
        assertThat(approve(request, "admin@demo.example")).isNotInstanceOf(Approval.Approved.class);
        assertThat(decides("ALONE")).isFalse();
        assertThat(approve(request, "approver@demo.example")).isInstanceOf(Approval.Approved.class);
        assertThat(decides("ALONE")).isTrue();

        var entry = within(() -> settings.get(data(), "alone")).orElseThrow();
        assertThat(house.page("/office/settings/recognition-rules/entries/alone")
                        .text())
                .contains("If the text contains “alone”, then post it to Miscellaneous income, account 80000000017.");
        var retiring = within(() -> settings.retire(
                data(),
                "alone",
                entry.version(),
                people.find("admin@demo.example").orElseThrow()));
        assertThat(retiring).isInstanceOf(Saved.Waiting.class);
        assertThat(decides("ALONE")).isTrue();
        assertThat(approve(waiting("alone").getFirst(), "approver@demo.example"))
                .isInstanceOf(Approval.Approved.class);
        assertThat(decides("ALONE")).isFalse();
    }

    @Test
    void ofTwoWhoApproveAtOnceOneIsLate() throws Exception {
        assertThat(house.send(house.page(ADD), rule("twice", Map.of()))).hasStatus(303);
        var request = waiting("twice").getFirst();
        Callable<Approval> call = () -> approve(request, "approver@demo.example");
        try (var callers = Executors.newFixedThreadPool(2)) {
            var answers = callers.invokeAll(List.of(call, call)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).hasAtLeastOneElementOfType(Approval.Approved.class);
            assertThat(answers).hasAtLeastOneElementOfType(Approval.TooLate.class);
        }
        assertThat(within(() -> settings.get(data(), "twice")).orElseThrow().version())
                .isEqualTo(1);
    }

    @Test
    void whatCouldOnlyGoWrongIsRefusedAtItsField() {
        refused("condition", Map.of("condition", "text contains RENT"));
        refused("condition", Map.of("condition", "text matches \"(A{99}){99}\""));
        refused("fund", Map.of("fund", ""));
        refused("account", Map.of("account", ""));
        refused("account", Map.of("account", "1"));
        refused("account_from", Map.of("account_from", "PATTERN", "account", ""));
        refused("vat_code", Map.of("fund", "23", "account", "774952620", "vat_code", "S"));
        refused("method", Map.of("action", "SETTLE", "fund", "", "account_from", "", "account", ""));
        refused("fund", Map.of("action", "IGNORE", "reason", "Never"));
        refused("reason", Map.of("action", "SUSPEND", "fund", "", "account_from", "", "account", ""));
        refused(
                "ends_on-day",
                Map.of(
                        "starts_on-day",
                        "2",
                        "starts_on-month",
                        "4",
                        "starts_on-year",
                        "2026",
                        "ends_on-day",
                        "1",
                        "ends_on-month",
                        "4",
                        "ends_on-year",
                        "2026"));
        assertThat(waiting("wrong")).isEmpty();
    }

    private void refused(String field, Map<String, String> answers) {
        var refused = house.send(house.page(ADD), rule("wrong", answers));
        assertThat(refused).as(answers.toString()).hasStatus(422);
        assertThat(page(refused).select(".govuk-error-summary a").eachAttr("href"))
                .as(answers.toString())
                .contains("#" + field);
    }

    @Test
    void aRuleIsTriedOnTextsBeforeItIsSaved() {
        var answers = rule(
                "tried",
                Map.of(
                        "condition", "text contains \"RENT\" and amount at-least \"10.00\"",
                        "try-samples",
                                "Rent for May | 12.00\nRent | 9.99\nRates | 12.00\nRent 4111 1111 1111 1111 | much"));
        var tried = page(house.post(ADD + "/try", answers));
        assertThat(tried.select("[data-try-said]").text())
                .isEqualTo("If the text contains “RENT” and the amount is £10.00 or more, then post it to Miscellaneous"
                        + " income, account 80000000017.");
        assertThat(tried.select("[data-try-samples] .govuk-tag").eachText())
                .containsExactly("Holds", "Does not hold", "Does not hold", "Does not hold");
        assertThat(tried.select("[data-try-samples]").text())
                .contains("post this line to Miscellaneous income, account 80000000017")
                .contains("Write the amount like 120.00")
                .doesNotContain("4111 1111 1111");
        assertThat(waiting("tried")).isEmpty();
    }

    @Test
    void whoeverMayNotChangeSettingsWritesNoRule() {
        var cashier = new SettingsPagesHouse(mvc, SignedInAs.cashier());
        assertThat(cashier.post(ADD, rule("forbidden", Map.of()))).hasStatus(403);
        assertThat(waiting("forbidden")).isEmpty();
    }
}
