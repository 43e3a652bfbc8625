package localgov.ims.recognition;

import java.util.Arrays;
import java.util.SplittableRandom;
import localgov.ims.catalogue.ReferenceFormat;
import localgov.ims.catalogue.ReferenceMaker;

/// The slips of the pen that a format's check digit does not see, place by place: how far apart two digits are that may
/// stand for each other, and how far apart two neighbours are that may change places.
///
/// They are tried out on references of the format. What no trial has shown to be seen counts as not seen.
final class Holes {
    static final Holes EVERYWHERE = new Holes();

    private static final int LONGEST = 40;
    private static final int REFERENCES = 400;
    private static final int FOR_DIGITS = 24;
    private static final long SEED = 1_121;
    private static final int ALL = (1 << 10) - 1;

    /// One bit for each difference from 0 to 9.
    private final int[] digits = new int[LONGEST];
    private final int[] swaps = new int[LONGEST];

    private Holes() {
        Arrays.fill(digits, ALL);
        Arrays.fill(swaps, ALL);
    }

    static Holes of(ReferenceFormat format) {
        var holes = new Holes();
        var seenDigits = new int[LONGEST];
        var seenSwaps = new int[LONGEST];
        var openDigits = new int[LONGEST];
        var openSwaps = new int[LONGEST];
        var maker = new ReferenceMaker(format, new SplittableRandom(SEED));
        var draft = new Draft();
        for (int tried = 0; tried < REFERENCES; tried++) {
            var made = maker.next().orElse("");
            for (int at = 0; at < made.length(); at++) {
                if (tried < FOR_DIGITS) {
                    tryDigits(format, made, at, draft, seenDigits, openDigits);
                }
                trySwap(format, made, at, draft, seenSwaps, openSwaps);
            }
        }
        for (int at = 0; at < LONGEST; at++) {
            holes.digits[at] = openDigits[at] | ALL & ~seenDigits[at];
            holes.swaps[at] = openSwaps[at] | ALL & ~seenSwaps[at];
        }
        return holes;
    }

    private static void tryDigits(ReferenceFormat format, String made, int at, Draft draft, int[] seen, int[] open) {
        draft.set(made, 0, made.length());
        for (char digit = '0'; digit <= '9'; digit++) {
            int apart = apart(digit, made.charAt(at));
            if (apart > 0) {
                draft.put(at, digit);
                seen[at] |= 1 << apart;
                open[at] |= format.fits(draft, 0, draft.length()) ? 1 << apart : 0;
            }
        }
    }

    private static void trySwap(ReferenceFormat format, String made, int at, Draft draft, int[] seen, int[] open) {
        int apart = at + 1 < made.length() ? apart(made.charAt(at), made.charAt(at + 1)) : 0;
        if (apart > 0) {
            draft.set(made, 0, made.length()).swap(at);
            seen[at] |= 1 << apart;
            open[at] |= format.fits(draft, 0, draft.length()) ? 1 << apart : 0;
        }
    }

    /// How far apart two digits are; 0 for the same and for what is no digit.
    private static int apart(char one, char other) {
        boolean digits = one >= '0' && one <= '9' && other >= '0' && other <= '9';
        return digits ? Math.abs(one - other) : 0;
    }

    /// Whether one may stand for the other at a place.
    boolean hide(int at, char one, char other) {
        return (digits[at] >>> apart(one, other) & 1) != 0;
    }

    /// Whether anything may stand for what is there.
    boolean hideSomething(int at) {
        return (digits[at] & ~1) != 0;
    }

    /// Whether the two may change places.
    boolean hideSwap(int at, char one, char other) {
        return (swaps[at] >>> apart(one, other) & 1) != 0;
    }
}
