package localgov.ims.accounts;

import localgov.ims.TestCouncil;
import localgov.ims.audit.AuditFixture;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.settings.FurtherFields;

/// The accounts of a test's own council, for tests without Spring.
public final class AccountsFixture {
    private AccountsFixture() {}

    public static Accounts on(TestCouncil council, Catalogue catalogue) {
        var store = new AccountStore(council.db, council.transactions);
        var loading = new AccountLoading(
                store,
                catalogue,
                new FurtherFields(council.db),
                council.dataSource,
                council.transactions,
                AuditFixture.on(council),
                council.clock());
        return new Accounts(
                store,
                new AccountIndexes(store, council.clock()),
                loading,
                new AccountLookup(new AccountLookupStore(council.db), council.transactions),
                catalogue,
                council.clock());
    }

    /// Known holders and `perFund` others for each fund whose accounts must exist.
    public static Accounts withHolders(TestCouncil council, Catalogue catalogue, int perFund) {
        var accounts = on(council, catalogue);
        council.within(() -> new DemoAccounts(catalogue, accounts).load(perFund));
        return accounts;
    }
}
