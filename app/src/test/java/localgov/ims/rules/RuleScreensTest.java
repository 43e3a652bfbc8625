package localgov.ims.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.SignedInAs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Putting a condition together with nothing but a form and its buttons, and the list of rules in their order.
@WithCouncil
class RuleScreensTest {
    private static final String WHEN = "/office/rules/when";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private static Document page(MvcTestResult reply) {
        try {
            var page = Jsoup.parse(reply.getResponse().getContentAsString());
            assertThat(page.select("h1")).hasSize(1);
            return page;
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult post(String address, Map<String, String> fields, RequestPostProcessor who) {
        var request = mvc.post().uri(address).with(who).with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    /// The form with these answers and one button pressed.
    private MvcTestResult press(Document page, String button, Map<String, String> typed) {
        var form = page.expectFirst("main form[method=post]");
        assertThat(form.select("button[name=do]").eachAttr("value")).contains(button);
        var fields = new LinkedHashMap<String, String>();
        form.select("input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        form.select("select[name]").forEach(field -> {
            var chosen = field.selectFirst("option[selected]");
            fields.put(
                    field.attr("name"),
                    chosen == null ? field.expectFirst("option").val() : chosen.val());
        });
        fields.putAll(typed);
        fields.put("do", button);
        return post(form.attr("action"), fields, SignedInAs.admin());
    }

    @Test
    void aConditionIsPutTogetherWithButtonsAlone() {
        var page = page(get(WHEN, SignedInAs.admin()));
        page = page(press(page, "add:0", Map.of("subject-1", "text", "operator-1", "contains", "values-1", "RENT")));
        page = page(press(
                page,
                "group:0",
                Map.of("subject-2", "amount", "operator-2", "between", "values-2", "10 | 500.00", "not-2", "not")));
        page = page(press(page, "add:3", Map.of("subject-4", "payer", "operator-4", "is", "values-4", "DWP")));
        assertThat(page.expectFirst("#values-2").val()).isEqualTo("10 | 500.00");
        page = page(press(page, "down:4", Map.of("subject-5", "code", "operator-5", "one-of", "values-5", "93 | 82")));
        assertThat(page.expectFirst("#values-4").val()).isEqualTo("93 | 82");
        assertThat(page.expectFirst("#values-5").val()).isEqualTo("DWP");
        page = page(press(page, "up:3", Map.of()));
        page = page(press(page, "next", Map.of()));
        assertThat(page.select(".govuk-inset-text").text())
                .isEqualTo(
                        "If the text contains “RENT” and (the bank’s code is one of “93” or “82” or the payer’s name is"
                                + " “DWP”) and the amount is not between £10.00 and £500.00.");
        assertThat(page.expectFirst("input[name=condition]").val())
                .isEqualTo("text contains \"RENT\" and (code one-of \"93\" \"82\" or payer is \"DWP\")"
                        + " and not amount between \"10\" \"500.00\"");

        var fields = new LinkedHashMap<String, String>();
        page.select("main form input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        var form = page(post(page.expectFirst("main form").attr("action"), fields, SignedInAs.admin()));
        assertThat(form.expectFirst("textarea[name=condition]").val()).contains("one-of \"93\" \"82\"");
    }

    @Test
    void whatIsRemovedIsGoneWithAllThatStandsInIt() {
        var page = page(get(WHEN, SignedInAs.admin()));
        page = page(press(page, "group:0", Map.of("values-1", "ONE")));
        page = page(press(page, "add:2", Map.of("values-3", "TWO")));
        page = page(press(page, "remove:2", Map.of("values-4", "THREE")));
        assertThat(page.select("fieldset[id^=row-]")).hasSize(2);
        assertThat(page.expectFirst("#values-1").val()).isEqualTo("ONE");
    }

    @Test
    void whatIsWrongIsSaidAtItsRowAndKept() {
        var page = page(get(WHEN, SignedInAs.admin()));
        page = page(press(page, "add:0", Map.of("values-1", "RENT")));
        var refused = press(page, "next", Map.of("subject-2", "amount", "operator-2", "contains", "values-2", "5"));
        assertThat(refused).hasStatus(422);
        page = page(refused);
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#values-2");
        assertThat(page.expectFirst("#values-2").val()).isEqualTo("5");
        page = page(press(page, "remove:2", Map.of()));
        refused = press(page(press(page, "remove:1", Map.of())), "next", Map.of());
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#join-0");
    }

    @Test
    void aFormThatMakesNoSenseIsAnEmptyOne() {
        var reply = post(WHEN, Map.of("level-0", "7", "join-0", "all", "do", "up:99"), SignedInAs.admin());
        assertThat(page(reply).select("fieldset[id^=row-]")).hasSize(2);
    }

    @Test
    void aRuleThatIsThereOpensAsItIs() {
        var page = page(get(WHEN + "?rule=card-payouts", SignedInAs.admin()));
        assertThat(page.expectFirst("#values-1").val()).isEqualTo("GOVUKPAY PAYOUT");
        page = page(press(page, "next", Map.of()));
        assertThat(page.expectFirst("main form").attr("action"))
                .isEqualTo("/office/settings/recognition-rules/entries/card-payouts/change/rows");
        assertThat(page.expectFirst("input[name=method]").val()).isEqualTo("card");
        var fields = new LinkedHashMap<String, String>();
        page.select("main form input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        assertThat(page(post(page.expectFirst("main form").attr("action"), fields, SignedInAs.admin()))
                        .text())
                .contains("it settles what was taken by Card online");
        assertThat(get(WHEN + "?rule=no-such", SignedInAs.admin())).hasStatus(404);
    }

    /// A rule for these tests alone; written again, it is the next version.
    private void ownRule(String condition) {
        within(() -> db.sql("""
                insert into rules_rule (code, name, position, condition, action, account, narrative, reason, owner, goes_first)
                values ('own', 'Own', 900, :condition, 'SUSPEND', '', '', 'Look', '', false)
                on conflict (code) do update
                   set condition = excluded.condition, version = rules_rule.version + 1
                """).param("condition", condition).update());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not (payer is \"A\" or payer is \"B\")",
                "not (payer is \"A\" and (text contains \"X\" or not text contains \"Y\"))",
                "not payer is \"A\"",
                "payer is \"A\" or payer is \"B\"",
                "text one-of \"A|B\" \"C\"",
                "text one-of \"|A\" \"B|\" \"C||D\"",
                "text matches \" (A|B) \"",
            })
    void aRuleThatIsOpenedAndFinishedSaysWhatItSaid(String condition) {
        ownRule(condition);
        var page = page(get(WHEN + "?rule=own", SignedInAs.admin()));
        var then = page(press(page, "next", Map.of()));
        var said = then.expectFirst("input[name=condition]").val();
        assertThat(ConditionText.condition(said)).isEqualTo(ConditionText.condition(condition));
        assertThat(ConditionText.condition(said)).isPresent();
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsShownBeforeItIsOverwritten() {
        ownRule("payer is \"CAL\"");
        var opened = page(get(WHEN + "?rule=own", SignedInAs.admin()));
        ownRule("payer is \"BEN\"");
        var then = page(press(opened, "next", Map.of("values-1", "ANN")));
        var fields = new LinkedHashMap<String, String>();
        then.select("main form input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        assertThat(fields.get("was-condition")).contains("CAL");
        var form = then.expectFirst("main form").attr("action");
        var saved = post(form.replace("/change/rows", "/change"), fields, SignedInAs.admin());
        assertThat(saved.getResponse().getStatus()).isNotEqualTo(303);
        assertThat(page(saved).text()).contains("BEN").contains("ANN");
    }

    @Test
    void theListSaysWhatEachRuleDecided() {
        within(() -> db.sql("""
                insert into imports_line (import, place, entry, part, line, pence, booked_on, credit, outcome, bank_account, code,
                                          rule, because, payer, reference, said)
                select gen_random_uuid(), place, place, 0, place, 100, :day, true, case place when 1 then 'SUSPENSE' else 'SETTLED' end,
                       'main', '', 'rule:card-payouts', '1|Card payouts|', '', '', ''
                  from generate_series(1, 3) place
                """)
                .param("day", localgov.ims.kernel.London.dayOf(java.time.Instant.now()))
                .update());
        var rows = page(get("/office/rules", SignedInAs.auditor())).select("tbody tr");
        assertThat(rows.getFirst().text())
                .contains("Card provider’s payouts")
                .contains(
                        "If the bank’s other text starts with “GOVUKPAY PAYOUT” and the money came in, then it settles")
                .endsWith("Lines decided 3 Of these in suspense 1");
        assertThat(rows.get(1).text()).endsWith("Lines decided 0 Of these in suspense 0");
    }

    @Test
    void aRuleThatCannotBeReadIsShownAndTheOthersDecide() {
        var before = page(get("/office/rules", SignedInAs.auditor()));
        assertThat(before.select(".govuk-warning-text")).isEmpty();
        ownRule("payer sounds-like \"BEN\"");
        within(() -> db.sql("update rules_rule set retired_at = null where code = 'own'")
                .update());
        var shown = page(get("/office/rules", SignedInAs.auditor()));
        assertThat(shown.select(".govuk-warning-text").text()).contains("decide nothing");
        assertThat(shown.select(".govuk-warning-text + ul a").eachText()).containsExactly("Own");
        assertThat(shown.select("tbody tr").eachText()).anyMatch(row -> row.contains("Card provider’s payouts"));
        assertThat(get(shown.expectFirst(".govuk-warning-text + ul a").attr("href"), SignedInAs.auditor()))
                .hasStatusOk();
        within(() -> db.sql("update rules_rule set condition = 'payer is \"BEN\"' where code = 'own'")
                .update());
    }

    @Test
    void whoeverMayNotChangeSettingsIsKeptOut() {
        assertThat(get("/office/rules", SignedInAs.cashier())).hasStatus(403);
        assertThat(get(WHEN, SignedInAs.auditor())).hasStatus(403);
        assertThat(post(WHEN, Map.of("do", "next"), SignedInAs.auditor())).hasStatus(403);
        assertThat(page(get("/office/rules", SignedInAs.auditor())).select("a[href*=when]"))
                .isEmpty();
    }
}
