package localgov.ims.catalogue;

import java.util.List;
import localgov.ims.settings.Consequence;

/// A room that keeps references of funds, and can tell how many of them a fund would no longer take. It answers within
/// a second for a million of them.
@FunctionalInterface
public interface KnownReferences {
    /// Nothing when it has none of this fund.
    List<Consequence> orphanedBy(Reforming reforming);
}
