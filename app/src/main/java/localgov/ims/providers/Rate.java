package localgov.ims.providers;

import java.time.Duration;

/// How often a provider may be asked: never more than `most` times within any second.
///
/// @param most at least two
record Rate(int most) {
    Rate {
        if (most < 2) {
            throw new IllegalArgumentException("A rate of " + most);
        }
    }

    /// So many at once; the rest of a second's share comes back evenly in that second.
    private int atOnce() {
        return Math.max(1, most / 3);
    }

    /// From one question to the next.
    Duration step() {
        return Duration.ofSeconds(1).dividedBy(most - atOnce());
    }

    /// What may be asked at once, as the time in which it comes back.
    Duration burst() {
        return step().multipliedBy(atOnce());
    }

    /// What is left for whoever waits for a page.
    Duration kept() {
        return burst().dividedBy(2);
    }
}
