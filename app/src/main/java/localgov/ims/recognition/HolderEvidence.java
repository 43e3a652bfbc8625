package localgov.ims.recognition;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What account holders are called and owe, and what bank accounts have paid before: each looked up once, when it is
/// needed for the first time, because most files never need it. Not for use by two threads.
final class HolderEvidence implements Evidence {
    private final Supplier<KnownHolders> look;
    private final Supplier<KnownPayers> remember;
    private @Nullable KnownHolders holders;
    private @Nullable KnownPayers payers;

    HolderEvidence(Supplier<KnownHolders> look, Supplier<KnownPayers> remember) {
        this.look = look;
        this.remember = remember;
    }

    @Override
    public Holder holder(String fund, String account) {
        var known = holders;
        if (known == null) {
            known = look.get();
            holders = known;
        }
        return known.find(fund, account);
    }

    @Override
    public int timesPaid(String payer, String fund, String account) {
        return payers().times(payer, fund, account);
    }

    @Override
    public boolean isPaidFromKnown(String fund, String account) {
        return payers().isPaid(fund, account);
    }

    private KnownPayers payers() {
        var known = payers;
        if (known == null) {
            known = remember.get();
            payers = known;
        }
        return known;
    }
}
