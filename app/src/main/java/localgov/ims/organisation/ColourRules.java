package localgov.ims.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Contrast;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Problem;

/// Whether a council's colours can be read wherever words stand on them or in them.
final class ColourRules {
    private ColourRules() {}

    /// Words in one colour on another, as the page has them.
    ///
    /// @param column whose answer is to be put right
    record Pair(String column, Phrase what, String words, String ground) {
        double ratio() {
            return Contrast.between(words, ground);
        }

        boolean enough() {
            return ratio() >= Contrast.ENOUGH;
        }

        /// With one decimal, rounded down: 4.49 is not shown as enough.
        String measured() {
            return String.format(Locale.ROOT, "%.1f", Math.floor(ratio() * 10) / 10);
        }
    }

    /// Everything that is measured.
    static List<Pair> pairs(Colours colours) {
        return List.of(
                new Pair(
                        DetailsData.HEADER_TEXT,
                        Phrase.both("Words of the header on its ground", "Geiriau’r pennawd ar ei gefndir"),
                        colours.headerText(),
                        colours.header()),
                new Pair(
                        DetailsData.BUTTON,
                        Phrase.both("White words on buttons", "Geiriau gwyn ar fotymau"),
                        Colours.WHITE,
                        colours.button()),
                new Pair(
                        DetailsData.LINK,
                        Phrase.both("Links on white", "Dolenni ar wyn"),
                        colours.link(),
                        Colours.WHITE),
                new Pair(
                        DetailsData.LINK,
                        Phrase.both("Links in the footer", "Dolenni yn y troedyn"),
                        colours.link(),
                        Colours.GROUND),
                new Pair(
                        DetailsData.LINK,
                        Phrase.both("Links on tinted ground", "Dolenni ar gefndir lliw"),
                        colours.link(),
                        colours.soft()));
    }

    /// The first pair that cannot be read, with the ratio that was measured.
    static Optional<Problem> check(Map<String, String> answers) {
        return problems(answers).stream().findFirst();
    }

    /// All of them, one for each colour.
    static List<Problem> problems(Map<String, String> answers) {
        var problems = new ArrayList<Problem>();
        for (var pair : pairs(DetailsData.colours(answers))) {
            if (!pair.enough()
                    && problems.stream().noneMatch(known -> known.column().equals(pair.column()))) {
                problems.add(new Problem(pair.column(), "contrast", cannotBeRead(pair)));
            }
        }
        return problems;
    }

    private static Phrase cannotBeRead(Pair pair) {
        return Phrase.both(
                "%s cannot be read: the contrast is %s and must be 4.5 or more"
                        .formatted(pair.what().english(), pair.measured()),
                "%s: ni ellir eu darllen. Y cyferbyniad yw %s a rhaid iddo fod yn 4.5 neu fwy"
                        .formatted(pair.what().welsh(), pair.measured()));
    }
}
