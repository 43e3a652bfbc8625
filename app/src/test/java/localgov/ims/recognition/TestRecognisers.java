package localgov.ims.recognition;

import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;

/// Recognisers for tests without Spring.
public final class TestRecognisers {
    private TestRecognisers() {}

    public static Recognisers of(Catalogue catalogue, Accounts accounts) {
        return new Recognisers(catalogue, accounts, _ -> {});
    }
}
