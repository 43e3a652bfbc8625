package localgov.ims.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.receipts.Arrival;

/// A paid payment as money that has arrived: always exactly what the provider says was paid, and never guessed
/// about.
final class PaidArrival {
    private PaidArrival() {}

    /// @param method the catalogue's code of paying by card online, whose clearing account holds the money until
    /// the bank has it
    /// @param office the catalogue's code of the place that stands for it
    static Arrival of(Payment payment, Money paid, String method, String office) {
        var day = London.dayOf(payment.paidAt().orElseThrow());
        return new Arrival(
                new Source("payment", payment.id().toString()),
                AccountName.clearing(method),
                day,
                method,
                office,
                payment.channel(),
                payment.payer().orElse(null),
                lines(payment, paid));
    }

    private static List<Arrival.Line> lines(Payment payment, Money paid) {
        var difference = Difference.between(payment.amount(), paid);
        if (difference.filter(found -> !found.isMore()).isPresent()) {
            return List.of(Arrival.Line.unplaced(paid, difference.get().words(), wasFor(payment)));
        }
        var lines = new ArrayList<Arrival.Line>();
        payment.lines()
                .forEach(line ->
                        lines.add(Arrival.Line.of(line.fund(), line.account(), line.amount(), line.narrative())));
        difference.ifPresent(more -> lines.add(Arrival.Line.unplaced(more.surplus(), more.words(), wasFor(payment))));
        return lines;
    }

    /// What the payer wanted to pay, for whoever has to place the money.
    private static String wasFor(Payment payment) {
        return payment.lines().stream()
                .map(line -> "fund %s account %s %s".formatted(line.fund(), line.account(), line.amount()))
                .collect(Collectors.joining(", ", "Wanted: ", ""));
    }
}
