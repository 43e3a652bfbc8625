package localgov.ims.providers;

import java.net.URI;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where the accounts are kept. Keys and secrets are opened here and nowhere else.
@Repository
class ProviderAccountStore {
    private static final String SYSTEM = "system";
    private static final int MOST_FORMER_KEYS = 5;

    private final JdbcClient db;
    private final Settings settings;
    private final ProviderHosts hosts;
    private final TestsBesideLive testsBesideLive;

    ProviderAccountStore(JdbcClient db, Settings settings, ProviderHosts hosts, TestsBesideLive testsBesideLive) {
        this.testsBesideLive = testsBesideLive;
        this.db = db;
        this.settings = settings;
        this.hosts = hosts;
    }

    record KnownSecret(String code, Secret secret) {}

    /// An account with a key.
    ///
    /// @param formerKeys those it had before, the latest first
    /// @param takesPayments whether new payments may go to it
    record Connected(ProviderAccount account, List<Secret> formerKeys, boolean takesPayments) {}

    private record Row(
            String code,
            String name,
            ProviderAccount.Kind provider,
            ProviderAccount.Mode mode,
            String address,
            String apiKey,
            String webhookSecret,
            boolean telephone,
            boolean agreements,
            String merchant,
            String keyNumber,
            String profile,
            String accessKey,
            String page,
            boolean open) {
        Set<Capability> also() {
            var also = EnumSet.noneOf(Capability.class);
            if (telephone) {
                also.add(Capability.MOTO_PAGE);
            }
            if (agreements) {
                also.add(Capability.AGREEMENTS);
            }
            return also;
        }

        ProviderAccount.@Nullable Merchant known() {
            if (provider != ProviderAccount.Kind.SMARTPAY_FUSE) {
                return null;
            }
            boolean live = mode == ProviderAccount.Mode.LIVE;
            var usual = live ? ProviderAccount.Merchant.LIVE_PAGE : ProviderAccount.Merchant.TEST_PAGE;
            return new ProviderAccount.Merchant(
                    merchant, keyNumber, profile, accessKey, page.isEmpty() ? usual : URI.create(page), live);
        }
    }

    /// Nothing when there is no such account, it has no key, or it lies where no provider is.
    Optional<Connected> find(String code) {
        return db.sql("""
                select code, name, provider, mode, address, api_key, webhook_secret, telephone, agreements, merchant, key_number,
                       profile, access_key, page, open and retired_at is null as open
                  from providers_account
                 where code = :code
                   and api_key <> ''
                """)
                .param("code", code)
                .query(Row.class)
                .optional()
                .map(this::connected)
                .filter(known -> hosts.isKnown(known.account()));
    }

    List<TestAccount> forTests() {
        return Rows.of(db.sql("""
                select code as account, name
                  from providers_account
                 where mode = 'TEST'
                   and api_key <> ''
                   and open
                   and retired_at is null
                 order by code
                """).query(TestAccount.class));
    }

    private Connected connected(Row row) {
        var account = new ProviderAccount(
                row.code(),
                row.name(),
                row.provider(),
                row.address().isEmpty() ? row.provider().address(row.mode()) : URI.create(row.address()),
                opened(row.code(), ProvidersData.API_KEY, row.apiKey()),
                row.webhookSecret().isEmpty()
                        ? new Secret("")
                        : opened(row.code(), ProvidersData.WEBHOOK_SECRET, row.webhookSecret()),
                row.also(),
                row.known());
        boolean isWhatItSays = account.mode() == row.mode() && isWhole(account);
        return new Connected(
                account,
                formerKeys(row.code()),
                row.open() && isWhatItSays && !testsBesideLive.stops(row.mode(), row.code()));
    }

    /// A form cannot be made without all that its provider knows us by.
    private static boolean isWhole(ProviderAccount account) {
        var known = account.merchant();
        return known == null
                || known.isWhole() && !account.webhookSecret().value().isEmpty();
    }

    private List<Secret> formerKeys(String code) {
        return Rows.of(db.sql("""
                        select locked
                          from providers_former_secret
                         where account = :code
                           and kind = 'api_key'
                         order by number desc
                        """).param("code", code).query(String.class)).stream()
                .map(locked -> opened(code, ProvidersData.API_KEY, locked))
                .distinct()
                .limit(MOST_FORMER_KEYS)
                .toList();
    }

    private Secret opened(String code, String column, String locked) {
        return new Secret(settings.opened(ProvidersData.ACCOUNTS, code, column, locked));
    }

    /// Where each of the funds goes: the code of its own account, else of the one that takes all other funds;
    /// nothing when there is neither.
    Set<Optional<String>> accountsOf(Collection<String> funds) {
        var codes = new HashSet<Optional<String>>();
        db.sql("""
                select distinct coalesce(own.account, rest.code) as code
                  from unnest(:funds::text[]) as wanted (fund)
                  left join providers_fund own on own.fund = wanted.fund and own.retired_at is null
                  left join providers_account rest on rest.takes_other_funds and rest.retired_at is null
                """)
                .param("funds", funds.toArray(String[]::new))
                .query((row, _) -> Optional.ofNullable(row.getString("code")))
                .list()
                .forEach(codes::add);
        return codes;
    }

    private record Limits(
            String code,
            ProviderAccount.Kind provider,
            @Nullable Money least,
            @Nullable Money most) {}

