package localgov.ims.catalogue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import localgov.ims.settings.Phrase;
import org.jspecify.annotations.Nullable;

/// How a council writes down what its references look like. Everything given must hold together.
///
/// @param shortest least number of characters, 1 to 36
/// @param longest greatest number of characters, 1 to 36
/// @param starts a reference begins with one of these; none given means anything
/// @param pattern a regular expression found anywhere in the reference (write `^` and `$` to bind its ends),
///   or empty. It is matched in linear time, so look-around and back-references are refused
/// @param mask see [Mask], or empty
public record ReferenceRules(
        String code,
        String name,
        int shortest,
        int longest,
        @Nullable CharacterClass characters,
        List<String> starts,
        String pattern,
        String mask,
        @Nullable CheckDigit checkDigit) {

    /// The longest reference anybody may have.
    public static final int LONGEST = 36;

    public ReferenceRules {
        starts = starts.stream().map(Mask::upper).toList();
    }

    /// The field that is wrong and why, in words for the person who writes the rules.
    record Fault(String field, Phrase words) {}

    Optional<Fault> fault() {
        if (shortest < 1 || shortest > LONGEST) {
            return fault(
                    "shortest",
                    "Shortest length must be between 1 and %d".formatted(LONGEST),
                    "Rhaid i’r hyd byrraf fod rhwng 1 a %d".formatted(LONGEST));
        }
        if (longest < shortest || longest > LONGEST) {
            return fault(
                    "longest",
                    "Longest length must be between the shortest length and %d".formatted(LONGEST),
                    "Rhaid i’r hyd hiraf fod rhwng yr hyd byrraf a %d".formatted(LONGEST));
        }
        return patternFault().or(this::maskFault).or(this::startsFault);
    }

    private Optional<Fault> patternFault() {
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return fault(
                    "pattern",
                    "Regular expression cannot be used: " + e.getDescription(),
                    "Ni ellir defnyddio’r mynegiad rheolaidd: " + e.getDescription());
        }
    }

    private Optional<Fault> maskFault() {
        if (mask.isEmpty()) {
            return Optional.empty();
        }
        var shape = new Mask(mask);
        if (longest > shape.longest()) {
            return fault(
                    "longest",
                    "Longest length is more than the %d places of the mask".formatted(shape.longest()),
                    "Mae’r hyd hiraf yn fwy na nifer lleoedd y mwgwd, %d".formatted(shape.longest()));
        }
        if (longest < shape.shortest()) {
            return fault(
                    "longest",
                    "Longest length is less than the %d places the mask needs".formatted(shape.shortest()),
                    "Mae’r hyd hiraf yn llai na’r nifer o leoedd y mae ar y mwgwd eu hangen, %d"
                            .formatted(shape.shortest()));
        }
        if (shape.check() >= 0 && checkDigit == null) {
            return fault(
                    "check_digit",
                    "Choose the check digit that @ in the mask stands for",
                    "Dewiswch y digid gwirio y mae @ yn y mwgwd yn sefyll drosto");
        }
        if (shape.check() >= 0 && mask.indexOf('@', shape.check() + 1) >= 0 && !(checkDigit instanceof Mod97)) {
            return fault("mask", "The mask can have one @ only", "Dim ond un @ y gall y mwgwd ei gael");
        }
        return characters != null && !agree(shape)
                ? fault(
                        "characters",
                        "The mask asks for characters that references cannot have",
                        "Mae’r mwgwd yn gofyn am nodau na all cyfeirnodau eu cael")
                : Optional.empty();
    }

    private boolean agree(Mask shape) {
        for (int i = 0; i < shape.shortest(); i++) {
            if (characters != null && shape.at(i).within(characters.places()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Optional<Fault> startsFault() {
        return starts.stream().anyMatch(start -> start.isBlank() || start.length() > longest)
                ? fault(
                        "starts",
                        "What references start with must be shorter than the longest reference",
                        "Rhaid i ddechrau cyfeirnodau fod yn fyrrach na’r cyfeirnod hiraf")
                : Optional.empty();
    }

    private static Optional<Fault> fault(String field, String english, String welsh) {
        return Optional.of(new Fault(field, Phrase.both(english, welsh)));
    }
}
