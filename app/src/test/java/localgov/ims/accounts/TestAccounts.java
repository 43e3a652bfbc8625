package localgov.ims.accounts;

import localgov.ims.TestCouncil;
import localgov.ims.audit.Audits;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.settings.FurtherFields;

/// Account holders for tests of the rooms that need some.
public final class TestAccounts {
    private TestAccounts() {}

    public static Accounts on(TestCouncil council, Catalogue catalogue) {
        var store = new AccountStore(council.db, council.transactions);
        var loading = new AccountLoading(
                store,
                catalogue,
                new FurtherFields(council.db),
                council.dataSource,
                council.transactions,
                Audits.on(council),
                council.clock());
        return new Accounts(
                store,
                new AccountIndexes(store, council.clock()),
                loading,
                new AccountLookup(new AccountLookupStore(council.db), council.transactions),
                catalogue,
                council.clock());
    }

    /// An index of accounts given as fund, slash, number.
    public static AccountIndex index(String... accounts) {
        var builder = new AccountIndex.Builder(AccountIndex.empty(), accounts.length);
        for (var account : accounts) {
            var slash = account.indexOf('/');
            builder.add(account.substring(0, slash), account.substring(slash + 1));
        }
        return builder.build();
    }
}
