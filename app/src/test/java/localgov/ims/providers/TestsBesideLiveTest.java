package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Once a council takes real money, no fund goes to an account for tests.
@WithCouncil
class TestsBesideLiveTest {
    @Autowired
    Settings settings;

    @Autowired
    Providers providers;

    @Autowired
    JdbcClient db;

    @Autowired
    DemoCatalogue catalogue;

    private TestsBesideLive inProduction;

    @BeforeEach
    void aCouncil() {
        inProduction = new TestsBesideLive(db, false);
        within(() -> {
            catalogue.load();
            settings.list(ProvidersData.FUNDS).stream()
                    .filter(entry -> !entry.isRetired())
                    .forEach(entry -> settings.retire(ProvidersData.FUNDS, entry.key(), entry.version(), "system"));
            db.sql("update providers_account set takes_other_funds = false, retired_at = now()")
                    .update();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private static Map<String, String> account(String code, String mode, boolean others) {
        return new HashMap<>(Map.of(
                "code",
                code,
                "name",
                code,
                "provider",
                "GOVUK_PAY",
                "mode",
                mode,
                "api_key",
                mode.equals("LIVE") ? "api_live_" + code : "api_test_" + code,
                "open",
                "yes",
                "takes_other_funds",
                others ? "yes" : "no"));
    }

    private void there(Map<String, String> account) {
        assertThat(within(() -> settings.add(ProvidersData.ACCOUNTS, account, "system")))
                .isInstanceOf(Saved.Done.class);
    }

    private void goesTo(String fund, String account) {
        var answers = Map.of("fund", fund, "account", account);
        assertThat(within(() -> settings.add(ProvidersData.FUNDS, answers, "system")))
                .isInstanceOf(Saved.Done.class);
    }

    private List<String> wrong(String type, Map<String, String> answers) {
        return within(() -> inProduction.to(type, answers)).map(Problem::column).stream()
                .toList();
    }

    private List<String> wrongAccount(Map<String, String> answers) {
        return wrong(ProvidersData.ACCOUNTS.slug(), answers);
    }

    @Test
    void untilThereIsALiveAccountEverythingMayBeTriedOut() {
        assertThat(wrongAccount(account("try-1", "TEST", true))).isEmpty();
        there(account("try-1", "TEST", true));
        goesTo("GW", "try-1");
        assertThat(wrong(ProvidersData.FUNDS.slug(), Map.of("fund", "11", "account", "try-1")))
                .isEmpty();
    }

    @Test
    void besideALiveAccountOneForTestsTakesNoFunds() {
        there(account("live-2", "LIVE", true));
        assertThat(wrongAccount(account("try-2", "TEST", true))).containsExactly("takes_other_funds");
        assertThat(wrongAccount(account("try-2", "TEST", false))).isEmpty();
        there(account("try-2", "TEST", false));
        assertThat(wrong(ProvidersData.FUNDS.slug(), Map.of("fund", "11", "account", "try-2")))
                .containsExactly("account");
        assertThat(wrong(ProvidersData.FUNDS.slug(), Map.of("fund", "11", "account", "live-2")))
                .isEmpty();
        goesTo("13", "try-2");
        assertThat(wrongAccount(account("try-2", "TEST", false))).containsExactly("mode");
    }

    @Test
    void theFirstLiveAccountIsRefusedWhileFundsGoToOneForTestsUnlessItTakesThem() {
        there(account("try-3", "TEST", true));
        assertThat(wrongAccount(account("live-3", "LIVE", false))).containsExactly("takes_other_funds");
        assertThat(wrongAccount(account("live-3", "LIVE", true))).isEmpty();
        var closed = account("live-3", "LIVE", false);
        closed.put("open", "no");
        assertThat(wrongAccount(closed)).isEmpty();
        goesTo("23", "try-3");
        assertThat(wrongAccount(account("live-3", "LIVE", true))).containsExactly("takes_other_funds");
    }

    @Test
    void inTheDemonstrationBothMayBe() {
        there(account("live-4", "LIVE", false));
        assertThat(within(() -> new TestsBesideLive(db, true)
                        .to(ProvidersData.ACCOUNTS.slug(), account("try-4", "TEST", true))))
                .isEmpty();
        assertThat(within(() -> providers.isRealMoneyTaken())).isFalse();
        assertThat(within(() -> inProduction.isRealMoneyTaken())).isTrue();
    }

    @Test
    void whatWasWrittenDownBeforeTakesNothingBesideALiveOne() {
        there(account("try-5", "TEST", true));
        assertThat(within(() -> inProduction.stops(ProviderAccount.Mode.TEST, "try-5")))
                .isFalse();
        there(account("live-5", "LIVE", false));
        assertThat(within(() -> inProduction.stops(ProviderAccount.Mode.TEST, "try-5")))
                .isTrue();
        assertThat(within(() -> inProduction.stops(ProviderAccount.Mode.LIVE, "live-5")))
                .isFalse();
        var hosts = new ProviderHosts("", false);
        var store = new ProviderAccountStore(db, settings, hosts, inProduction);
        assertThat(within(() -> store.find("try-5")).orElseThrow().takesPayments())
                .isFalse();
        assertThat(within(() -> store.find("live-5")).orElseThrow().takesPayments())
                .isTrue();
    }
}
