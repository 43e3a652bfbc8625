package localgov.ims.unpaid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.JournalId;
import localgov.ims.receipts.TakingBack;
import localgov.ims.suspense.SuspenseGivenBack;
import org.springframework.stereotype.Component;

/// Where the money of a receipt is now: in the fund in which it came in, still in suspense, or on the bills on
/// which it was placed since.
@Component
class Standings {
    private final SuspenseGivenBack suspense;

    Standings(SuspenseGivenBack suspense) {
        this.suspense = suspense;
    }

    /// As whoever looks sees it; it may move yet.
    List<UnpaidReceipt.Stand> of(long journal, List<UnpaidStore.Row> postings) {
        return numbered(postings.stream()
                .map(UnpaidStore.Row::line)
                .map(line -> {
                    var placed = placed(journal, line);
                    return new Where(line, line.amount().minus(sum(placed)), placed);
                })
                .toList());
    }

    /// Keeps all of it where it stands, within the caller's database transaction: what is in suspense is counted
    /// in the row in which placing is counted, and whoever places some of it at the same moment is waited for.
    /// Nothing when some of it has gone elsewhere.
    Optional<List<UnpaidReceipt.Stand>> hold(UnpaidReceipt receipt) {
        var held = receipt.lines().stream()
                .map(line -> {
                    var rest = line.inSuspense()
                            ? suspense.reserveRest(receipt.journal(), line.line(), line.amount())
                            : line.amount();
                    return new Where(line, rest, placed(receipt.journal(), line));
                })
                .toList();
        return held.stream().allMatch(Where::isAllOfIt) ? Optional.of(numbered(held)) : Optional.empty();
    }

    private List<SuspenseGivenBack.Placed> placed(long journal, UnpaidReceipt.Line line) {
        return line.inSuspense() ? suspense.placed(journal, line.line()) : List.of();
    }

    private static Money sum(List<SuspenseGivenBack.Placed> placed) {
        return placed.stream().map(SuspenseGivenBack.Placed::amount).reduce(Money.ZERO, Money::plus);
    }

    /// @param rest what is where it came to
    private record Where(UnpaidReceipt.Line line, Money rest, List<SuspenseGivenBack.Placed> placed) {
        boolean isAllOfIt() {
            return rest.plus(sum(placed)).equals(line.amount());
        }
    }

    /// The first part of a line goes out by the line of the same number, the others come after all lines.
    private static List<UnpaidReceipt.Stand> numbered(List<Where> lines) {
        int next =
                1 + lines.stream().mapToInt(where -> where.line().line()).max().orElse(0);
        var stands = new ArrayList<UnpaidReceipt.Stand>();
        for (var where : lines) {
            int as = where.line().line();
            if (where.rest().isPositive()) {
                stands.add(stays(where, as));
                as = next++;
            }
            for (var placed : where.placed()) {
                stands.add(moved(where, as, placed));
                as = next++;
            }
        }
        return stands;
    }

    private static UnpaidReceipt.Stand stays(Where where, int as) {
        var line = where.line();
        return new UnpaidReceipt.Stand(line.line(), as, line.fund(), line.account(), where.rest(), null);
    }

    private static UnpaidReceipt.Stand moved(Where where, int as, SuspenseGivenBack.Placed placed) {
        return new UnpaidReceipt.Stand(
                where.line().line(),
                as,
                placed.fund(),
                placed.account(),
                placed.amount(),
                new TakingBack.Placed(new JournalId(placed.journal()), placed.line()));
    }
}
