package localgov.ims.schedules;

import java.util.List;
import java.util.Optional;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.MovedOn;
import localgov.ims.ledger.JournalId;
import localgov.ims.receipts.GivingBack;
import org.springframework.stereotype.Component;

/// The file of a schedule that was paid is not taken back: its credit would have paid nothing. Nor is
/// the file of a line that paid one. The match is undone first.
@Component
class SchedulesMovedOn implements GivingBack, MovedOn {
    private final MatchStore matches;
    private final SettledStore settled;

    SchedulesMovedOn(MatchStore matches, SettledStore settled) {
        this.matches = matches;
        this.settled = settled;
    }

    /// The file's first amount stands for all of its schedule; a line that paid another's stands for itself.
    @Override
    public List<Line> of(ImportId id, int most) {
        return matches.isPaid(id.value())
                ? List.of(new Line(1, How.MATCHED))
                : settled.matched(id.value(), most).stream()
                        .map(line -> new Line(line, How.MATCHED))
                        .toList();
    }

    @Override
    public boolean standsAside(JournalId receipt) {
        return matches.keepAll(receipt.value()) && settled.keep(receipt.value(), Optional.empty());
    }

    /// Of a schedule that was paid a line may be returned unpaid: what is then missing stands on its
    /// account. A line of the bank that paid one may not.
    @Override
    public boolean standsAside(JournalId receipt, List<Integer> lines) {
        return settled.keep(receipt.value(), Optional.of(lines));
    }
}
