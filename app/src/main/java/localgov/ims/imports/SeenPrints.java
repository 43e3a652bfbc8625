package localgov.ims.imports;

import java.util.UUID;

/// Remembers prints in a fixed amount of memory, however many there are (a Bloom filter): it never
/// forgets one, and now and then takes a new one for one it knows, which is then asked of the database.
final class SeenPrints {
    private static final int HASHES = 4;
    private static final long BITS_FOR_A_LINE = 32;
    private static final long SHORTEST_LINE = 64;
    private static final int FEWEST_WORDS = 1 << 13;
    private static final int MOST_WORDS = 1 << 21;

    private final long[] words;

    private SeenPrints(int words) {
        this.words = new long[words];
    }

    /// For a file of so many bytes; never more than 16 MiB.
    static SeenPrints forBytes(long bytes) {
        long wanted = bytes / SHORTEST_LINE * BITS_FOR_A_LINE / Long.SIZE;
        long words = Math.clamp(wanted, FEWEST_WORDS, MOST_WORDS);
        return new SeenPrints((int) Long.highestOneBit(words));
    }

    /// False means certainly not.
    boolean mayHold(UUID print) {
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(print, i);
            if ((words[word(bit)] >>> (bit & 63) & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    /// Remembers it, and says whether it may have been held before.
    boolean add(UUID print) {
        boolean held = true;
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(print, i);
            long mask = 1L << (bit & 63);
            held &= (words[word(bit)] & mask) != 0;
            words[word(bit)] |= mask;
        }
        return held;
    }

    private static long bit(UUID print, int i) {
        return print.getMostSignificantBits() + i * (print.getLeastSignificantBits() | 1);
    }

    private int word(long bit) {
        return (int) (bit >>> 6) & words.length - 1;
    }
}
