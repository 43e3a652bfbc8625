package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import localgov.ims.kernel.Money;
import org.junit.jupiter.api.Test;

/// What every card provider must do, whatever it is. An adapter's test says how its payer pays and how its line
/// breaks.
public abstract class CardProviderContract {
    protected abstract CardProvider provider();

    /// The payer does this on the provider's page: `success`, `declined`, `cancelled_by_user`, `expired` or `error`.
    protected abstract void payerDoes(String providerReference, String outcome);

    /// The payer pays with a card on which the provider puts so many pence.
    protected abstract void payerPaysWithSurcharge(String providerReference, long pence);

    /// The next call of this kind (`create`, `get`, `search`, `cancel`, `refund`) is done, and its reply is lost.
    protected abstract void loseReply(String call);

    /// The next call of this kind is not done, and the provider breaks.
    protected abstract void breakDown(String call);

    @Test
    void aStartedPaymentHasAPageAndIsNotPaid() {
        var attempt = attempt();
        var sent = start(attempt, 12_000);
        assertThat(sent.nextUrl().toString()).startsWith("http");
        var known = look(sent);
        assertThat(known.state()).isEqualTo(ProviderState.CREATED);
        assertThat(known.reference()).isEqualTo(attempt);
        assertThat(known.requested()).isEqualTo(Money.pence(12_000));
        assertThat(known.nextUrl()).isNotNull().isNotEqualTo(sent.nextUrl());
        assertThat(known.paidAt()).isNull();
    }

    @Test
    void aPaidPaymentIsSuccessWithItsAmount() {
        var sent = start(attempt(), 3_500);
        payerDoes(sent.providerReference(), "success");
        var known = look(sent);
        assertThat(known.state()).isEqualTo(ProviderState.SUCCESS);
        assertThat(known.amount()).isEqualTo(Money.pence(3_500));
        assertThat(known.surcharge()).isEqualTo(Money.ZERO);
        assertThat(known.refundable()).isEqualTo(Money.pence(3_500));
        assertThat(known.lastFour()).hasSize(4);
        assertThat(known.paidAt()).isNotNull();
        assertThat(known.capturedOn()).isNotNull();
        assertThat(known.nextUrl()).isNull();
    }

    @Test
    void theAmountIsWhatThePayerPaidInAll() {
        var sent = start(attempt(), 10_000);
        payerPaysWithSurcharge(sent.providerReference(), 250);
        var known = look(sent);
        assertThat(known.requested()).isEqualTo(Money.pence(10_000));
        assertThat(known.amount()).isEqualTo(Money.pence(10_250));
        assertThat(known.surcharge()).isEqualTo(Money.pence(250));
    }

    @Test
    void everyOtherEndingHasItsOwnName() {
        assertThat(after("declined")).isEqualTo(ProviderState.DECLINED);
        assertThat(after("cancelled_by_user")).isEqualTo(ProviderState.CANCELLED_BY_PAYER);
        assertThat(after("expired")).isEqualTo(ProviderState.EXPIRED);
        assertThat(after("error")).isEqualTo(ProviderState.ERROR);
    }

    private ProviderState after(String outcome) {
        var sent = start(attempt(), 100);
        payerDoes(sent.providerReference(), outcome);
        return look(sent).state();
    }

    @Test
    void aPaymentNobodyMadeIsNotFound() {
        assertThat(provider().look("nobody00000000000000000000")).isEqualTo(new Seen.NotFound());
        assertThat(provider().look("../refunds?x=")).isEqualTo(new Seen.NotFound());
    }

    @Test
    void aRequestThatBreaksARuleIsRefused() {
        assertThat(provider().start(request(attempt(), 0))).isInstanceOf(Started.Refused.class);
    }

    @Test
    void aStartWhoseReplyIsLostIsFoundAgainByItsReference() {
        var attempt = attempt();
        loseReply("create");
        assertThat(provider().start(request(attempt, 4_200))).isInstanceOf(Started.NoAnswer.class);
        assertThat(provider().find(attempt)).isInstanceOfSatisfying(Found.These.class, found -> {
            assertThat(found.payments()).hasSize(1);
            assertThat(found.payments().getFirst().requested()).isEqualTo(Money.pence(4_200));
        });
    }

