package localgov.ims.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far the reading of a file has come. Written about twice a second.
///
/// @param posted lines so far that went where they belong
/// @param suspense lines so far that go to suspense
/// @param bytesRead how much of the file has been read
public record Progress(
        long lines, long posted, long suspense, long bytesRead, long bytes, Instant startedAt, Instant updatedAt) {

    /// From 0 to 100.
    public int percent() {
        return bytes == 0 ? 0 : (int) Math.min(100, bytesRead * 100 / bytes);
    }

    public long linesPerSecond() {
        long millis = Duration.between(startedAt, updatedAt).toMillis();
        return millis <= 0 ? 0 : lines * 1000 / millis;
    }

    /// At the rate so far; nothing before there is one.
    public Optional<Duration> timeLeft() {
        var taken = Duration.between(startedAt, updatedAt);
        return bytesRead <= 0 || taken.isZero() || taken.isNegative()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(
                        (long) (taken.toMillis() * ((double) Math.max(0, bytes - bytesRead) / bytesRead))));
    }
}
