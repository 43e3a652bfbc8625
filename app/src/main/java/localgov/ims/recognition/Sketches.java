package localgov.ims.recognition;

import localgov.ims.accounts.AccountIndex;

/// Works out the sketches of changed texts, as [AccountIndex#mayExist] takes them, without making the texts.
/// Not for use by two threads.
final class Sketches {
    /// 31 to the power of the place.
    private final int[] powers;

    /// Of what stands before each place of the text, and from it on.
    private final int[] before;
    private final int[] after;
    private String text = "";

    Sketches(int longest) {
        powers = new int[longest + 2];
        before = new int[longest + 2];
        after = new int[longest + 2];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 31 * powers[i - 1];
        }
    }

    /// What a fund adds to the sketch of its reference of that length.
    int fund(String fund, int length) {
        return AccountIndex.fund(fund) * powers[length];
    }

    /// The text that is to be changed; not longer than what was said to be the longest.
    void of(String written) {
        text = written;
        int length = written.length();
        before[0] = 0;
        for (int i = 0; i < length; i++) {
            before[i + 1] = 31 * before[i] + written.charAt(i);
        }
        after[length] = 0;
        for (int i = length - 1; i >= 0; i--) {
            after[i] = after[i + 1] + written.charAt(i) * powers[length - 1 - i];
        }
    }

    /// With this character instead of the one that is there.
    int with(int at, char c) {
        return after[0] + (c - text.charAt(at)) * powers[text.length() - 1 - at];
    }

    /// With this character and the next one exchanged.
    int swapped(int at) {
        int apart = text.charAt(at + 1) - text.charAt(at);
        return after[0] + apart * (powers[text.length() - 1 - at] - powers[text.length() - 2 - at]);
    }

    /// With one character more before the place.
    int inserting(int at, char c) {
        return (31 * before[at] + c) * powers[text.length() - at] + after[at];
    }

    /// Without the character at the place.
    int without(int at) {
        return before[at] * powers[text.length() - 1 - at] + after[at + 1];
    }
}
