package localgov.ims.catalogue;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes references that fit a format, with a check character that holds: for the demonstration, tests and
/// benches.
public final class ReferenceMaker {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int TRIES = 1_000;

    private final ReferenceFormat format;
    private final RandomGenerator random;

    public ReferenceMaker(ReferenceFormat format, RandomGenerator random) {
        this.format = format;
        this.random = random;
    }

    /// Empty when chance finds nothing that fits, as with a narrow regular expression.
    public Optional<String> next() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var draft = draft(attempt < TRIES / 2);
            var made = format.rules().checkDigit() == null ? Optional.of(draft.toString()) : completed(draft);
            var fitting = made.filter(format::fits);
            if (fitting.isPresent()) {
                return fitting;
            }
        }
        return Optional.empty();
    }

    /// Digits where there may be some, because that is what councils issue.
    private StringBuilder draft(boolean digits) {
        var shape = format.shape();
        var draft = new StringBuilder(
                shape.starts().get(random.nextInt(shape.starts().size())));
        int length = format.rules().mask().isEmpty() ? shape.longest() : shape.shortest();
        for (int i = draft.length(); i < length; i++) {
            draft.append(anyOf(format.place(i), digits));
        }
        return draft;
    }

    private char anyOf(Places place, boolean digits) {
        int many = digits && !place.within(Places.DIGITS).isEmpty() ? 10 : CHARACTERS.length();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            char c = CHARACTERS.charAt(random.nextInt(many));
            if (place.has(c)) {
                return c;
            }
        }
        return firstOf(place);
    }

    private static char firstOf(Places place) {
        char c = 0;
        while (c < 127 && !place.has(c)) {
            c++;
        }
        return c;
    }

    private Optional<String> completed(StringBuilder draft) {
        int inMask = format.rules().mask().indexOf('@');
        int at = inMask >= 0 ? inMask : draft.length() - 1;
        return format.rules().checkDigit() instanceof Mod97 mod97
                ? withTwoDigits(draft, mod97.moved() > 0 ? mod97.moved() - 2 : draft.length() - 2)
                : withOneCharacter(draft, at);
    }

    private Optional<String> withOneCharacter(StringBuilder draft, int at) {
        for (int i = 0; i < CHARACTERS.length(); i++) {
            draft.setCharAt(at, CHARACTERS.charAt(i));
            if (format.fits(draft, 0, draft.length())) {
                return Optional.of(draft.toString());
            }
        }
        return Optional.empty();
    }

    private Optional<String> withTwoDigits(StringBuilder draft, int at) {
        for (int i = 0; i < 100; i++) {
            draft.setCharAt(at, (char) ('0' + i / 10));
            draft.setCharAt(at + 1, (char) ('0' + i % 10));
            if (format.fits(draft, 0, draft.length())) {
                return Optional.of(draft.toString());
            }
        }
        return Optional.empty();
    }
}
