package localgov.ims.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;

/// Every account number of a council, in memory: about thirty bytes for each account, immutable, shared by
/// all threads. Also holds accounts that are stopped: money may not be taken for them, but what arrives is
/// theirs.
public final class AccountIndex {
    /// Account keys one after another: length, fund, zero, number. All ASCII.
    private final byte[] keys;
    private final int used;

    /// Where a key begins. Never more than half full.
    private final int[] slots;

    /// A few bits of the hash of what is in a slot, never zero; zero is a free slot. Whoever asks for what is not there
    /// seldom needs to look at a key.
    private final byte[] tags;
    private final int size;

    private AccountIndex(byte[] keys, int used, int[] slots, byte[] tags, int size) {
        this.keys = keys;
        this.used = used;
        this.slots = slots;
        this.tags = tags;
        this.size = size;
    }

    static AccountIndex empty() {
        return new AccountIndex(new byte[0], 0, new int[2], new byte[2], 0);
    }

    /// Of these accounts, each of which must be there once.
    public static AccountIndex of(Collection<Account> accounts) {
        var builder = new Builder(empty(), accounts.size());
        accounts.forEach(account -> builder.add(account.fund(), account.number()));
        return builder.build();
    }

    /// How many accounts there are.
    public int size() {
        return size;
    }

    /// How much memory it takes.
    public long bytes() {
        return keys.length + 4L * slots.length + tags.length;
    }

    /// Whether the fund has an account of this number, which must be as it is kept.
    public boolean exists(String fund, String number) {
        return exists(fund, number, 0, number.length());
    }

    /// The same for the part of a text between `from` (inclusive) and `to` (exclusive). Allocates nothing.
    public boolean exists(String fund, CharSequence text, int from, int to) {
        int mask = slots.length - 1;
        int hash = hash(fund, text, from, to);
        byte tag = tag(hash);
        int slot = hash & mask;
        while (tags[slot] != 0) {
            if (tags[slot] == tag && is(slots[slot], fund, text, from, to)) {
                return true;
            }
            slot = (slot + 1) & mask;
        }
        return false;
    }

    /// What stands for a fund in a sketch. The sketch of a reference is `fund(code) * 31^length` and the sum of
    /// its characters: the last one times 1, the one before it times 31, and so on, as `String.hashCode` has it.
    /// Whoever tries many changes of one text works the sketch out from the one before.
    public static int fund(String fund) {
        int sketch = 0;
        for (int i = 0; i < fund.length(); i++) {
            sketch = 31 * sketch + fund.charAt(i);
        }
        return 31 * sketch;
    }

    /// False means that no account has this sketch; true that one very likely has, which [#exists] then says.
    public boolean mayExist(int sketch) {
        int mask = slots.length - 1;
        int hash = mixed(sketch);
        byte tag = tag(hash);
        int slot = hash & mask;
        while (tags[slot] != 0) {
            if (tags[slot] == tag) {
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
    public void each(String fund, Consumer<String> told) {
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
        int sketch = fund(fund);
        for (int i = from; i < to; i++) {
            sketch = 31 * sketch + text.charAt(i);
        }
        return mixed(sketch);
    }

    /// Numbers are issued in a row: without mixing they would crowd together.
    private static int mixed(int sketch) {
        int hash = sketch;
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }

    private static byte tag(int hash) {
        return (byte) ((hash >>> 25) + 1);
    }

    /// Gathers more accounts on top of an index, which stays as it is.
    static final class Builder {
        private byte[] keys;
        private int used;
        private int[] slots;
        private byte[] tags;
        private int size;

        Builder(AccountIndex from, int expected) {
            keys = Arrays.copyOf(from.keys, from.used + expected * 16);
            used = from.used;
            size = from.size;
            slots = from.slots.clone();
            tags = from.tags.clone();
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
            while (tags[slot] != 0) {
                slot = (slot + 1) & slots.length - 1;
            }
            slots[slot] = key;
            tags[slot] = tag(hash);
        }

        private void grow() {
            slots = new int[slots.length * 2];
            tags = new byte[slots.length];
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
            return new AccountIndex(keys.length == used ? keys : Arrays.copyOf(keys, used), used, slots, tags, size);
        }
    }
}
