package localgov.ims.catalogue;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the references of a fund look like, ready to judge millions of them: compiled once, immutable, shared
/// by all threads.
///
/// References are kept in capital letters, without spaces and hyphens unless the format has a place for them.
public final class ReferenceFormat {

    /// What an index of formats needs to know. Every fitting reference, as it is kept, has `shortest` to
    /// `longest` characters and begins with one of `starts`, which holds one empty text when anything may
    /// come first.
    public record Shape(int shortest, int longest, List<String> starts, boolean digitsOnly, boolean spaces) {}

    private final ReferenceRules rules;
    private final Places[] places;
    private final @Nullable Mask mask;
    private final @Nullable Pattern pattern;
    private final String[] starts;
    private final @Nullable CheckDigit checkDigit;
    private final int checkAt;
    private final Places anywhere;
    private final Shape shape;

    private ReferenceFormat(ReferenceRules rules) {
        this.rules = rules;
        this.mask = rules.mask().isEmpty() ? null : new Mask(rules.mask());
        this.pattern = rules.pattern().isEmpty() ? null : Pattern.compile(rules.pattern());
        this.starts = rules.starts().toArray(String[]::new);
        this.checkDigit = rules.checkDigit();
        this.checkAt = mask == null ? -1 : mask.check();
        int shortest = mask == null ? rules.shortest() : Math.max(rules.shortest(), mask.shortest());
        int longest = mask == null ? rules.longest() : Math.min(rules.longest(), mask.longest());
        this.places = compile(longest);
        var all = Places.NONE;
        for (var place : places) {
            all = all.and(place);
        }
        this.anywhere = all;
        this.shape = new Shape(
                shortest, longest, beginnings(), all.within(Places.DIGITS).equals(all), all.has(' '));
    }

    /// Throws when the rules contradict themselves; they are checked when somebody writes them down.
    public static ReferenceFormat of(ReferenceRules rules) {
        rules.fault().ifPresent(fault -> {
            throw new IllegalArgumentException("Reference format %s: %s"
                    .formatted(rules.code(), fault.words().english()));
        });
        return new ReferenceFormat(rules);
    }

    private Places[] compile(int longest) {
        var characters = characters();
        var compiled = new Places[longest];
        for (int i = 0; i < longest; i++) {
            compiled[i] = mask == null ? characters : mask.at(i).within(characters);
        }
        return compiled;
    }

    Places characters() {
        return rules.characters() == null
                ? Places.PRINTABLE
                : rules.characters().places();
    }

    private List<String> beginnings() {
        if (starts.length > 0) {
            return List.of(starts);
        }
        return List.of(mask == null ? "" : mask.start());
    }

    public String code() {
        return rules.code();
    }

    public Shape shape() {
        return shape;
    }

    /// Whether a check digit ties the characters of a reference together.
    public boolean hasCheckDigit() {
        return checkDigit != null;
    }

    /// Whether some place of a reference may have this character.
    public boolean mayHave(char c) {
        return anywhere.has(c);
    }

    /// Whether the text, exactly as it stands, is a reference of this format in the form in which it is kept.
    /// Allocates nothing unless the format has a regular expression.
    public boolean fits(String reference) {
        return fits(reference, 0, reference.length());
    }

