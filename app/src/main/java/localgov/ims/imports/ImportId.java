package localgov.ims.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Which import: a UUID of version 7, so later ones sort last, shown as `imp_` and 26 letters and digits.
public record ImportId(UUID value) implements Comparable<ImportId> {
    private static final String PREFIX = "imp_";
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final int BITS = 5;

    static ImportId at(Instant instant) {
        return new ImportId(UuidCreator.getTimeOrderedEpoch(instant));
    }

    /// Reads what `toString` writes; empty for anything else.
    public static Optional<ImportId> read(String shown) {
        if (shown.length() != PREFIX.length() + LENGTH || !shown.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var letters = shown.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            int bits = ALPHABET.indexOf(letters.charAt(i));
            if (bits < 0 || (i == 0 && bits > 7)) {
                return Optional.empty();
            }
            high = high << BITS | low >>> Long.SIZE - BITS;
            low = low << BITS | bits;
        }
        return Optional.of(new ImportId(new UUID(high, low)));
    }

    @Override
    public int compareTo(ImportId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        var letters = new char[LENGTH];
        long high = value.getMostSignificantBits();
        long low = value.getLeastSignificantBits();
        for (int i = LENGTH - 1; i >= 0; i--) {
            letters[i] = ALPHABET.charAt((int) (low & 31));
            low = low >>> BITS | high << Long.SIZE - BITS;
            high >>>= BITS;
        }
        return PREFIX + new String(letters);
    }
}
