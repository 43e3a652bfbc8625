package localgov.ims.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.formats.Check;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.Problem;
import localgov.ims.formats.bacs.BacsReport;
import org.jspecify.annotations.Nullable;

/// A file that arrived and what is known of it.
///
/// @param fileName what the sender called it, as text
/// @param kind the code of the [KindOfFile] that takes its lines
/// @param bytes its length
/// @param receivedBy a person's e-mail address, `api:<key name>` or `system`
/// @param format what it turned out to be; nothing before it has been read or when it is nothing we know
/// @param report which report from Bacs it is; such a file has no lines, what it tells is taken elsewhere
/// @param description what it was read by when it is of no format of banks
/// @param source the code of where it came from; nothing when nobody said and its name did not tell
/// @param lines its entries; 0 before it has been read
/// @param credits money in, over all lines in sterling
/// @param debits money out, over all lines in sterling
/// @param outcomes lines counted by outcome, and amounts by the outcome of each part; both add up to the lines
/// once posted
/// @param checks what it says about itself against what was read, the first thousand
/// @param problems what could not be read, the first thousand
/// @param problemCount how many there are in all
/// @param leftOut rows that its description leaves out, by the reason that it gives
/// @param progress how far the reading has come, while it runs
/// @param ended who ended it and why, when somebody did
/// @param again the import of the same bytes before this one, which somebody had ended
/// @param lookFirst whether it was not read yet because somebody wants to see first what would become of it
/// @param releases what two people let pass of it
public record Import(
        ImportId id,
        ImportState state,
        String fileName,
        String kind,
        @Nullable String source,
        long bytes,
        Instant receivedAt,
        String receivedBy,
        @Nullable FileFormat format,
        @Nullable BacsReport report,
        @Nullable Description description,
        long lines,
        Tally credits,
        Tally debits,
        Map<Outcome, Tally> outcomes,
        List<Check> checks,
        List<Problem> problems,
        long problemCount,
        List<LeftOut> leftOut,
        Optional<Progress> progress,
        @Nullable Instant finishedAt,
        Optional<Ended> ended,
        Optional<ImportId> again,
        boolean lookFirst,
        List<Release> releases) {

    /// A description of a file, in one version of it.
    public record Description(String code, int version, String name) {}

    /// Whether nothing of it is in the book, nobody has ended it, and reading it anew may come to another end.
    public boolean mayBeReadAgain() {
        return state.mayBeReadAgain() && ended.isEmpty();
    }

    public Tally outcome(Outcome outcome) {
        return outcomes.getOrDefault(outcome, Tally.NONE);
    }
}
