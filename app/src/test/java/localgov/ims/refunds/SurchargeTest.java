package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Payment;
import localgov.ims.people.Limits;
import localgov.ims.people.Scope;
import org.junit.jupiter.api.Test;

/// What a provider added for the card goes back with all the rest, and with a part only when somebody says so.
class SurchargeTest extends RefundJourney {
    @Override
    Payment paid() {
        return here.paid(pay, 250, Bureau.FINE, Bureau.GARDEN);
    }

    private Refund gone(Payment payment, Wish.Surcharge surcharge, long... pence) {
        var wish = here.wish(payment, pence);
        var with = new Wish(wish.id(), wish.journal(), 1, wish.parts(), wish.reason(), null, surcharge);
        var refund = ((Wanting.Waiting) here.ask(with)).refund();
        here.approve(refund, here.ben());
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        return refund;
    }

    @Test
    void allOfAPaymentGoesBackWithItsSurcharge() {
        var payment = paid();
        var refund = gone(payment, Wish.Surcharge.WITH_ALL, 3_500, 4_500);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactly("8250 success");
        assertThat(here.posted(refund))
                .extracting(line -> line.replaceAll(" \\d+$", ""))
                .containsExactly(
                        "fund:11 clearing:card 3500", "fund:GW clearing:card 4500", "surcharges clearing:card 250");
        assertThat(here.receipt(payment).left()).isEqualTo(Money.ZERO);
    }

    @Test
    void aPartGoesBackWithoutItUntilNothingElseStays() {
        var payment = paid();
        gone(payment, Wish.Surcharge.WITH_ALL, 3_500);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactly("3500 success");
        gone(payment, Wish.Surcharge.WITH_ALL, 0, 4_500);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactlyInAnyOrder("3500 success", "4750 success");
    }

    @Test
    void somebodyMaySayThatItGoesWithAPartOrStays() {
        var part = paid();
        gone(part, Wish.Surcharge.YES, 1_000);
        assertThat(Bureau.atTheProvider(pay, part)).containsExactly("1250 success");
        var all = paid();
        gone(all, Wish.Surcharge.NO, 3_500, 4_500);
        assertThat(Bureau.atTheProvider(pay, all)).containsExactly("8000 success");
        assertThat(here.receipt(all).left()).isEqualTo(Money.pence(250));
        var rest = gone(all, Wish.Surcharge.YES);
        assertThat(here.posted(rest)).hasSize(1);
        assertThat(here.receipt(all).left()).isEqualTo(Money.ZERO);
    }

    @Test
    void theSameWishIsTheSameRefundWhateverTheSurchargeCame() {
        var payment = paid();
        var wish = here.wish(payment, 3_500, 4_500);
        var refund = ((Wanting.Waiting) here.ask(wish)).refund();
        assertThat(here.ask(wish)).isInstanceOf(Wanting.SeenBefore.class);
        assertThat(here.now(refund).amount()).isEqualTo(Money.pence(8_250));
    }

    @Test
    void itIsSeenByWhoeverSeesTheRestOfItsPayment() {
        var payment = paid();
        var refund = ((Wanting.Waiting) here.ask(here.wish(payment, 3_500, 4_500))).refund();
        var both = new Scope(List.of(Limits.toFunds("11", "GW")));
        var parking = new Scope(List.of(Limits.toFunds("11")));
        assertThat(Bureau.within(() -> here.refunds.find(refund.reference(), both)))
                .isPresent();
        assertThat(Bureau.within(() -> here.refunds.find(refund.reference(), parking)))
                .isEmpty();
        assertThat(Bureau.within(() -> here.refunds.receipt(payment.reference(), both)))
                .isPresent();
    }

    /// It has no fund that a limit could name, and is nobody's who sees no receipts at all.
    @Test
    void itIsNotSeenByWhoeverSeesNothing() {
        var surcharge = here.receipt(paid()).lines().stream()
                .filter(Received.Line::isSurcharge)
                .findFirst()
                .orElseThrow();
        assertThat(Receiving.isWithin(surcharge, new Scope(List.of(Limits.toFunds("11")))))
                .isTrue();
        assertThat(Receiving.isWithin(surcharge, Scope.NOTHING)).isFalse();
    }
}
