package localgov.ims.catalogue;

import java.util.SplittableRandom;

/// Whether one and the same reference can be one of two formats'.
sealed interface Overlap {
    int TRIES = 50_000;
    int FEW = 50_000;
    long SEED = 904_117;

    /// @param example what one can type so that both take it
    record Both(String example) implements Overlap {}

    /// Nothing fits both: that is proved.
    record Apart() implements Overlap {}

    /// Nothing was found that fits both, which is no proof.
    record NotFound(int tries) implements Overlap {}

    /// Their shapes are compared exactly; check digits are tried out on what the shapes have in common.
    static Overlap of(ReferenceFormat one, ReferenceFormat other) {
        var shared = InCommon.of(one, other);
        if (shared.isEmpty()) {
            return new Apart();
        }
        if (shared.size() <= FEW) {
            return shared.first(text -> bothTake(text, one, other))
                    .<Overlap>map(Both::new)
                    .orElseGet(Apart::new);
        }
        var random = new SplittableRandom(SEED);
        for (int tried = 0; tried < TRIES; tried++) {
            var picking = tried % 2 == 0 ? InCommon.Picking.DIGITS : InCommon.Picking.EVENLY;
            var text = shared.any(random, picking);
            if (bothTake(text, one, other)) {
                return new Both(text);
            }
        }
        return new NotFound(TRIES);
    }

    private static boolean bothTake(String text, ReferenceFormat one, ReferenceFormat other) {
        return one.fits(one.kept(text)) && other.fits(other.kept(text));
    }
}
