package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentState;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was given back in the provider's own tool is found, written down by two people, and posted once.
class ElsewhereTest extends RefundJourney {
    /// Somebody gives some of a payment back in the provider's own tool; how the provider calls it.
    private String givenBackThere(Payment payment, long pence, long available) {
        return pay.post(
                        "/v1/payments/" + payment.providerReference().orElseThrow() + "/refunds",
                        "{\"amount\": %d, \"refund_amount_available\": %d}".formatted(pence, available))
                .text("/refund_id");
    }

    private Found found(String providerRefund) {
        return open().stream()
                .filter(one -> one.providerRefund().equals(providerRefund))
                .findFirst()
                .orElseThrow();
    }

    private List<Found> open() {
        return Bureau.within(() -> here.elsewhere.open(Scope.EVERYTHING));
    }

    private void look() {
        Bureau.within(() -> {
            here.elsewhere.find();
            return true;
        });
    }

    private Wanting write(Found found, Wish wish) {
        return Bureau.within(() -> here.refunds.record(found.id(), wish, here.ann()));
    }

    @Test
    void booksAndProviderAgreeAgainAndGivingBackGoesOn() {
        var payment = here.paid(pay, Bureau.FINE, Bureau.GARDEN);
        var there = givenBackThere(payment, 1_000, 8_000);
        var ours = here.approved(payment, 3_500);
        here.round();
        assertThat(here.now(ours).failure()).contains(Failure.DIFFERS);
        var found = found(there);
        assertThat(found.amount()).isEqualTo(Money.pence(1_000));

        var refund = ((Wanting.Waiting) write(found, here.wish(payment, 0, 1_000))).refund();
        assertThat(here.posted(refund)).isEmpty();
        assertThat(open()).doesNotContain(found);
        assertThat(here.approve(refund, here.ann())).isInstanceOf(Approval.SamePerson.class);
        assertThat(here.approve(refund, here.ben())).isInstanceOf(Approval.Approved.class);
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        assertThat(here.posted(refund))
                .extracting(line -> line.replaceAll(" \\d+$", ""))
                .containsExactly("fund:GW clearing:card 1000");
        assertThat(here.now(refund).postedAs()).endsWith(":" + there);

        Bureau.within(() -> here.refunds.act(ours.reference(), Refunds.Action.TRY_AGAIN, here.ann()));
        here.round();
        assertThat(here.state(ours)).isEqualTo(RefundState.SENT);
        assertThat(Bureau.atTheProvider(pay, payment)).containsExactlyInAnyOrder("1000 success", "3500 success");
        here.later(Duration.ofDays(2));
        here.round();
        look();
        assertThat(open()).extracting(Found::payment).doesNotContain(payment.id());
    }

    @Test
    void itIsFoundWithoutAnybodyAskingAndOnceWhoeverLooks() throws Exception {
        var payment = here.paid(pay, Bureau.FINE);
        var there = givenBackThere(payment, 500, 3_500);
        var other = new Bureau(app);
        atOnce(IntStream.range(0, 6)
                .<Callable<Boolean>>mapToObj(who -> () -> Bureau.within(() -> {
                    (who % 2 == 0 ? here : other).elsewhere.find();
                    return true;
                }))
                .toList());
        assertThat(open().stream().filter(one -> one.providerRefund().equals(there)))
                .hasSize(1);
        var bins = new Scope(List.of(Limits.toFunds("GW")));
        assertThat(Bureau.within(() -> here.elsewhere.open(bins))).isEmpty();
        var parking = new Scope(List.of(Limits.toFunds("11")));
        assertThat(Bureau.within(() -> here.elsewhere.open(parking))).contains(found(there));
    }

