package localgov.ims.platform;

import java.util.List;

/// A strongbox with a key of its own, for tests without Spring.
public final class Strongboxes {
    private Strongboxes() {}

    public static Strongbox fresh() {
        return new Strongbox(List.of(StrongboxKey.fresh()));
    }
}
