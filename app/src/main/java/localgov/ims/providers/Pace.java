package localgov.ims.providers;

import java.time.Duration;
import java.util.Optional;

/// Sees to it that no account's provider is asked more often than it takes, by all instances together, and that
/// whoever waits for a page goes before what is done in the background.
interface Pace {
    /// Nobody waits.
    Pace NONE = (_, _) -> Turn.FREE;

    /// @param changes whether something is begun or changed by what is asked, of which providers take less
    Turn of(ProviderAccount account, boolean changes);

    /// A place in the queue for one account.
    interface Turn {
        /// At once.
        Turn FREE = new Turn() {
            @Override
            public Optional<Duration> await() {
                return Optional.empty();
            }

            @Override
            public void tooBusy(Duration until) {}
        };

        /// Waits for the turn to ask once. Says how long that would still take when it is longer than whoever
        /// asks can wait; then nobody is asked.
        Optional<Duration> await();

        /// The provider was too busy all the same: nothing is begun before this has passed, by any instance.
        void tooBusy(Duration until);
    }
}
