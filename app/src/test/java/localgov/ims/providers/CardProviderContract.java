package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import org.junit.jupiter.api.Test;

/// What every card provider must do, whatever it is. An adapter's test says how its payer pays and how its line
/// breaks.
public abstract class CardProviderContract {
    protected abstract CardProvider provider();

    /// Whatever is asked of it is asked for the council, in whose books it is noted whether it lets us in.
    protected static CardProvider inTheCouncil(CardProvider provider) {
        return (CardProvider) Proxy.newProxyInstance(
                CardProviderContract.class.getClassLoader(),
                new Class<?>[] {CardProvider.class},
                (_, method, arguments) -> CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
                    try {
                        return method.invoke(provider, arguments);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }));
    }

    /// The payer does this on the provider's page: `success`, `declined`, `cancelled_by_user`, `expired` or `error`.
    protected abstract void payerDoes(String providerReference, String outcome);

    /// What this account can do. Each of these is tried below, and each of the others is refused.
    protected abstract Set<Capability> declared();

    /// The next call of this kind (`create`, `get`, `search`, `cancel`, `capture`, `refund`) is done, and its reply is
    /// lost.
    protected abstract void loseReply(String call);

    /// The next call of this kind is not done, and the provider breaks.
    protected abstract void breakDown(String call);

    /// Whether asking the provider is a call of its own of this kind, which can be lost.
    protected boolean calls(String call) {
        return true;
    }

    @Test
    void whatItCanDoIsDeclared() {
        assertThat(provider().capabilities()).isEqualTo(declared());
    }

    @Test
    void aStartedPaymentIsNotPaid() {
        var attempt = attempt();
        var known = look(start(attempt, 12_000));
        assertThat(known.state()).isEqualTo(ProviderState.CREATED);
        assertThat(known.reference()).isEqualTo(attempt);
        assertThat(known.requested()).isEqualTo(Money.pence(12_000));
        assertThat(known.paidAt()).isNull();
    }

    /// Where the payer goes, at first and when they come again: never the same address or form twice.
    @Test
    void aPayerWhoComesAgainGetsAFreshWayIn() {
        var request = request(attempt(), 12_000);
        switch (provider().start(request)) {
            case Started.Sent(var reference, var page) -> {
                assertThat(page.toString()).startsWith("http");
                assertThat(look(reference).nextUrl()).isNotNull().isNotEqualTo(page);
                assertThat(provider().formAgain(reference, request)).isEmpty();
            }
            case Started.ByForm(var reference, var form) -> {
                assertThat(form.action().toString()).startsWith("http");
                assertThat(look(reference).nextUrl()).isNull();
                var again = provider().formAgain(reference, request).orElseThrow();
                assertThat(again.action()).isEqualTo(form.action());
                assertThat(again.fields().keySet()).isEqualTo(form.fields().keySet());
            }
            case Started other -> throw new AssertionError("Not started: " + other);
        }
    }

    /// The request is made in Welsh: a page that has none says so, and the payer is told before they go there.
    @Test
    void whetherItsPageSpeaksWelshIsDeclared() throws Exception {
        boolean inWelsh = switch (provider().start(request(attempt(), 12_000))) {
            case Started.Sent(var _, var page) -> shown(page).contains("lang=\"cy\"");
            case Started.ByForm(var _, var form) -> form.inTheirLanguage();
            case Started other -> throw new AssertionError("Not started: " + other);
        };
        assertThat(inWelsh).isEqualTo(provider().can(Capability.WELSH_PAGE));
    }

    private static String shown(URI page) throws Exception {
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new CookieManager())
                .build();
        return client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aPaidPaymentIsSuccessWithItsAmount() {
        var sent = start(attempt(), 3_500);
        payerDoes(sent, "success");
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
    void everyOtherEndingHasItsOwnName() {
        assertThat(after("declined")).isEqualTo(ProviderState.DECLINED);
        assertThat(after("cancelled_by_user")).isEqualTo(ProviderState.CANCELLED_BY_PAYER);
        assertThat(after("expired")).isEqualTo(ProviderState.EXPIRED);
        assertThat(after("error")).isEqualTo(ProviderState.ERROR);
    }

    protected ProviderState after(String outcome) {
        var sent = start(attempt(), 100);
        payerDoes(sent, outcome);
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
        if (!calls("create")) {
            assertThat(start(attempt, 4_200)).isNotBlank();
            assertThat(provider().find(attempt))
                    .as("it begins to exist when the payer comes")
                    .isEqualTo(new Found.These(List.of()));
            return;
        }
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
        if (calls("create")) {
            breakDown("create");
            assertThat(provider().start(request(attempt(), 100))).isInstanceOf(Started.NoAnswer.class);
        }
        breakDown("get");
        assertThat(provider().look(sent)).isInstanceOf(Seen.NoAnswer.class);
        breakDown("search");
        assertThat(provider().find("anything")).isInstanceOf(Found.NoAnswer.class);
        if (provider().can(Capability.CANCEL)) {
            breakDown("cancel");
            assertThat(provider().cancel(sent)).isInstanceOf(Cancelled.NoAnswer.class);
        }
        loseReply("get");
        assertThat(provider().look(sent)).isInstanceOf(Seen.NoAnswer.class);
    }

    @Test
    void aReferenceNobodyUsedFindsNothing() {
        assertThat(provider().find(attempt())).isEqualTo(new Found.These(List.of()));
    }

    @Test
    void aCancelledPaymentCannotBePaid() {
        var sent = start(attempt(), 100);
        if (!provider().can(Capability.CANCEL)) {
            assertThat(provider().cancel(sent)).isEqualTo(new Cancelled.NotOffered());
            assertThat(look(sent).state()).isEqualTo(ProviderState.CREATED);
            return;
        }
        assertThat(provider().cancel(sent)).isEqualTo(new Cancelled.Done());
        assertThat(look(sent).state()).isEqualTo(ProviderState.CANCELLED);
        assertThat(provider().cancel(sent)).isEqualTo(new Cancelled.TooLate());
        assertThat(provider().cancel("nobody00000000000000000000")).isEqualTo(new Cancelled.NotFound());
    }

    @Test
    void aPaidPaymentCannotBeCancelled() {
        var sent = start(attempt(), 100);
        payerDoes(sent, "success");
        assertThat(provider().cancel(sent))
                .isEqualTo(provider().can(Capability.CANCEL) ? new Cancelled.TooLate() : new Cancelled.NotOffered());
        assertThat(look(sent).state()).isEqualTo(ProviderState.SUCCESS);
    }

    @Test
    void neverMoreIsGivenBackThanWasPaid() {
        var sent = start(attempt(), 1_000);
        payerDoes(sent, "success");
        assertThat(refund(sent, 400, 1_000)).isInstanceOf(Refunding.Asked.class);
        assertThat(look(sent).refundable()).isEqualTo(Money.pence(600));
        assertThat(refund(sent, 601, 600)).isInstanceOf(Refunding.Refused.class);
        assertThat(refund(sent, 600, 600)).isInstanceOf(Refunding.Asked.class);
        assertThat(provider().refunds(sent))
                .isInstanceOfSatisfying(
                        Refunds.These.class,
                        these -> assertThat(these.refunds())
                                .extracting(ProviderRefund::amount)
                                .containsExactly(Money.pence(400), Money.pence(600)));
    }

    @Test
    void aRefundIsRefusedWhenSomebodyWasQuicker() {
        var sent = start(attempt(), 1_000);
        payerDoes(sent, "success");
        refund(sent, 400, 1_000);
        assertThat(refund(sent, 400, 1_000)).isInstanceOf(Refunding.Refused.class);
    }

    @Test
    void aRefundWhoseReplyIsLostIsInTheList() {
        var sent = start(attempt(), 1_000);
        payerDoes(sent, "success");
        loseReply("refund");
        assertThat(refund(sent, 400, 1_000)).isInstanceOf(Refunding.NoAnswer.class);
        assertThat(provider().refunds(sent))
                .isInstanceOfSatisfying(
                        Refunds.These.class,
                        these -> assertThat(these.refunds()).hasSize(1));
    }

    @Test
    void nothingIsGivenBackOfWhatWasNotPaid() {
        var sent = start(attempt(), 1_000);
        assertThat(refund(sent, 100, 1_000)).isInstanceOf(Refunding.Refused.class);
        assertThat(refund("nobody00000000000000000000", 100, 1_000)).isInstanceOf(Refunding.Refused.class);
        assertThat(provider().refunds("nobody00000000000000000000")).isEqualTo(new Refunds.NotFound());
    }

    @Test
    void aRefundThatBreaksHasNoAnswerAndIsNotInTheList() {
        var sent = start(attempt(), 1_000);
        payerDoes(sent, "success");
        breakDown("refund");
        assertThat(refund(sent, 400, 1_000)).isInstanceOf(Refunding.NoAnswer.class);
        assertThat(provider().refunds(sent)).isEqualTo(new Refunds.These(List.of()));
    }

    @Test
    void moneyIsHeldUntilWeCollectIt() {
        var request = request(attempt(), 2_000).collectedLater();
        if (!provider().can(Capability.DELAYED_CAPTURE)) {
            assertThat(provider().start(request)).isInstanceOfSatisfying(Started.Refused.class, this::isNotOffered);
            assertThat(provider().capture("anything")).isEqualTo(new Captured.NotOffered());
            return;
        }
        var held = reference(provider().start(request));
        assertThat(provider().capture(held)).isEqualTo(new Captured.NotWaiting());
        payerDoes(held, "capturable");
        assertThat(look(held).state()).isEqualTo(ProviderState.CAPTURABLE);
        loseReply("capture");
        assertThat(provider().capture(held)).isInstanceOf(Captured.NoAnswer.class);
        assertThat(provider().capture(held)).as("asked again").isEqualTo(new Captured.Done());
        assertThat(look(held).state()).isEqualTo(ProviderState.SUCCESS);
        assertThat(provider().capture("nobody00000000000000000000")).isEqualTo(new Captured.NotFound());
    }

    @Test
    void staffKeyTheCardOfACallerOnTheProvidersPage() {
        var started = provider().start(request(attempt(), 2_000).byTelephone());
        if (provider().can(Capability.MOTO_PAGE)) {
            payerDoes(reference(started), "success");
            assertThat(look(reference(started)).state()).isEqualTo(ProviderState.SUCCESS);
        } else {
            assertThat(started).isInstanceOfSatisfying(Started.Refused.class, this::isNotOffered);
        }
    }

    @Test
    void anAgreementIsSetUpByAFirstPaymentAndTakesLaterOnesOnce() {
        var agreed = provider().agree(new AgreementRequest(attempt(), "Council tax by instalments", "payer-1"));
        if (!provider().can(Capability.AGREEMENTS)) {
            assertThat(agreed).isEqualTo(new Agreeing.NotOffered());
            assertThat(provider().start(request(attempt(), 100).settingUp("0".repeat(26))))
                    .isInstanceOfSatisfying(Started.Refused.class, this::isNotOffered);
            assertThat(provider().agreement("anything")).isEqualTo(new AgreementSeen.NotOffered());
            assertThat(provider().endAgreement("anything")).isEqualTo(new Cancelled.NotOffered());
            assertThat(provider().collect(collection("anything", 100, attempt())))
                    .isEqualTo(new Collected.NotOffered());
            return;
        }
        var agreement = ((Agreeing.Made) agreed).agreement();
        assertThat(agreement(agreement).state()).isEqualTo(AgreementSeen.State.CREATED);
        assertThat(provider().collect(collection(agreement, 100, attempt())))
                .as("before it is set up")
                .isInstanceOf(Collected.Refused.class);
        payerDoes(reference(provider().start(request(attempt(), 100).settingUp(agreement))), "success");
        assertThat(agreement(agreement).state()).isEqualTo(AgreementSeen.State.ACTIVE);
        assertThat(agreement(agreement).lastFour()).hasSize(4);

        var attempt = attempt();
        loseReply("create");
        assertThat(provider().collect(collection(agreement, 5_000, attempt))).isInstanceOf(Collected.NoAnswer.class);
        var taken = (Collected.Begun) provider().collect(collection(agreement, 5_000, attempt));
        assertThat(provider().collect(collection(agreement, 5_000, attempt))).isEqualTo(taken);
        assertThat(((Found.These) provider().find(attempt)).payments())
                .as("once")
                .hasSize(1);
        assertThat(look(taken.providerReference()).state()).isEqualTo(ProviderState.SUCCESS);
        assertThat(look(taken.providerReference()).amount()).isEqualTo(Money.pence(5_000));
        assertThat(provider().collect(collection(agreement, 6_000, attempt)))
                .as("the same key for something else")
                .isInstanceOf(Collected.Refused.class);

        assertThat(provider().endAgreement(agreement)).isEqualTo(new Cancelled.Done());
        assertThat(provider().endAgreement(agreement)).isEqualTo(new Cancelled.TooLate());
        assertThat(agreement(agreement).state()).isEqualTo(AgreementSeen.State.CANCELLED);
        assertThat(provider().collect(collection(agreement, 100, attempt()))).isInstanceOf(Collected.Refused.class);
        assertThat(provider().agreement("0".repeat(26))).isEqualTo(new AgreementSeen.NotFound());
        assertThat(provider().agreement("../payments")).isEqualTo(new AgreementSeen.NotFound());
        assertThat(provider().endAgreement("0".repeat(26))).isEqualTo(new Cancelled.NotFound());
    }

    @Test
    void whatItListsItListsWhole() {
        var day = LocalDate.of(2026, 11, 20);
        if (provider().can(Capability.DISPUTES)) {
            assertThat(provider().disputes(day, day)).isEqualTo(new Listed.These<>(List.of()));
            breakDown("search");
            assertThat(provider().disputes(day, day)).isInstanceOf(Listed.NoAnswer.class);
        } else {
            assertThat(provider().disputes(day, day)).isEqualTo(new Listed.NotOffered<>());
        }
        if (provider().can(Capability.SETTLEMENT_SEARCH)) {
            assertThat(provider().settled(day, day)).isEqualTo(new Listed.These<>(List.of()));
            breakDown("search");
            assertThat(provider().settled(day, day)).isInstanceOf(Listed.NoAnswer.class);
        } else {
            assertThat(provider().settled(day, day)).isEqualTo(new Listed.NotOffered<>());
        }
    }

    private void isNotOffered(Started.Refused refused) {
        assertThat(refused.code()).isEqualTo("not-offered");
    }

    private AgreementSeen.Known agreement(String agreement) {
        return (AgreementSeen.Known) provider().agreement(agreement);
    }

    private static CollectionRequest collection(String agreement, long pence, String attempt) {
        return new CollectionRequest(agreement, attempt, Money.pence(pence), attempt, "Council tax, November");
    }

    protected final Refunding refund(String sent, long pence, long expected) {
        return provider().refund(new RefundRequest(sent, Money.pence(pence), Money.pence(expected)));
    }

    protected final Seen.Known look(String sent) {
        return (Seen.Known) provider().look(sent);
    }

    /// The provider's reference of a new payment.
    protected final String start(String reference, long pence) {
        return reference(provider().start(request(reference, pence)));
    }

    protected String reference(Started started) {
        return switch (started) {
            case Started.Sent(var reference, var _) -> reference;
            case Started.ByForm(var reference, var _) -> reference;
            case Started other -> throw new AssertionError("Not started: " + other);
        };
    }

    protected static PaymentRequest request(String reference, long pence) {
        return new PaymentRequest(
                reference,
                Money.pence(pence),
                reference,
                "Council tax",
                "https://aldermere.example/pay/back/" + reference,
                "cy",
                new Cardholder("Cy Pays", "1 Mere View, Aldermere", "AM1 1AA", "cy@payer.example"),
                Map.of("fund", "CTAX"));
    }

    protected static String attempt() {
        return UUID.randomUUID().toString();
    }
}
