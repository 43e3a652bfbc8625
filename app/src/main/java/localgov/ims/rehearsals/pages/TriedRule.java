package localgov.ims.rehearsals.pages;

import java.util.List;

/// What a rule would do, before it is saved.
///
/// @param sentence the rule as a plain sentence
public record TriedRule(String sentence, List<Sample> samples) {
    /// @param says what would be done, or why nothing would, and `why` what else there is to say of that, in English
    public record Sample(String typed, boolean holds, String says, String why) {}
}
