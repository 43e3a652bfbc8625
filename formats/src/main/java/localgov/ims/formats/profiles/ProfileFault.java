package localgov.ims.formats.profiles;

import java.util.List;
import java.util.stream.Stream;

/// What is wrong with a profile, and where.
///
/// @param path the place in the profile, `records[1].line.amount.value`; empty when it is about the whole
/// @param rule what does not hold
/// @param values what its sentence names: a bound, or what is known
public record ProfileFault(String path, ProfileRule rule, List<String> values) {
    public ProfileFault {
        values = List.copyOf(values);
    }

    static ProfileFault of(String path, ProfileRule rule, Object... values) {
        return new ProfileFault(
                path, rule, Stream.of(values).map(String::valueOf).toList());
    }

    /// The problem as a full sentence in English.
    public String problem() {
        return filled(rule.sentence());
    }

    /// A sentence of the same rule in any language, its places filled in with the values.
    public String filled(String sentence) {
        var filled = sentence;
        for (int i = 0; i < values.size(); i++) {
            filled = filled.replace("{" + i + "}", values.get(i));
        }
        return filled;
    }
}
