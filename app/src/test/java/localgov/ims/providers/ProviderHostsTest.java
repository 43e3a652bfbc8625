package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An account at a provider is no way into the network that the system stands in.
@WithCouncil
class ProviderHostsTest {
    private static final ProviderHosts IN_PRODUCTION = new ProviderHosts("", false);

    @Autowired
    Settings settings;

    @Autowired
    Providers providers;

    @Autowired
    JdbcClient db;

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private static Map<String, String> account(String code, String address) {
        return new HashMap<>(Map.of(
                "code", code,
                "name", "Cards",
                "provider", "GOVUK_PAY",
                "mode", "TEST",
                "address", address,
                "api_key", "api_test_key",
                "open", "yes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest",
                "http://localhost:5432",
                "http://127.0.0.1:9000",
                "https://127.0.0.1",
                "https://10.0.0.7",
                "https://2130706433",
                "https://0x7f000001",
                "https://publicapi.payments.service.gov.uk.evil.example",
                "https://evil-publicapi.payments.service.gov.uk",
                "https://payments.service.gov.uk",
                "https://evil.example/publicapi.payments.service.gov.uk",
                "https://publicapi.payments.service.gov.uk@evil.example",
                "https://user@publicapi.payments.service.gov.uk",
                "https://publicapi.payments.service.gov.uk.",
                "https:publicapi.payments.service.gov.uk"
            })
    void nothingElseIsAProvider(String address) {
        assertThat(IN_PRODUCTION.isKnown(URI.create(address))).isFalse();
    }

    @Test
    void aProviderIsAtItsOwnHostOrWhereTheOperatorSays() {
        assertThat(IN_PRODUCTION.isKnown(URI.create("https://PublicAPI.payments.service.gov.uk/v1")))
                .isTrue();
        assertThat(IN_PRODUCTION.isKnown(URI.create("https://apitest.cybersource.com")))
                .isTrue();
        var named = new ProviderHosts("pay.internal.example, Other.example", false);
        assertThat(named.isKnown(URI.create("https://pay.internal.example:8443/api")))
                .isTrue();
        assertThat(named.isKnown(URI.create("https://other.example"))).isTrue();
    }

    @Test
    void nobodyNamesAnotherHostInASetting() {
        assertThat(within(() ->
                        settings.add(ProvidersData.ACCOUNTS, account("inside", "https://evil.example"), "system")))
                .isInstanceOfSatisfying(
                        Saved.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::column)
                                .containsExactly("address"));
    }

    /// Payers are sent there with a form that is signed.
    @Test
    void norAnotherHostForThePageThatTakesAForm() {
        var form = account("form", "");
        form.put("provider", "SMARTPAY_FUSE");
        form.put("page", "https://evil.example/pay");
        assertThat(IN_PRODUCTION.to(ProvidersData.ACCOUNTS.slug(), form))
                .hasValueSatisfying(problem -> assertThat(problem.column()).isEqualTo(ProvidersData.PAGE));
        form.put("page", "https://testsecureacceptance.cybersource.com/pay");
        assertThat(IN_PRODUCTION.to(ProvidersData.ACCOUNTS.slug(), form)).isEmpty();
        assertThat(IN_PRODUCTION.isKnown(atPage("https://evil.example/pay"))).isFalse();
        assertThat(IN_PRODUCTION.isKnown(atPage("https://testsecureacceptance.cybersource.com/pay")))
                .isTrue();
    }

    private static ProviderAccount atPage(String page) {
        return new ProviderAccount(
                        "form",
                        "Cards",
                        ProviderAccount.Kind.SMARTPAY_FUSE,
                        URI.create("https://apitest.cybersource.com"),
                        new Secret("key"),
                        new Secret("secret"))
                .with(new ProviderAccount.Merchant("1", "2", "3", "4", URI.create(page), false));
    }

    @Test
    void anAccountThatLiesElsewhereAllTheSameIsNotSpokenTo() {
        assertThat(within(() -> settings.add(
                        ProvidersData.ACCOUNTS,
                        account("moved", "https://publicapi.payments.service.gov.uk"),
                        "system")))
                .isInstanceOf(Saved.Done.class);
        assertThat(within(() -> providers.card("moved"))).isPresent();
        within(() -> db.sql("update providers_account set address = 'https://evil.example' where code = 'moved'")
                .update());
        assertThat(within(() -> providers.card("moved"))).isEmpty();
    }
}
