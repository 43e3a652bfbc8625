package localgov.ims.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payment that cannot be made now.
///
/// @param reasons why, each as a sentence of ours or the council's
/// @param elsewhere where the payer came from; absent when from here
/// @param here whether the payer has a basket here
/// @param again where the same may be tried again; absent when that is of no use
public record StoppedPage(
        List<String> reasons,
        @Nullable String elsewhere,
        boolean here,
        @Nullable String again) {
    public StoppedPage {
        reasons = List.copyOf(reasons);
    }
}
