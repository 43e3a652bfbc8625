package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/// How many slips of the pen a format catches, tried out on references that fit it. The same format always gets the
/// same answer.
///
/// @param references how many were tried; none when nothing was found that fits
/// @param all whether these were all references there are
/// @param digits one digit that is another
/// @param swaps two neighbours, not the same, that changed places
record Strength(long references, boolean all, Share digits, Share swaps) {
    private static final int REFERENCES = 1_000;
    /// So few are tried one after the other, to see which fit.
    private static final int FEW = 200_000;
    private static final int TRIES = 400_000;
    private static final long SEED = 1_748_221;

    /// @param caught how many of these slips the format refuses
    record Share(long caught, long of) {
        /// In tenths of a per cent, rounded down, so that only all is 100 %.
        long perThousand() {
            return of == 0 ? 0 : 1_000 * caught / of;
        }
    }

    static Strength of(ReferenceFormat format) {
        var fitting = InCommon.of(format, format);
        if (fitting.isEmpty()) {
            return measured(format, List.of(), true);
        }
        var all = fitting.size() <= FEW ? all(format, fitting) : List.<String>of();
        return fitting.size() <= FEW && all.size() <= REFERENCES
                ? measured(format, all, true)
                : measured(format, some(format, fitting), false);
    }

    private static List<String> all(ReferenceFormat format, InCommon fitting) {
        var all = new LinkedHashSet<String>();
        fitting.first(reference -> {
            if (format.fits(reference)) {
                all.add(reference);
            }
            return false;
        });
        return List.copyOf(all);
    }

    private static List<String> some(ReferenceFormat format, InCommon fitting) {
        var random = new SplittableRandom(SEED);
        var some = new ArrayList<String>();
        for (int tried = 0; tried < TRIES && some.size() < REFERENCES; tried++) {
            var reference = fitting.any(random, InCommon.Picking.DIGITS);
            if (format.fits(reference)) {
                some.add(reference);
            }
        }
        return some;
    }

    private static Strength measured(ReferenceFormat format, List<String> references, boolean all) {
        long digits = 0;
        long digitsCaught = 0;
        long swaps = 0;
        long swapsCaught = 0;
        for (var reference : references) {
            var slip = new StringBuilder(reference);
            for (int i = 0; i < slip.length(); i++) {
                char was = slip.charAt(i);
                for (char c = '0'; CheckCharacters.isDigit(was) && c <= '9'; c++) {
                    if (c != was) {
                        slip.setCharAt(i, c);
                        digits++;
                        digitsCaught += format.fits(slip, 0, slip.length()) ? 0 : 1;
                    }
                }
                slip.setCharAt(i, was);
                if (i > 0 && slip.charAt(i - 1) != was) {
                    swap(slip, i);
                    swaps++;
                    swapsCaught += format.fits(slip, 0, slip.length()) ? 0 : 1;
                    swap(slip, i);
                }
            }
        }
        return new Strength(references.size(), all, new Share(digitsCaught, digits), new Share(swapsCaught, swaps));
    }

    private static void swap(StringBuilder text, int at) {
        char before = text.charAt(at - 1);
        text.setCharAt(at - 1, text.charAt(at));
        text.setCharAt(at, before);
    }
}
