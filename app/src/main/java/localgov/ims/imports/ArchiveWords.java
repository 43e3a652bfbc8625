package localgov.ims.imports;

import java.util.List;
import java.util.Locale;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.platform.words.Words;

/// What is said of archives.
final class ArchiveWords {
    private ArchiveWords() {}

    /// The words for why an archive was not opened; they may name the file in it that is the matter.
    static String key(Unopened why) {
        return "imports.archive." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// In which archives a file came; nothing when in none.
    static List<SummaryRow> facts(List<String> archives, Words words) {
        return archives.isEmpty()
                ? List.of()
                : List.of(SummaryRow.of(words.say("imports.fact.archive"), String.join(", ", archives)));
    }
}
