package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a council writes down about its account with a provider of either kind.
@WithCouncil
class ProviderAccountsTest {
    @Autowired
    Settings settings;

    @Autowired
    Providers providers;

    @Autowired
    JdbcClient db;

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private static Map<String, String> byForm(String code) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("code", code),
                Map.entry("name", "Market"),
                Map.entry("provider", "SMARTPAY_FUSE"),
                Map.entry("mode", "LIVE"),
                Map.entry("merchant", "aldermere_1"),
                Map.entry("key_number", "08c94330-f618-42a3-b09d-e1e43be5efda"),
                Map.entry("profile", "A1B2-C3"),
                Map.entry("access_key", "0123456789abcdef"),
                Map.entry("api_key", "c2hhcmVkIHNlY3JldA=="),
                Map.entry("webhook_secret", "profile-secret-canary"),
                Map.entry("open", "yes")));
    }

    private java.util.List<String> wrong(Map<String, String> answers) {
        return within(() -> settings.problems(ProvidersData.ACCOUNTS, answers)).stream()
                .map(Problem::column)
                .toList();
    }

    private Saved add(Map<String, String> answers) {
        return within(() -> settings.add(ProvidersData.ACCOUNTS, answers, "system"));
    }

    @Test
    void anAccountOfTheSecondKindIsWrittenDownAndItsSecretsAreLocked() {
        assertThat(add(byForm("market"))).isInstanceOf(Saved.Done.class);
        var provider = within(() -> providers.card("market")).orElseThrow();
        assertThat(provider.pretends()).isFalse();
        assertThat(provider.capabilities()).isEqualTo(Set.of(Capability.REFUND));
        assertThat(within(() -> settings.get(ProvidersData.ACCOUNTS, "market"))
                        .orElseThrow()
                        .values()
                        .toString())
                .doesNotContain("canary", "c2hhcmVk");
        assertThat(within(() -> db.sql("""
                        select count(*) as found
                          from providers_account account
                         where account::text like '%canary%'
                            or account::text like '%c2hhcmVk%'
                        """).query(Long.class).single())).isZero();
    }

    @Test
    void whatAFormNeedsIsGivenWhole() {
        for (var column : java.util.List.of("merchant", "key_number", "profile", "access_key")) {
            var answers = byForm("not-whole");
            answers.remove(column);
            assertThat(wrong(answers)).as(column).containsExactly(column);
        }
        var elsewhere = byForm("pay");
        elsewhere.keySet().removeAll(Set.of("merchant", "key_number", "profile", "access_key"));
        elsewhere.put("provider", "GOVUK_PAY");
        elsewhere.put("api_key", "api_live_key");
        assertThat(wrong(elsewhere)).isEmpty();
    }

    @Test
    void theMostItTakesIsNotLessThanTheLeast() {
        var answers = byForm("bounds");
        answers.putAll(Map.of("least", "0.30", "most", "0.29"));
        assertThat(wrong(answers)).containsExactly("most");
        answers.putAll(Map.of("least", "", "most", "0"));
        assertThat(wrong(answers)).containsExactly("most");
        answers.putAll(Map.of("least", "0.30", "most", "0.30"));
        assertThat(wrong(answers)).isEmpty();
    }

    @Test
    void aLiveAccountIsNotAtAnAddressForTests() {
        var answers = byForm("mistaken");
        answers.put("address", "https://apitest.cybersource.com");
        assertThat(wrong(answers)).containsExactly("address");
        answers.put("address", "https://api.cybersource.com");
        answers.put("page", "https://testsecureacceptance.cybersource.com/pay");
        assertThat(wrong(answers)).containsExactly("page");
        answers.put("mode", "TEST");
        assertThat(wrong(answers)).isEmpty();
    }

    @Test
    void withoutASecretNoPaymentGoesThere() {
        for (var secret : java.util.List.of("api_key", "webhook_secret")) {
            var answers = byForm("without-" + secret.replace('_', '-'));
            answers.put(secret, "");
            answers.put("takes_other_funds", "yes");
            assertThat(add(answers)).isInstanceOf(Saved.Done.class);
            assertThat(within(() -> providers.destination(Set.of("11")))).isEqualTo(new Destination.Nowhere());
        }
        var whole = byForm("whole");
        whole.put("takes_other_funds", "yes");
        assertThat(add(whole)).isInstanceOf(Saved.Done.class);
        assertThat(within(() -> providers.destination(Set.of("11")))).isInstanceOf(Destination.One.class);
    }
}