    /// Of the one account to which all of these funds go; nothing when it is not one.
    Optional<Bounds> boundsOf(Collection<String> funds) {
        var accounts =
                Rows.of(db.sql("""
                select distinct account.code, account.provider, account.least, account.most
                  from unnest(:funds::text[]) as wanted (fund)
                  left join providers_fund own on own.fund = wanted.fund and own.retired_at is null
                  join providers_account account
                    on case when own.account is null then account.takes_other_funds and account.retired_at is null
                            else account.code = own.account
                       end
                """).param("funds", funds.toArray(String[]::new)).query(Limits.class));
        return accounts.size() == 1
                ? Optional.of(accounts.getFirst())
                        .map(one -> one.provider().bounds().within(one.least(), one.most()))
                : Optional.empty();
    }

    TellsPayers tellsPayers(String code) {
        return db.sql("""
                select emails_payments as payments, emails_refunds as refunds
                  from providers_account
                 where code = :code
                """)
                .param("code", code)
                .query(TellsPayers.class)
                .optional()
                .orElse(TellsPayers.OF_NOTHING);
    }

    /// Those that other systems of the council use too.
    List<String> shared() {
        return Rows.of(db.sql("""
                select code
                  from providers_account
                 where shared
                 order by code
                """).query(String.class));
    }

    List<String> codes() {
        return Rows.of(db.sql("""
                select code
                  from providers_account
                 order by code
                """).query(String.class));
    }

    /// What the council calls each account.
    Map<String, String> names() {
        record Named(String code, String name) {}
        return db.sql("""
                select code, name
                  from providers_account
                """).query(Named.class).list().stream()
                .collect(Collectors.toUnmodifiableMap(Named::code, Named::name));
    }

    private record Locked(String code, String locked) {}

    /// The present secret of each account of a kind, and the one before it.
    List<KnownSecret> secrets(ProviderAccount.Kind kind) {
        return Rows.of(db.sql("""
                        select code, webhook_secret as locked
                          from providers_account
                         where provider = :kind
                           and webhook_secret <> ''
                         union all
                        select former.account, former.locked
                          from providers_account account
                         cross join lateral (select account, locked
                                               from providers_former_secret
                                              where account = account.code
                                                and kind = 'webhook_secret'
                                              order by number desc
                                              limit 1) former
                         where account.provider = :kind
                        """).param("kind", kind).query(Locked.class)).stream()
                .map(row -> new KnownSecret(row.code(), opened(row.code(), ProvidersData.WEBHOOK_SECRET, row.locked())))
                .toList();
    }

    /// Writes the account down as the system does.
    ///
    /// @param takesOthers whether every fund goes to it that has none of its own
    void save(ProviderAccount account, boolean takesOthers) {
        var answers = new HashMap<>(Map.of(
                "code",
                account.code(),
                "name",
                account.name(),
                "provider",
                account.kind().name(),
                "mode",
                account.mode().name(),
                "address",
                account.baseUrl().toString(),
                ProvidersData.API_KEY,
                account.apiKey().value(),
                ProvidersData.WEBHOOK_SECRET,
                account.webhookSecret().value(),
                "open",
                "yes"));
        answers.put(ProvidersData.TELEPHONE, yesIf(account, Capability.MOTO_PAGE));
        answers.put(ProvidersData.AGREEMENTS, yesIf(account, Capability.AGREEMENTS));
        var known = account.merchant();
        if (known != null) {
            answers.put(ProvidersData.MERCHANT, known.number());
            answers.put(ProvidersData.KEY_NUMBER, known.keyNumber());
            answers.put(ProvidersData.PROFILE, known.profile());
            answers.put(ProvidersData.ACCESS_KEY, known.accessKey());
            answers.put(ProvidersData.PAGE, known.page().toString());
        }
        answers.put("takes_other_funds", takesOthers ? "yes" : "no");
        save(account.code(), answers);
    }

    private static String yesIf(ProviderAccount account, Capability switchedOn) {
        return account.also().contains(switchedOn) ? "yes" : "no";
    }

    /// Another address for the same account; false when there is no such account with a key.
    boolean moved(String code, URI address) {
        var entry = settings.get(ProvidersData.ACCOUNTS, code)
                .filter(known -> !known.value(ProvidersData.API_KEY).isEmpty());
        entry.ifPresent(known -> {
            var answers = new HashMap<>(known.values());
            answers.put("address", address.toString());
            // A page that lives at the API's address moves with it.
            answers.computeIfPresent(
                    ProvidersData.PAGE, (_, page) -> page.replace(known.value("address"), address.toString()));
            save(code, answers);
        });
        return entry.isPresent();
    }

    private void save(String code, Map<String, String> answers) {
        var saved = settings.get(ProvidersData.ACCOUNTS, code)
                .map(entry -> settings.change(ProvidersData.ACCOUNTS, code, entry.version(), answers, SYSTEM))
                .orElseGet(() -> settings.add(ProvidersData.ACCOUNTS, answers, SYSTEM));
        if (!(saved instanceof Saved.Done)) {
            throw new IllegalStateException(
                    "The provider account %s could not be written down: %s".formatted(code, why(saved)));
        }
    }

    private static @Nullable Object why(Saved saved) {
        return saved instanceof Saved.Refused(var problems)
                ? problems
                : saved.getClass().getSimpleName();
    }
}
