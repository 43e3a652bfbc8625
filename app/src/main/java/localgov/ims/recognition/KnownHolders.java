package localgov.ims.recognition;

import java.util.Arrays;
import localgov.ims.recognition.Evidence.Holder;
import org.jspecify.annotations.Nullable;

/// Names and balances of all account holders in memory, about fifty bytes for each: no names, only what is needed to
/// compare them.
final class KnownHolders {
    private static final int WORDS = 3;
    private static final int CELLS = WORDS + 1;
    private static final long NOT_SAID = Long.MIN_VALUE;

    /// Hashes of fund and number; 0 is a free slot. Never more than two thirds full.
    private long[] keys;
    private long[] dues;
    private int[] names;
    private int size;

    KnownHolders(int expected) {
        int slots = Integer.highestOneBit(Math.max(16, expected)) * 2;
        keys = new long[slots];
        dues = new long[slots];
        names = new int[slots * CELLS];
    }

    void add(String fund, String number, String name, @Nullable Long due) {
        if (3L * (size + 1) > 2L * keys.length) {
            grow();
        }
        var called = Called.of(name);
        int slot = slot(key(fund, number));
        size += keys[slot] == 0 ? 1 : 0;
        keys[slot] = key(fund, number);
        dues[slot] = due == null ? NOT_SAID : due;
        names[slot * CELLS] = called.letters();
        for (int i = 0; i < WORDS; i++) {
            names[slot * CELLS + 1 + i] = i < called.words().length ? called.words()[i] : 0;
        }
    }

    Holder find(String fund, String number) {
        int slot = slot(key(fund, number));
        if (keys[slot] == 0) {
            return Holder.UNKNOWN;
        }
        int count = 0;
        while (count < WORDS && names[slot * CELLS + 1 + count] != 0) {
            count++;
        }
        var words = Arrays.copyOfRange(names, slot * CELLS + 1, slot * CELLS + 1 + count);
        return new Holder(new Called(words, names[slot * CELLS]), dues[slot] == NOT_SAID ? null : dues[slot]);
    }

    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & keys.length - 1;
        }
        return slot;
    }

    /// Two accounts share a key once in more councils than there are.
    private static long key(String fund, String number) {
        long key = 1_125_899_906_842_597L;
        for (int i = 0; i < fund.length(); i++) {
            key = 31 * key + fund.charAt(i);
        }
        key = 31 * key + '/';
        for (int i = 0; i < number.length(); i++) {
            key = (key + number.charAt(i)) * 0x9E3779B97F4A7C15L;
            key ^= key >>> 29;
        }
        return key == 0 ? 1 : key;
    }

    private void grow() {
        var oldKeys = keys;
        var oldDues = dues;
        var oldNames = names;
        keys = new long[oldKeys.length * 2];
        dues = new long[keys.length];
        names = new int[keys.length * CELLS];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                dues[slot] = oldDues[i];
                System.arraycopy(oldNames, i * CELLS, names, slot * CELLS, CELLS);
            }
        }
    }
}
