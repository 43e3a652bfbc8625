package localgov.ims.recognition;

/// How often bank accounts have paid accounts, in memory, about twenty bytes for each pair and as many for
/// each account that somebody has paid: no numbers, only what is needed to find them again.
final class KnownPayers {
    private static final long SEED = 1_125_899_906_842_597L;
    private static final int FEWEST = 1 << 10;

    /// No bank account is called so.
    private static final String ANYBODY = "";

    /// Hashes of who paid what; 0 is a free slot. Never more than two thirds full.
    private long[] keys = new long[FEWEST];
    private int[] times = new int[FEWEST];
    private int size;

    void add(String payer, String fund, String account, int often) {
        put(payer, fund, account, often);
        put(ANYBODY, fund, account, often);
    }

    private void put(String payer, String fund, String account, int often) {
        if (3L * (size + 1) > 2L * keys.length) {
            grow();
        }
        long key = key(payer, fund, account);
        int slot = slot(key);
        size += keys[slot] == 0 ? 1 : 0;
        keys[slot] = key;
        times[slot] = often;
    }

    int times(String payer, String fund, String account) {
        return times[slot(key(payer, fund, account))];
    }

    /// Whether any bank account has paid it.
    boolean isPaid(String fund, String account) {
        return times(ANYBODY, fund, account) > 0;
    }

    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & keys.length - 1;
        }
        return slot;
    }

    /// Two pairs share a key once in more councils than there are.
    private static long key(String payer, String fund, String account) {
        long key = mixed(mixed(mixed(SEED, payer), fund), account);
        return key == 0 ? 1 : key;
    }

    private static long mixed(long before, String text) {
        long key = before ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            key = (key + text.charAt(i)) * 0x9E3779B97F4A7C15L;
            key ^= key >>> 29;
        }
        return key;
    }

    private void grow() {
        var oldKeys = keys;
        var oldTimes = times;
        keys = new long[oldKeys.length * 2];
        times = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                times[slot] = oldTimes[i];
            }
        }
    }
}