    /// The same for the part of a text between `from` (inclusive) and `to` (exclusive).
    public boolean fits(CharSequence text, int from, int to) {
        int length = to - from;
        if (length < shape.shortest() || length > shape.longest()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!places[i].has(text.charAt(from + i))) {
                return false;
            }
        }
        return tidy(text, from, to) && starts(text, from, to) && matches(text, from, to) && checks(text, from, to);
    }

    /// Judges what a person typed or a file said, in the order length, characters, beginning, pattern, mask,
    /// check digit.
    public ReferenceCheck check(String reference) {
        return check(reference, "Reference");
    }

    /// `label` is what the payer knows the reference as, for the words of the answer.
    ReferenceCheck check(String typed, String label) {
        var reference = kept(typed);
        int length = reference.length();
        if (length == 0) {
            return no("blank", "Enter your " + lowerFirst(label), Map.of());
        }
        if (length < shape.shortest() || length > shape.longest()) {
            return no(
                    "length",
                    "%s must be %s".formatted(label, lengthWords()),
                    Map.of("shortest", "" + shape.shortest(), "longest", "" + shape.longest()));
        }
        if (!only(reference, characters())) {
            var allowed = characterWords();
            return no("characters", "%s must have only %s".formatted(label, allowed), Map.of("characters", allowed));
        }
        if (!starts(reference, 0, length)) {
            var known = String.join(" or ", starts);
            return no("starts", "%s must start with %s".formatted(label, known), Map.of("starts", known));
        }
        if (!matches(reference, 0, length)) {
            return no("pattern", "%s is not in the right form. Check it and try again".formatted(label), Map.of());
        }
        if (mask != null && !mask.accepts(reference)) {
            return no("mask", "%s must be %s".formatted(label, mask.words()), Map.of("shape", mask.words()));
        }
        if (!checks(reference, 0, length)) {
            return no(
                    "check-digit",
                    "%s is not a number we have issued. Check each letter and digit and try again".formatted(label),
                    Map.of());
        }
        return new ReferenceCheck.Fits(reference, reasons(reference));
    }

    /// What somebody probably did wrong who typed a reference that nearly fits; nothing when it fits, or when it is
    /// not near enough to say.
    public Optional<Slip> slip(String typed) {
        return check(typed) instanceof ReferenceCheck.DoesNotFit no
                ? Slips.in(this, kept(typed), no.code())
                : Optional.empty();
    }

    /// The reference as it is kept: capital letters, and no spaces or hyphens that the format has no place for.
    public String kept(String typed) {
        var kept = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (isSpace(c)) {
                append(kept, ' ');
            } else if (c == '-' || c >= '‐' && c <= '―' || c == '−') {
                append(kept, '-');
            } else {
                kept.append(Mask.upper(c));
            }
        }
        return kept.toString().strip();
    }

    /// For people: "BJ, 7 digits and a check character", or "8 to 30 letters and digits".
    public String words() {
        return mask == null ? "%s, %s".formatted(lengthWords(), characterWords()) : mask.words();
    }

    ReferenceRules rules() {
        return rules;
    }

    Places place(int i) {
        return places[i];
    }

    private void append(StringBuilder kept, char separator) {
        if (anywhere.has(separator)) {
            kept.append(separator);
        }
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// A reference is kept without spaces at its ends.
    private static boolean tidy(CharSequence text, int from, int to) {
        return to > from && text.charAt(from) != ' ' && text.charAt(to - 1) != ' ';
    }

    private static boolean only(String reference, Places allowed) {
        for (int i = 0; i < reference.length(); i++) {
            if (!allowed.has(reference.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    boolean starts(CharSequence text, int from, int to) {
        for (var start : starts) {
            if (beginsWith(text, from, to, start)) {
                return true;
            }
        }
        return starts.length == 0;
    }

    private static boolean beginsWith(CharSequence text, int from, int to, String start) {
        if (to - from < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (text.charAt(from + i) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean matches(CharSequence text, int from, int to) {
        return pattern == null || pattern.matcher(text.subSequence(from, to)).find();
    }

    private boolean checks(CharSequence text, int from, int to) {
        return checkDigit == null || checkDigit.holds(text, from, to, checkAt(to - from));
    }

    /// The place of the check character in a reference of this length.
    int checkAt(int length) {
        return checkAt >= 0 ? checkAt : length - 1;
    }

    private List<String> reasons(String reference) {
        var reasons = new ArrayList<String>();
        reasons.add("%s has the form %s".formatted(reference, words()));
        if (starts.length > 0) {
            reasons.add("It starts with "
                    + List.of(starts).stream()
                            .filter(reference::startsWith)
                            .findFirst()
                            .orElse(""));
        }
        if (checkDigit instanceof Mod97) {
            reasons.add("Its check digits are right");
        } else if (checkDigit != null) {
            reasons.add("Its check character %s is right"
                    .formatted(reference.charAt(checkAt >= 0 ? checkAt : reference.length() - 1)));
        }
        return List.copyOf(reasons);
    }

    private String lengthWords() {
        return shape.shortest() == shape.longest()
                ? shape.longest() + (shape.longest() == 1 ? " character" : " characters")
                : "%d to %d characters".formatted(shape.shortest(), shape.longest());
    }

    private String characterWords() {
        return rules.characters() == null
                ? "letters, digits and the usual signs"
                : rules.characters().words();
    }

    private static String lowerFirst(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    private static ReferenceCheck no(String code, String words, Map<String, String> args) {
        return new ReferenceCheck.DoesNotFit(code, words, args);
    }
}
