package localgov.ims.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.providers.Seen;
import localgov.ims.receipts.Arrival;

/// A paid payment as money that has arrived: always exactly what the provider says was paid, and never guessed
/// about.
final class PaidArrival {
    private static final String FIRST = "payment";
    private static final String TURN = "payment-turn";
    private static final String TWICE = "payment-twice";

    private PaidArrival() {}

    /// @param method the catalogue's code of paying by card online, whose clearing account holds the money until
    /// the bank has it
    /// @param office the catalogue's code of the place that stands for it
    static Arrival of(Payment payment, Money paid, String method, String office) {
        var day = London.dayOf(payment.paidAt().orElseThrow());
        return arrival(payment, source(payment), day, method, office, lines(payment, paid));
    }

    /// What stands for it in the book now: once it has been taken back and paid after all, another entry than the
    /// first. What is written there stays there.
    static Source source(Payment payment) {
        int turns = payment.standing().turns();
        return turns == 0 ? new Source(FIRST, payment.id().toString()) : new Source(TURN, payment.id() + "/" + turns);
    }

    /// Another attempt at the same payment, which was paid as well. The money has arrived; whose it is, a person says.
    static Arrival twice(Payment payment, Seen.Known known, Instant now, String method, String office) {
        var paidAt = known.paidAt() == null ? now : known.paidAt();
        return arrival(
                payment,
                new Source(TWICE, payment.id() + "/" + known.providerReference()),
                London.dayOf(paidAt),
                method,
                office,
                List.of(Arrival.Line.unplaced(known.amount(), Consequences.paidAsWell(known), wasFor(payment))));
    }

    private static Arrival arrival(
            Payment payment, Source source, LocalDate day, String method, String office, List<Arrival.Line> lines) {
        return new Arrival(
                source,
                AccountName.clearing(method),
                day,
                method,
                office,
                payment.channel(),
                payment.payer().orElse(null),
                lines);
    }

    private static List<Arrival.Line> lines(Payment payment, Money paid) {
        var surcharge = payment.standing().surcharge();
        var difference = Difference.between(payment.amount(), paid.minus(surcharge));
        if (difference.isPresent()) {
            return List.of(Arrival.Line.unplaced(paid, difference.get().words(), wasFor(payment)));
        }
        var lines = new ArrayList<Arrival.Line>();
        payment.lines()
                .forEach(line ->
                        lines.add(Arrival.Line.of(line.fund(), line.account(), line.amount(), line.narrative())));
        if (surcharge.isPositive()) {
            lines.add(Arrival.Line.into(AccountName.SURCHARGES, surcharge));
        }
        return lines;
    }

    /// What the payer wanted to pay, for whoever has to place the money.
    private static String wasFor(Payment payment) {
        return payment.lines().stream()
                .map(line -> "fund %s account %s %s".formatted(line.fund(), line.account(), line.amount()))
                .collect(Collectors.joining(", ", "Wanted: ", ""));
    }
}
