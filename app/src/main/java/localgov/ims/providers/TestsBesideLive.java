package localgov.ims.providers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.platform.ImsSettings;
import localgov.ims.settings.Objection;
import localgov.ims.settings.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A council that has a live account takes real money: from then on no fund goes to an account for
/// tests, or a payer would read that a bill is paid for which no money came. Until there is a live one,
/// a council may try everything out. A demonstration has no real money at all.
@Component
class TestsBesideLive implements Objection {
    private static final String LIVE = ProviderAccount.Mode.LIVE.name();
    private static final String YES = "yes";
    private static final String OTHERS = "takes_other_funds";

    private final JdbcClient db;
    private final boolean demo;

    @Autowired
    TestsBesideLive(JdbcClient db, ImsSettings operator) {
        this(db, operator.demo());
    }

    TestsBesideLive(JdbcClient db, boolean demo) {
        this.db = db;
        this.demo = demo;
    }

    /// Whether an account takes nothing because others take real money.
    boolean stops(ProviderAccount.Mode mode, String code) {
        return !demo && mode == ProviderAccount.Mode.TEST && isLiveBeside(code);
    }

    /// Whether the council takes real money: then nothing counts that was paid at an account for tests.
    boolean isRealMoneyTaken() {
        return !demo && isLiveBeside("");
    }

    @Override
    public Optional<Problem> to(String type, Map<String, String> after) {
        if (demo) {
            return Optional.empty();
        }
        if (type.equals(ProvidersData.FUNDS.slug())) {
            return toFund(after.getOrDefault("account", ""));
        }
        return type.equals(ProvidersData.ACCOUNTS.slug()) ? toAccount(after) : Optional.empty();
    }

    private Optional<Problem> toFund(String account) {
        return isForTests(account) && isLiveBeside(account)
                ? Optional.of(
                        Problem.of(
                                "account",
                                "test-beside-live",
                                "This account is for tests, and the council takes real money: choose a live account",
                                "Cyfrif at ddibenion prawf yw hwn, ac mae’r cyngor yn cymryd arian go iawn: dewiswch gyfrif byw"))
                : Optional.empty();
    }

    private Optional<Problem> toAccount(Map<String, String> after) {
        var code = after.getOrDefault("code", "");
        boolean takesOthers = after.getOrDefault(OTHERS, "").equals(YES);
        if (!after.getOrDefault("mode", "").equals(LIVE)) {
            return (takesOthers || hasFunds(code)) && isLiveBeside(code)
                    ? Optional.of(Problem.of(
                            takesOthers ? OTHERS : "mode",
                            "test-beside-live",
                            "An account for tests takes no funds while the council has a live one",
                            "Nid yw cyfrif at ddibenion prawf yn cymryd cronfeydd tra bod gan y cyngor un byw"))
                    : Optional.empty();
        }
        boolean takesMoney = after.getOrDefault("open", "").equals(YES)
                && !after.getOrDefault(ProvidersData.API_KEY, "").isEmpty();
        var tests = takesMoney ? testsWithFunds(code, takesOthers) : List.<String>of();
        return tests.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        OTHERS,
                        "test-beside-live",
                        ("Funds still go to accounts for tests: %s. Send them to live ones first, or let this account take"
                                        + " them")
                                .formatted(String.join(", ", tests)),
                        ("Mae cronfeydd yn dal i fynd i gyfrifon at ddibenion prawf: %s. Anfonwch nhw i rai byw yn gyntaf,"
                                        + " neu gadewch i’r cyfrif hwn eu cymryd")
                                .formatted(String.join(", ", tests))));
    }

    private boolean isForTests(String account) {
        return db.sql("""
                select exists (
                    select from providers_account
                     where code = :account
                       and mode = 'TEST')
                """).param("account", account).query(Boolean.class).single();
    }

    private boolean isLiveBeside(String code) {
        return db.sql("""
                select exists (
                    select from providers_account
                     where mode = 'LIVE'
                       and open
                       and api_key <> ''
                       and retired_at is null
                       and code <> :code)
                """).param("code", code).query(Boolean.class).single();
    }

    private boolean hasFunds(String code) {
        return db.sql("""
                select exists (
                    select from providers_fund
                     where account = :code
                       and retired_at is null)
                """).param("code", code).query(Boolean.class).single();
    }

    /// The names of the accounts for tests to which funds go.
    ///
    /// @param without whether the one that takes all other funds gives them up
    private List<String> testsWithFunds(String code, boolean without) {
        return db.sql("""
                select account.name
                  from providers_account account
                 where account.mode = 'TEST'
                   and account.code <> :code
                   and account.retired_at is null
                   and (account.takes_other_funds and not :without
                        or exists (select from providers_fund own
                                    where own.account = account.code
                                      and own.retired_at is null))
                 order by account.name
                """)
                .param("code", code)
                .param("without", without)
                .query(String.class)
                .list();
    }
}
