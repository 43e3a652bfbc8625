package localgov.ims.schedules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.MovedOn;
import localgov.ims.ledger.JournalId;
import localgov.ims.receipts.GivingBack;
import org.springframework.stereotype.Component;

/// Neither the file of a schedule that was paid is taken back, for its credit would have paid nothing, nor the file of
/// the bank with a credit that paid one. The match is undone first.
@Component
class SchedulesMovedOn implements GivingBack, MovedOn {
    private final MatchStore matches;
    private final SettledStore settled;

    SchedulesMovedOn(MatchStore matches, SettledStore settled) {
        this.matches = matches;
        this.settled = settled;
    }

    /// The file's first amount stands for all of its schedule.
    @Override
    public List<Line> of(ImportId id, int most) {
        var schedule = matches.isPaid(id.value()) ? Stream.of(1) : Stream.<Integer>empty();
        return Stream.concat(schedule, settled.paying(id.value(), most).stream())
                .distinct()
                .limit(most)
                .map(place -> new Line(place, How.MATCHED))
                .toList();
    }

    @Override
    public boolean standsAside(JournalId receipt) {
        return matches.keepAll(receipt.value()) && settled.keep(receipt.value(), Optional.empty());
    }

    /// Of a schedule that was paid a line may be returned unpaid: what is then missing stands on its account. A credit
    /// that paid a schedule may not.
    @Override
    public boolean standsAside(JournalId receipt, List<Integer> lines) {
        return lines.isEmpty() || settled.keep(receipt.value(), Optional.of(lines));
    }
}
