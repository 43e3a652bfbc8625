package localgov.ims.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/// Every account number of a council, in memory: about thirty bytes for each account, immutable, shared by
/// all threads. Also holds accounts that are stopped: money may not be taken for them, but what arrives is
/// theirs.
public final class AccountIndex {
    /// Account keys one after another: length, fund, zero, number. All ASCII.
    private final byte[] keys;
    private final int used;

    /// Where a key begins, plus one; zero is a free slot. Never more than half full.
    private final int[] slots;
    private final int size;

    private AccountIndex(byte[] keys, int used, int[] slots, int size) {
        this.keys = keys;
        this.used = used;
        this.slots = slots;
        this.size = size;
    }

    static AccountIndex empty() {
        return new AccountIndex(new byte[0], 0, new int[2], 0);
    }

    /// How many accounts there are.
    public int size() {
        return size;
    }

    /// How much memory it takes.
    public long bytes() {
        return keys.length + 4L * slots.length;
    }

    /// Whether the fund has an account of this number, which must be as it is kept.
    public boolean exists(String fund, String number) {
        return exists(fund, number, 0, number.length());
    }

    /// The same for the part of a text between `from` (inclusive) and `to` (exclusive). Allocates nothing.
    public boolean exists(String fund, CharSequence text, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash(fund, text, from, to) & mask;
        while (slots[slot] != 0) {
            if (is(slots[slot] - 1, fund, text, from, to)) {
                return true;
            }
            slot = (slot + 1) & mask;
        }
        return false;
    }

    private boolean is(int key, String fund, CharSequence text, int from, int to) {
        int separator = key + 1 + fund.length();
        if ((keys[key] & 0xFF) != fund.length() + 1 + (to - from) || keys[separator] != 0) {
            return false;
        }
        for (int i = 0; i < fund.length(); i++) {
            if (keys[key + 1 + i] != fund.charAt(i)) {
                return false;
            }
        }
        for (int i = from; i < to; i++) {
            if (keys[separator + 1 + i - from] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Tells every number of a fund.
    void each(String fund, Consumer<String> told) {
        for (int key = 0; key < used; key += (keys[key] & 0xFF) + 1) {
            if (isOf(fund, key)) {
                int from = key + fund.length() + 2;
                int to = key + 1 + (keys[key] & 0xFF);
                told.accept(new String(keys, from, to - from, StandardCharsets.US_ASCII));
            }
        }
    }

    private boolean isOf(String fund, int key) {
        int separator = key + 1 + fund.length();
        if ((keys[key] & 0xFF) < fund.length() + 1 || keys[separator] != 0) {
            return false;
        }
        for (int i = 0; i < fund.length(); i++) {
            if (keys[key + 1 + i] != fund.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(String fund, CharSequence text, int from, int to) {
        int hash = 0;
        for (int i = 0; i < fund.length(); i++) {
            hash = 31 * hash + fund.charAt(i);
        }
        hash *= 31;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    /// Gathers more accounts on top of an index, which stays as it is.
    static final class Builder {
        private byte[] keys;
        private int used;
        private int[] slots;
        private int size;

        Builder(AccountIndex from, int expected) {
            keys = Arrays.copyOf(from.keys, from.used + expected * 16);
            used = from.used;
            size = from.size;
            slots = from.slots.clone();
        }

        void add(String fund, String number) {
            if (2 * (size + 1) > slots.length) {
                grow();
            }
            int at = used;
            write(fund, number);
            place(at, hash(fund, number, 0, number.length()));
            size++;
        }

        private void write(String fund, String number) {
            int length = fund.length() + 1 + number.length();
            if (length > 255) {
                throw new IllegalArgumentException("An account number is too long");
            }
            if (used + length + 1 > keys.length) {
                keys = Arrays.copyOf(keys, Math.max(used + length + 1, keys.length + (keys.length >> 1)));
            }
            keys[used++] = (byte) length;
            used = ascii(fund, used);
            keys[used++] = 0;
            used = ascii(number, used);
        }

        private int ascii(String text, int at) {
            for (int i = 0; i < text.length(); i++) {
                keys[at + i] = (byte) text.charAt(i);
            }
            return at + text.length();
        }

        private void place(int key, int hash) {
            int slot = hash & slots.length - 1;
            while (slots[slot] != 0) {
                slot = (slot + 1) & slots.length - 1;
            }
            slots[slot] = key + 1;
        }

        private void grow() {
            slots = new int[slots.length * 2];
            for (int key = 0; key < used; key += (keys[key] & 0xFF) + 1) {
                place(key, hashAt(key));
            }
        }

        private int hashAt(int key) {
            var text = new String(keys, key + 1, keys[key] & 0xFF, StandardCharsets.US_ASCII);
            int separator = text.indexOf('\0');
            return hash(text.substring(0, separator), text, separator + 1, text.length());
        }

        AccountIndex build() {
            return new AccountIndex(keys.length == used ? keys : Arrays.copyOf(keys, used), used, slots, size);
        }
    }
}