    @Test
    void aBrokenProviderGivesNoAnswerAndNeverThrows() {
        var sent = start(attempt(), 100);
        breakDown("create");
        assertThat(provider().start(request(attempt(), 100))).isInstanceOf(Started.NoAnswer.class);
        breakDown("get");
        assertThat(provider().look(sent.providerReference())).isInstanceOf(Seen.NoAnswer.class);
        breakDown("search");
        assertThat(provider().find("anything")).isInstanceOf(Found.NoAnswer.class);
        breakDown("cancel");
        assertThat(provider().cancel(sent.providerReference())).isInstanceOf(Cancelled.NoAnswer.class);
        loseReply("get");
        assertThat(provider().look(sent.providerReference())).isInstanceOf(Seen.NoAnswer.class);
    }

    @Test
    void aReferenceNobodyUsedFindsNothing() {
        assertThat(provider().find(attempt())).isEqualTo(new Found.These(java.util.List.of()));
    }

    @Test
    void aCancelledPaymentCannotBePaid() {
        var sent = start(attempt(), 100);
        assertThat(provider().cancel(sent.providerReference())).isEqualTo(new Cancelled.Done());
        assertThat(look(sent).state()).isEqualTo(ProviderState.CANCELLED);
        assertThat(provider().cancel(sent.providerReference())).isEqualTo(new Cancelled.TooLate());
        assertThat(provider().cancel("nobody00000000000000000000")).isEqualTo(new Cancelled.NotFound());
    }

    @Test
    void aPaidPaymentCannotBeCancelled() {
        var sent = start(attempt(), 100);
        payerDoes(sent.providerReference(), "success");
        assertThat(provider().cancel(sent.providerReference())).isEqualTo(new Cancelled.TooLate());
    }

    @Test
    void neverMoreIsGivenBackThanWasPaid() {
        var sent = start(attempt(), 1_000);
        payerDoes(sent.providerReference(), "success");
        assertThat(refund(sent, 400, 1_000)).isInstanceOf(Refunding.Asked.class);
        assertThat(look(sent).refundable()).isEqualTo(Money.pence(600));
        assertThat(refund(sent, 601, 600)).isInstanceOf(Refunding.Refused.class);
        assertThat(refund(sent, 600, 600)).isInstanceOf(Refunding.Asked.class);
        assertThat(provider().refunds(sent.providerReference()))
                .isInstanceOfSatisfying(
                        Refunds.These.class,
                        these -> assertThat(these.refunds())
                                .extracting(ProviderRefund::amount)
                                .containsExactly(Money.pence(400), Money.pence(600)));
    }

    @Test
    void aRefundIsRefusedWhenSomebodyWasQuicker() {
        var sent = start(attempt(), 1_000);
        payerDoes(sent.providerReference(), "success");
        refund(sent, 400, 1_000);
        assertThat(refund(sent, 400, 1_000)).isInstanceOf(Refunding.Refused.class);
    }

    @Test
    void aRefundWhoseReplyIsLostIsInTheList() {
        var sent = start(attempt(), 1_000);
        payerDoes(sent.providerReference(), "success");
        loseReply("refund");
        assertThat(refund(sent, 400, 1_000)).isInstanceOf(Refunding.NoAnswer.class);
        assertThat(provider().refunds(sent.providerReference()))
                .isInstanceOfSatisfying(
                        Refunds.These.class,
                        these -> assertThat(these.refunds()).hasSize(1));
    }

    private Refunding refund(Started.Sent sent, long pence, long expected) {
        return provider()
                .refund(new RefundRequest(sent.providerReference(), Money.pence(pence), Money.pence(expected)));
    }

    protected Seen.Known look(Started.Sent sent) {
        return (Seen.Known) provider().look(sent.providerReference());
    }

    protected Started.Sent start(String reference, long pence) {
        return (Started.Sent) provider().start(request(reference, pence));
    }

    protected static PaymentRequest request(String reference, long pence) {
        return new PaymentRequest(
                reference,
                Money.pence(pence),
                reference,
                "Council tax",
                "https://aldermere.example/pay/back/" + reference,
                "cy",
                "cy@payer.example",
                Map.of("fund", "CTAX"));
    }

    private static String attempt() {
        return UUID.randomUUID().toString();
    }
}
