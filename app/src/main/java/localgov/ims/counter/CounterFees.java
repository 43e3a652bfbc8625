package localgov.ims.counter;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fee;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import org.springframework.stereotype.Component;

/// What whoever pays is charged for the way they pay, where the council says so: a line of its own in
/// the basket, before anybody pays.
@Component
class CounterFees {
    private final Catalogue catalogue;
    private final InstantSource clock;

    CounterFees(Catalogue catalogue, InstantSource clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// What a method costs whoever pays, today.
    Optional<Fee> of(String method) {
        return catalogue.now().fee(method, London.dayOf(clock.instant())).filter(Fee::isThePayers);
    }

    /// The line as it ought to be now; nothing when nothing is charged.
    Optional<CounterPayment.Line> due(CounterPayment payment) {
        return Optional.ofNullable(payment.how().method())
                .flatMap(this::of)
                .map(fee -> line(fee, payment.bill()))
                .filter(line -> line.amount().isPositive());
    }

    private static CounterPayment.Line line(Fee fee, Money bill) {
        return new CounterPayment.Line(
                CounterPayment.Line.FEE,
                Objects.requireNonNull(fee.fund()),
                fee.account(),
                fee.on(bill),
                fee.vatCode(),
                "Charged for the way it was paid");
    }

    /// Whether the basket charges what it ought to.
    boolean isRight(CounterPayment payment) {
        return payment.fee().equals(due(payment));
    }
}