    @Test
    void whatBeganHereIsNotTakenForAnothers() {
        var payment = here.paid(pay, Bureau.FINE);
        pay.fault("lost_reply", "refund");
        var refund = here.approved(payment, 3_500);
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.UNKNOWN);
        look();
        assertThat(open()).extracting(Found::payment).doesNotContain(payment.id());
        here.later(Duration.ofMinutes(2));
        here.round();
        assertThat(here.state(refund)).isEqualTo(RefundState.SENT);
        look();
        assertThat(open()).extracting(Found::payment).doesNotContain(payment.id());
    }

    @Test
    void ofManyWhoWriteItDownOneDoes() throws Exception {
        var payment = here.paid(pay, Bureau.FINE, Bureau.GARDEN);
        var there = givenBackThere(payment, 1_000, 8_000);
        look();
        var found = found(there);
        var answers = atOnce(IntStream.range(0, 8)
                .<Callable<Wanting>>mapToObj(_ -> () -> write(found, here.wish(payment, 1_000)))
                .toList());
        assertThat(answers).filteredOn(Wanting.Waiting.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Wanting.TooLate.class::isInstance).hasSize(7);
        assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(7_000));
        var refund = ((Wanting.Waiting) answers.stream()
                        .filter(Wanting.Waiting.class::isInstance)
                        .findFirst()
                        .orElseThrow())
                .refund();
        here.approve(refund, here.ben());
        assertThat(here.posted(refund)).hasSize(1);
        assertThatThrownBy(() -> Bureau.within(() -> app.getBean(JdbcClient.class)
                        .sql("""
                        insert into refunds_attempt (refund, number, provider, expected, began_at, provider_refund)
                        values (:refund, 2, :provider, 0, now(), :there)
                        """)
                        .param("refund", refund.id())
                        .param("provider", found.provider())
                        .param("there", there)
                        .update()))
                .hasStackTraceContaining("a_providers_refund_is_one_of_ours");
    }

    @Test
    void whatIsWrittenDownComesToWhatTheProviderGaveBack() {
        var payment = here.paid(pay, Bureau.FINE, Bureau.GARDEN);
        var there = givenBackThere(payment, 1_000, 8_000);
        look();
        var found = found(there);
        assertThat(write(found, here.wish(payment, 999))).isEqualTo(new Wanting.NotThatAmount(Money.pence(1_000)));
        assertThat(write(found, here.wish(payment, 500, 501))).isEqualTo(new Wanting.NotThatAmount(Money.pence(1_000)));
        assertThat(write(found, here.wish(payment, 1_000, 4_501)))
                .isEqualTo(new Wanting.MoreThanLeft(2, Money.pence(4_500)));
        here.asked(payment, 3_500, 4_000);
        assertThat(write(found, here.wish(payment, 0, 1_000)))
                .as("what is asked for is held")
                .isEqualTo(new Wanting.MoreThanLeft(2, Money.pence(500)));
        assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(500));
        assertThat(open()).contains(found);
    }

    @Test
    void whatIsDeclinedWaitsToBeWrittenDownAgain() {
        var payment = here.paid(pay, Bureau.FINE);
        var there = givenBackThere(payment, 1_000, 3_500);
        look();
        var refund = ((Wanting.Waiting) write(found(there), here.wish(payment, 1_000))).refund();
        Bureau.within(() -> app.getBean(Approvals.class)
                .decline(new ApprovalId(refund.id().value()), here.ben(), "Out of which line?"));
        assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(3_500));
        var again = ((Wanting.Waiting) write(found(there), here.wish(payment, 1_000))).refund();
        here.approve(again, here.ben());
        assertThat(here.state(again)).isEqualTo(RefundState.SENT);
    }

    @Test
    void whatTheProviderTakesBackLaterIsPostedBack() {
        var payment = here.paid(pay, Bureau.FINE);
        var there = givenBackThere(payment, 3_500, 3_500);
        look();
        var refund = ((Wanting.Waiting) write(found(there), here.wish(payment, 3_500))).refund();
        here.approve(refund, here.ben());
        Bureau.turns(payment, "error");
        here.later(Duration.ofHours(25));
        here.round();
        assertThat(here.now(refund).failure()).contains(Failure.CAME_BACK);
        assertThat(here.posted(refund)).hasSize(2);
        var again = Bureau.within(() -> here.refunds.act(refund.reference(), Refunds.Action.TRY_AGAIN, here.ann()));
        assertThat(again).as("it did not begin here").isInstanceOf(Acted.TooLate.class);
        assertThat(here.byBank(here.now(refund))).isInstanceOf(Wanting.TooLate.class);
        Bureau.within(() -> here.refunds.act(refund.reference(), Refunds.Action.GIVE_UP, here.ann()));
        assertThat(here.receipt(payment).left()).isEqualTo(Money.pence(3_500));
    }

    /// Its provider could not collect it, and then could.
    private void isTakenBackAndPaidAgain(Payment payment) {
        here.collected(payment, false);
        assertThat(here.collected(payment, true).state()).isEqualTo(PaymentState.PAID);
    }

    @Test
    void ofWhatWasPaidAfterAllItComesOutOfTheLatestEntryWheneverItWasFound() {
        for (boolean foundBefore : List.of(true, false)) {
            var payment = here.paid(pay, Bureau.FINE);
            long first = here.receipt(payment).journal();
            var there = givenBackThere(payment, 1_000, 3_500);
            if (foundBefore) {
                look();
                assertThat(found(there).journal()).isEqualTo(first);
            }
            isTakenBackAndPaidAgain(payment);
            look();
            var receipt = here.receipt(payment);
            assertThat(receipt.journal()).isNotEqualTo(first);
            assertThat(found(there).journal()).isEqualTo(receipt.journal());
            var refund = ((Wanting.Waiting) write(found(there), here.wish(payment, 1_000))).refund();
            assertThat(here.approve(refund, here.ben())).isInstanceOf(Approval.Approved.class);
            assertThat(here.state(refund)).isEqualTo(RefundState.SENT);

            var ours = here.approved(payment, 2_500);
            here.round();
            assertThat(here.state(ours)).as("the rest goes back from here").isEqualTo(RefundState.SENT);
        }
    }

    @Test
    void whileThePaymentCountsAsNotCollectedItStaysInTheList() {
        var payment = here.paid(pay, Bureau.FINE);
        var there = givenBackThere(payment, 1_000, 3_500);
        look();
        var wish = here.wish(payment, 1_000);
        here.collected(payment, false);
        assertThat(write(found(there), wish)).isInstanceOf(Wanting.NoSuchReceipt.class);
        assertThat(open()).contains(found(there));
        here.collected(payment, true);
        assertThat(write(found(there), here.wish(payment, 1_000))).isInstanceOf(Wanting.Waiting.class);
    }

    @Test
    void whatHasOnlyBeenSubmittedIsNotYetGivenBack() {
        var payment = here.paid(pay, Bureau.FINE);
        pay.fault("refund_waits", "refund");
        givenBackThere(payment, 1_000, 3_500);
        look();
        assertThat(open()).extracting(Found::payment).doesNotContain(payment.id());
    }

    /// Ann as somebody who gives back money of this fund alone.
    private Person annLimitedTo(String fund) {
        var ann = here.ann();
        var held = new Held(Set.of(Permission.ASK_REFUNDS, Permission.SEE_REFUNDS), Limits.toFunds(fund));
        return new Person(ann.id(), ann.email(), ann.name(), List.of(held));
    }

    @Test
    void whoeverMayNotGiveThatBackDoesNotWriteItDown() {
        var payment = here.paid(pay, Bureau.FINE);
        var there = givenBackThere(payment, 1_000, 3_500);
        look();
        var found = found(there);
        var wish = here.wish(payment, 1_000);
        assertThat(Bureau.within(() -> here.refunds.record(found.id(), wish, annLimitedTo("GW"))))
                .isInstanceOf(Wanting.NoSuchReceipt.class);
        assertThat(open()).contains(found);
        assertThat(Bureau.within(() -> here.elsewhere.open(Scope.NOTHING))).isEmpty();
        assertThat(Bureau.within(() -> here.refunds.record(found.id(), wish, annLimitedTo("11"))))
                .isInstanceOf(Wanting.Waiting.class);
    }
}
