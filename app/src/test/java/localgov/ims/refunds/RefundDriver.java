package localgov.ims.refunds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import localgov.ims.approvals.Approval;
import localgov.ims.kernel.London;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Payment;
import localgov.ims.people.Person;
import localgov.ims.sandbox.PayDriver;
import org.springframework.context.ApplicationContext;

/// Refunds as other rooms' tests need them: two people want one, and time passes.
public final class RefundDriver {
    public static final Basket.Line FINE = Bureau.FINE;
    public static final Basket.Line GARDEN = Bureau.GARDEN;

    private final Bureau bureau;

    public RefundDriver(ApplicationContext app) {
        bureau = new Bureau(app);
    }

    public static void open(ApplicationContext app, PayDriver pay) {
        Bureau.open(app, pay);
    }

    public Payment paid(PayDriver pay, Basket.Line... lines) {
        return bureau.paid(pay, lines);
    }

    public Received receipt(Payment payment) {
        return bureau.receipt(payment);
    }

    /// Ann asks for so many pence of each line.
    public Wanting ask(Payment payment, long... pence) {
        return bureau.ask(bureau.wish(payment, pence));
    }

    /// Ann asks and Ben approves; nothing when it cannot be had.
    public Optional<Refund> approved(Payment payment, long... pence) {
        if (!(ask(payment, pence) instanceof Wanting.Waiting(var refund))) {
            return Optional.empty();
        }
        bureau.approve(refund, bureau.ben());
        return Optional.of(bureau.now(refund));
    }

    public void giveUp(Refund refund) {
        Bureau.within(() -> bureau.refunds.act(refund.reference(), Refunds.Action.GIVE_UP, bureau.ann()));
    }

    /// One that its card does not take, sooner or later.
    public Refund failed(PayDriver pay, Payment payment, long... pence) {
        pay.fault("refund_fails", "refund");
        var refund = approved(payment, pence).orElseThrow();
        round();
        pay.advance("2m");
        later(Duration.ofHours(1));
        round();
        if (state(refund) != RefundState.FAILED) {
            throw new IllegalStateException("It did not fail: " + bureau.now(refund));
        }
        return bureau.now(refund);
    }

    /// Ann asks for it by bank instead.
    public Wanting byBank(Refund failed) {
        return bureau.byBank(bureau.now(failed));
    }

    /// Ben approves it.
    public Approval approve(Refund refund) {
        return bureau.approve(refund, bureau.ben());
    }

    public Acted tryAgain(Refund refund) {
        return Bureau.within(() -> bureau.refunds.act(refund.reference(), Refunds.Action.TRY_AGAIN, bureau.ann()));
    }

    /// Ann says that the bank has paid it today.
    public Acted paid(Refund refund) {
        return Bureau.within(() -> bureau.refunds.paid(refund.reference(), today(), bureau.ann()));
    }

    /// The same of what must not be paid any more, and had been.
    public Acted paidAllTheSame(Refund refund) {
        return Bureau.within(() -> bureau.refunds.paidAllTheSame(refund.reference(), today(), bureau.ann()));
    }

    private static LocalDate today() {
        return London.dayOf(Instant.now());
    }

    public RefundState state(Refund refund) {
        return bureau.state(refund);
    }

    public Person ann() {
        return bureau.ann();
    }

    public Person ben() {
        return bureau.ben();
    }

    public void later(Duration by) {
        bureau.later(by);
    }

    public void round() {
        bureau.round();
    }
}
