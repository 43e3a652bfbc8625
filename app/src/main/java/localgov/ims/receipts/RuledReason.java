package localgov.ims.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import localgov.ims.imports.KindOfFile;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.rules.Ruling;

/// Which rule decided a line, in which version, and what else there is to say, as it is kept with the line.
///
/// @param more sentences; empty when there is nothing else
record RuledReason(long version, String name, String more) {
    /// The money belongs elsewhere as its reference says, and the rule does not go first.
    static final String AGAINST_REFERENCE = "rule-against-reference";

    /// The rule says where it belongs, and there is no such place.
    static final String NO_PLACE = "rule-no-place";

    /// The rule says that a person must look.
    static final String ASKS = "rule-asks";

    private static final char BETWEEN = '|';

    static RuledReason of(Ruling ruling, List<String> more) {
        return new RuledReason(
                ruling.version(), ruling.name().replace(BETWEEN, '/'), CardNumbers.masked(String.join(" ", more)));
    }

    String kept() {
        return "%d%s%s%s%s".formatted(version, BETWEEN, name, BETWEEN, more);
    }

    static RuledReason read(String kept) {
        var parts = kept.split("\\|", 3);
        return parts.length == 3 && parts[0].matches("\\d{1,18}")
                ? new RuledReason(Long.parseLong(parts[0]), parts[1], parts[2])
                : new RuledReason(0, "", kept);
    }

    List<String> inWords() {
        var sentences = new ArrayList<String>();
        sentences.add("The rule “%s” (version %d) decided this.".formatted(name, version));
        if (!more.isEmpty()) {
            sentences.add(more);
        }
        return List.copyOf(sentences);
    }

    /// In both languages; what else there is to say was kept in English.
    List<KindOfFile.Why> why() {
        var welsh = "Penderfynodd y rheol “%s” (fersiwn %d) hyn.".formatted(name, version);
        var english = inWords();
        return IntStream.range(0, english.size())
                .mapToObj(i -> new KindOfFile.Why(english.get(i), i == 0 ? welsh : ""))
                .toList();
    }
}
