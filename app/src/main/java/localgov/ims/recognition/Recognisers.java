package localgov.ims.recognition;

import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/// Makes recognisers of the current council's funds and accounts.
@Component
public class Recognisers {
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final PaidBefore paidBefore;

    Recognisers(Catalogue catalogue, Accounts accounts, PaidBefore paidBefore) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.paidBefore = paidBefore;
    }

    /// One for one piece of work, by the funds and accounts of this moment.
    public Recogniser now() {
        var index = accounts.index();
        return Recogniser.of(catalogue.now(), index, new HolderEvidence(() -> holders(index.size()), this::payers));
    }

    private KnownHolders holders(int expected) {
        var holders = new KnownHolders(expected);
        accounts.each(holders::add);
        return holders;
    }

    private KnownPayers payers() {
        var payers = new KnownPayers();
        paidBefore.each(payers::add);
        return payers;
    }
}
