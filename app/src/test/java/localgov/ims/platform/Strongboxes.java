package localgov.ims.platform;

import java.util.List;

/// A strongbox with a key of its own, for tests without Spring.
public final class Strongboxes {
    private Strongboxes() {}

    public static Strongbox fresh() {
        return new Strongbox(List.of(StrongboxKey.fresh()));
    }

    /// @param both has a newer key before the one of now
    /// @param newer has that one alone
    /// @param back has both, and the one of now before it
    public record Exchanged(Strongbox both, Strongbox newer, Strongbox back) {}

    /// The strongbox of an application whose key is in its data folder, when that is being exchanged.
    public static Exchanged exchanged(ImsSettings settings) {
        var newer = StrongboxKey.fresh();
        var now = StrongboxKeys.inFolder(settings.data()).getFirst();
        return new Exchanged(
                new Strongbox(List.of(newer, now)), new Strongbox(List.of(newer)), new Strongbox(List.of(now, newer)));
    }
}
