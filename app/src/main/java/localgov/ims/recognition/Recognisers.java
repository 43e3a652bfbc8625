package localgov.ims.recognition;

import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/// Makes recognisers of the current council's funds and accounts.
@Component
public class Recognisers {
    private final Catalogue catalogue;
    private final Accounts accounts;

    Recognisers(Catalogue catalogue, Accounts accounts) {
        this.catalogue = catalogue;
        this.accounts = accounts;
    }

    /// One for one piece of work, by the funds and accounts of this moment.
    public Recogniser now() {
        var index = accounts.index();
        return Recogniser.of(catalogue.now(), index, new HolderEvidence(() -> holders(index.size())));
    }

    private KnownHolders holders(int expected) {
        var holders = new KnownHolders(expected);
        accounts.each(holders::add);
        return holders;
    }
}
