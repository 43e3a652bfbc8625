package localgov.ims.schedules;

import java.util.List;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.MovedOn;
import localgov.ims.ledger.JournalId;
import localgov.ims.receipts.GivingBack;
import org.springframework.stereotype.Component;

/// The file of a schedule that was paid is not taken back: its credit would have paid nothing. The match is undone
/// first.
@Component
class SchedulesMovedOn implements GivingBack, MovedOn {
    private final MatchStore matches;

    SchedulesMovedOn(MatchStore matches) {
        this.matches = matches;
    }

    /// The file's first amount stands for all of its schedule.
    @Override
    public List<Line> of(ImportId id, int most) {
        return matches.isPaid(id.value()) ? List.of(new Line(1, How.MATCHED)) : List.of();
    }

    @Override
    public boolean standsAside(JournalId receipt) {
        return matches.keepAll(receipt.value());
    }

    /// Of a schedule that was paid a line may be returned unpaid: what is then missing stands on its account.
    @Override
    public boolean standsAside(JournalId receipt, List<Integer> lines) {
        return true;
    }
}
