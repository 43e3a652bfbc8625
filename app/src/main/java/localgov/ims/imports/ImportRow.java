package localgov.ims.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.formats.Check;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.Problem;
import localgov.ims.kernel.Money;

/// Makes an import of the row that it is kept in.
final class ImportRow {
    private ImportRow() {}

    static Import whole(
            ImportStore.Row row,
            List<Check> checks,
            List<Problem> problems,
            List<LeftOut> leftOut,
            List<Release> releases) {
        return new Import(
                row.id(),
                row.state(),
                row.fileName(),
                row.kind(),
                row.source(),
                row.bytes(),
                row.receivedAt(),
                row.receivedBy(),
                row.format() == null ? null : FileFormat.valueOf(row.format()),
                row.report(),
                row.profile() == null || row.profileVersion() == null || row.profileName() == null
                        ? null
                        : new Import.Description(row.profile(), row.profileVersion(), row.profileName()),
                row.lines(),
                new Tally(row.credits(), row.creditPence()),
                new Tally(row.debits(), row.debitPence()),
                outcomes(row),
                checks,
                problems,
                row.problems(),
                leftOut,
                progress(row),
                row.finishedAt(),
                ended(row),
                Optional.ofNullable(row.againOf()),
                row.lookFirst(),
                releases);
    }

    private static Optional<Ended> ended(ImportStore.Row row) {
        return row.endedAt() == null || row.endedBy() == null || row.endedBecause() == null
                ? Optional.empty()
                : Optional.of(new Ended(row.endedAt(), row.endedBy(), row.endedBecause()));
    }

    private static Map<Outcome, Tally> outcomes(ImportStore.Row row) {
        var outcomes = new EnumMap<Outcome, Tally>(Outcome.class);
        outcomes.put(Outcome.POSTED, tally(row.posted(), row.postedPence()));
        outcomes.put(Outcome.SUSPENSE, tally(row.suspense(), row.suspensePence()));
        outcomes.put(Outcome.SETTLED, tally(row.settled(), row.settledPence()));
        outcomes.put(Outcome.RETURNED, tally(row.returned(), row.returnedPence()));
        outcomes.put(Outcome.IGNORED, tally(row.ignored(), row.ignoredPence()));
        return outcomes;
    }

    private static Tally tally(long count, Money amount) {
        return new Tally(count, amount);
    }

    private static Optional<Progress> progress(ImportStore.Row row) {
        if (row.state() != ImportState.READING
                || row.linesSoFar() == null
                || row.postedSoFar() == null
                || row.suspenseSoFar() == null
                || row.bytesRead() == null
                || row.startedAt() == null
                || row.updatedAt() == null) {
            return Optional.empty();
        }
        return Optional.of(new Progress(
                row.linesSoFar(),
                row.postedSoFar(),
                row.suspenseSoFar(),
                row.bytesRead(),
                row.bytes(),
                row.startedAt(),
                row.updatedAt()));
    }
}
