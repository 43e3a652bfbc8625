package localgov.ims.organisation;

import java.util.Map;
import java.util.Optional;
import localgov.ims.platform.pages.Prose;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Rule;

/// A link that a browser would take for a command is not kept.
record HarmlessLinks(String column) implements Rule {
    /// The type with this rule for the text in either language.
    static ReferenceData in(ReferenceData data, String english, String welsh) {
        return data.rule(new HarmlessLinks(english)).rule(new HarmlessLinks(welsh));
    }

    @Override
    public Optional<Problem> check(Map<String, String> answers) {
        return Prose.badAddress(answers.getOrDefault(column, ""))
                .map(address -> Problem.of(
                        column,
                        "link",
                        "A link must begin with https://, mailto:, tel: or a slash. This one does not: " + address,
                        "Rhaid i ddolen ddechrau â https://, mailto:, tel: neu flaenslaes. Nid yw hon: " + address));
    }
}
