package localgov.ims.catalogue;

import java.util.List;
import java.util.Map;

/// A rule that ties one or two characters of a reference to all the others, so that most slips of the pen show.
///
/// Each rule is an immutable value: it may be shared by all threads and used for any number of references.
/// References are given as they are kept: capital letters, no stray spaces.
public sealed interface CheckDigit permits WeightedSum, Dynix, Mod97, Luhn {

    /// Whether the check holds for `text` between `from` (inclusive) and `to` (exclusive). `at` is the place
    /// of the check character, counted from `from`; rules whose check characters have a fixed place pay no
    /// heed to it.
    boolean holds(CharSequence text, int from, int to, int at);

    default boolean holds(String reference) {
        return !reference.isEmpty() && holds(reference, 0, reference.length(), reference.length() - 1);
    }

    /// Each digit times the weight at its place, summed, and the remainder by `modulus` is the check.
    ///
    /// `substitutions` replaces as many leading characters as it is long (so that letters can count); letters
    /// left over are passed by. With `subtract` the remainder is taken from the modulus, so that 0 becomes
    /// the modulus itself. `results` says which character stands for a remainder (10 is `A`); a remainder of
    /// two figures without an entry means that such a number is never issued, so nothing fits.
    static CheckDigit weightedSum(
            int modulus, String substitutions, List<Integer> weights, boolean subtract, Map<Integer, String> results) {
        return new WeightedSum(modulus, substitutions, weights, subtract, results);
    }

    /// The library card rule: digits at odd places (from 0) count as they are, those at even places times
    /// their weight, less ten when over ten, and one more for a digit over four. The last character is the
    /// check.
    static CheckDigit dynix(int modulus, List<Integer> weights, Map<Integer, String> results) {
        return new Dynix(modulus, weights, results);
    }

    /// ISO 7064 MOD 97-10: two check digits at the end.
    static CheckDigit mod97() {
        return new Mod97(0);
    }

    /// ISO 11649: `RF`, two check digits, then the reference.
    static CheckDigit creditorReference() {
        return new Mod97(4);
    }

    /// The rule of payment cards and of agents' bar codes: the last digit is the check. Letters are passed by.
    static CheckDigit luhn() {
        return new Luhn();
    }
}
