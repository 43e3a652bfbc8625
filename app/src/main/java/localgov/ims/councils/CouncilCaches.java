package localgov.ims.councils;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/// All snapshots in memory, so that they can be dropped together when the database below is exchanged.
public final class CouncilCaches {
    private static final Set<CouncilCache<?>> ALL =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private CouncilCaches() {}

    static void remember(CouncilCache<?> cache) {
        ALL.add(cache);
    }

    public static void forgetAll() {
        synchronized (ALL) {
            ALL.forEach(CouncilCache::forgetAll);
        }
    }
}
