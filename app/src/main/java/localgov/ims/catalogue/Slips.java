package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.Optional;

/// Looks for the one slip of the pen after which a reference would be as it was typed.
final class Slips {
    private static final String LETTERS = "OILSBZG";
    private static final String DIGITS = "0115826";

    private Slips() {}

    /// @param code what is wrong with the reference, as [ReferenceCheck.DoesNotFit] says it
    static Optional<Slip> in(ReferenceFormat format, String kept, String code) {
        return code.equals("check-digit") ? Optional.of(swapped(format, kept)) : alike(format, kept);
    }

    private static Slip swapped(ReferenceFormat format, String kept) {
        var found = new ArrayList<Slip>();
        for (int i = 0; i + 1 < kept.length(); i++) {
            char first = kept.charAt(i);
            char second = kept.charAt(i + 1);
            if (first != second && format.fits(kept.substring(0, i) + second + first + kept.substring(i + 2))) {
                found.add(new Slip.Swapped(i + 1, first, second));
            }
        }
        return found.size() == 1 ? found.getFirst() : new Slip.Somewhere();
    }

    /// Letters where digits stand and digits where letters stand, when all of them together make it fit.
    private static Optional<Slip> alike(ReferenceFormat format, String kept) {
        if (kept.length() > format.shape().longest()) {
            return Optional.empty();
        }
        var meant = new StringBuilder(kept);
        int first = -1;
        for (int i = 0; i < kept.length(); i++) {
            char other = other(kept.charAt(i));
            if (!format.place(i).has(kept.charAt(i)) && format.place(i).has(other)) {
                meant.setCharAt(i, other);
                first = first < 0 ? i : first;
            }
        }
        return first >= 0 && format.hasCheckDigit() && format.fits(meant.toString())
                ? Optional.of(new Slip.LooksAlike(first + 1, kept.charAt(first), meant.charAt(first)))
                : Optional.empty();
    }

    private static char other(char c) {
        int letter = LETTERS.indexOf(c);
        if (letter >= 0) {
            return DIGITS.charAt(letter);
        }
        int digit = DIGITS.indexOf(c);
        return digit >= 0 ? LETTERS.charAt(digit) : c;
    }
}
