package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localgov.ims.approvals.Approval;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Basket;
import localgov.ims.people.Scope;
import org.junit.jupiter.api.Test;

/// What looks as if it had been paid twice is proposed, and nothing more.
class DuplicatesTest extends RefundJourney {
    private void look() {
        Bureau.within(() -> {
            app.getBean(Duplicates.class).propose();
            return true;
        });
    }

    private List<Refund> of(localgov.ims.payments.Payment payment) {
        var journal = here.receipt(payment).journal();
        return Bureau.within(() -> here.refunds.of(journal, Scope.EVERYTHING));
    }

    @Test
    void theLaterOfTwoEqualPaymentsIsProposedOnceAndGoesBackWhenTwoPeopleWantIt() {
        var first = here.paid(pay, Bureau.FINE);
        var other = here.paid(pay, Bureau.FINE, Bureau.GARDEN);
        var second = here.paid(pay, Bureau.FINE);
        look();
        look();
        assertThat(of(first)).isEmpty();
        assertThat(of(other)).isEmpty();
        var proposed = of(second);
        assertThat(proposed).hasSize(1);
        assertThat(proposed.getFirst().state()).isEqualTo(RefundState.PROPOSED);
        assertThat(proposed.getFirst().reason()).contains(first.reference().toString());
        assertThat(here.receipt(second).isPossible())
                .as("a proposal reserves nothing")
                .isTrue();
        here.round();
        assertThat(Bureau.atTheProvider(pay, second)).isEmpty();

        var reference = proposed.getFirst().reference();
        assertThat(Bureau.within(() -> here.refunds.takeUp(reference, here.ann())))
                .isInstanceOf(Wanting.Waiting.class);
        assertThat(Bureau.within(() -> here.refunds.takeUp(reference, here.ann())))
                .isEqualTo(new Wanting.TooLate(RefundState.ASKED));
        assertThat(here.approve(proposed.getFirst(), here.ben())).isInstanceOf(Approval.Approved.class);
        here.round();
        assertThat(here.state(proposed.getFirst())).isEqualTo(RefundState.SENT);
        assertThat(Bureau.atTheProvider(pay, second)).containsExactly("3500 success");
    }

    /// Whoever spreads a bill pays the same amount again and again; a late try may fall on the day of the next one.
    @Test
    void paymentsOfAPlanAreAlikeAndNotPaidTwice() {
        var share = new Basket.Line("GW", "GW123456", Money.pence(4_711), null);
        here.paidFor("agreements", pay, share);
        var second = here.paidFor("agreements", pay, share);
        look();
        assertThat(of(second)).isEmpty();
        var byHand = here.paid(pay, share);
        look();
        assertThat(of(second)).isEmpty();
        assertThat(of(byHand)).hasSize(1);
    }

    @Test
    void whatIsNotTakenUpIsNotProposedAgainAndTheMoneyCanStillBeAskedFor() {
        here.paid(pay, Bureau.GARDEN);
        var second = here.paid(pay, Bureau.GARDEN);
        look();
        var proposed = of(second).getFirst();
        assertThat(Bureau.within(() -> here.refunds.act(proposed.reference(), Refunds.Action.DISMISS, here.ann())))
                .isInstanceOf(Acted.Done.class);
        look();
        assertThat(of(second)).hasSize(1);
        assertThat(here.ask(here.wish(second, 4_500))).isInstanceOf(Wanting.Waiting.class);
    }

    @Test
    void aProposalCannotTakeWhatHasBeenAskedForMeanwhile() {
        here.paid(pay, Bureau.GARDEN);
        var second = here.paid(pay, Bureau.GARDEN);
        look();
        var proposed = of(second).getFirst();
        here.asked(second, 4_000);
        assertThat(Bureau.within(() -> here.refunds.takeUp(proposed.reference(), here.ann())))
                .isInstanceOf(Wanting.MoreThanLeft.class);
        assertThat(here.state(proposed)).isEqualTo(RefundState.PROPOSED);
    }

    @Test
    void ofTwoWhoTakeItUpAtOnceOneAsks() throws Exception {
        here.paid(pay, Bureau.GARDEN);
        var second = here.paid(pay, Bureau.GARDEN);
        look();
        var reference = of(second).getFirst().reference();
        try (var callers = Executors.newFixedThreadPool(4)) {
            var answers = callers
                    .invokeAll(List.<Callable<Wanting>>of(
                            () -> Bureau.within(() -> here.refunds.takeUp(reference, here.ann())),
                            () -> Bureau.within(() -> here.refunds.takeUp(reference, here.ben())),
                            () -> Bureau.within(() -> here.refunds.takeUp(reference, here.ann())),
                            () -> Bureau.within(() -> here.refunds.takeUp(reference, here.ben()))))
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(Wanting.Waiting.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Wanting.TooLate.class::isInstance).hasSize(3);
        }
    }
}
