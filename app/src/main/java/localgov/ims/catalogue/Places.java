package localgov.ims.catalogue;

/// A set of ASCII characters that one place of a reference may have, as two words of bits.
record Places(long low, long high) {
    static final Places NONE = new Places(0, 0);
    static final Places DIGITS = NONE.with("0123456789");
    static final Places LETTERS = NONE.with("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    static final Places BOTH = DIGITS.and(LETTERS);
    static final Places WILD = BOTH.with(" /-");
    /// Every printable character in the form in which references are kept, that is without small letters.
    static final Places PRINTABLE = BOTH.with(" !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    static Places just(char c) {
        return NONE.with(String.valueOf(c));
    }

    Places with(String characters) {
        long nextLow = low;
        long nextHigh = high;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c < 64) {
                nextLow |= 1L << c;
            } else if (c < 128) {
                nextHigh |= 1L << (c - 64);
            }
        }
        return new Places(nextLow, nextHigh);
    }

    Places and(Places other) {
        return new Places(low | other.low, high | other.high);
    }

    Places within(Places other) {
        return new Places(low & other.low, high & other.high);
    }

    Places without(Places other) {
        return new Places(low & ~other.low, high & ~other.high);
    }

    boolean has(char c) {
        return c < 64 ? (low >>> c & 1) != 0 : c < 128 && (high >>> (c - 64) & 1) != 0;
    }

    boolean isEmpty() {
        return low == 0 && high == 0;
    }
}
