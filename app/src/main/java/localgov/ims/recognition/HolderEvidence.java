package localgov.ims.recognition;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What account holders are called and owe, looked up once, when it is needed for the first time: most files never need
/// it. Not for use by two threads.
final class HolderEvidence implements Evidence {
    private final Supplier<KnownHolders> look;
    private @Nullable KnownHolders holders;

    HolderEvidence(Supplier<KnownHolders> look) {
        this.look = look;
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
        return 0;
    }
}
