package localgov.ims.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.SmartPayDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The adapter for SmartPay Fuse over HTTP against the simulator.
@OnAPort
class SmartPayTest extends CardProviderContract {
    @LocalServerPort
    int port;

    @Autowired
    Providers providers;

    @Autowired
    SmartPayClient client;

    @Autowired
    FormStore forms;

    private final Map<String, PaymentForm> begun = new ConcurrentHashMap<>();
    private SmartPayDriver pay;
    private String code;

    @BeforeEach
    void connect() {
        pay = SmartPayDriver.open(port);
        code = "form-" + UUID.randomUUID().toString().substring(0, 8);
        within(() -> providers.connectBeside(pay.account(code)));
    }

    private static void within(Runnable work) {
        CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    @Override
    protected CardProvider provider() {
        return inTheCouncil(CurrentCouncil.within(TestCouncil.ALDERMERE, () -> providers.card(code))
                .orElseThrow());
    }

    private CardProvider later(Duration by) {
        InstantSource clock = () -> InstantSource.system().instant().plus(by);
        return inTheCouncil(new SmartPay(pay.account(code), client, forms, KeyBook.NONE, clock));
    }

    @Override
    protected String reference(Started started) {
        var reference = super.reference(started);
        begun.put(reference, ((Started.ByForm) started).form());
        return reference;
    }

    @Override
    protected void payerDoes(String providerReference, String outcome) {
        assertThat(pay.tell(decide(providerReference, outcome))).isEqualTo(200);
    }

    private Map<String, String> decide(String providerReference, String outcome) {
        assertThat(pay.enter(begun.get(providerReference).fields())).isEqualTo(303);
        return pay.decide(providerReference, outcome);
    }

    @Override
    protected Set<Capability> declared() {
        return EnumSet.of(Capability.REFUND);
    }

    /// To start is to sign a form, and asks nobody.
    @Override
    protected boolean calls(String call) {
        return !call.equals("create");
    }

    @Override
    protected void loseReply(String call) {
        pay.fault("lost_reply", call(call));
    }

    @Override
    protected void breakDown(String call) {
        pay.fault("error_500", call(call));
    }

    private static String call(String call) {
        return call.equals("refund") ? "smartpay_refund" : "smartpay_search";
    }

    @Override
    protected ProviderState after(String outcome) {
        if (outcome.equals("expired")) {
            var left = start(attempt(), 100);
            assertThat(((Seen.Known) later(Duration.ofMinutes(89)).look(left)).state())
                    .as("it may still be paid")
                    .isEqualTo(ProviderState.CREATED);
            return ((Seen.Known) later(Duration.ofMinutes(91)).look(left)).state();
        }
        return super.after(outcome);
    }

    @Test
    void theFormCarriesWhatWasAskedForAndEveryFieldOfItIsSigned() {
        var attempt = attempt();
        var form = begun.get(start(attempt, 12_345));
        assertThat(form.fields())
                .containsEntry("amount", "123.45")
                .containsEntry("currency", "GBP")
                .containsEntry("reference_number", attempt)
                .containsEntry("transaction_type", "sale")
                .containsEntry("unsigned_field_names", "")
                .containsEntry("override_custom_receipt_page", "https://aldermere.example/providers/smartpay/return");
        assertThat(form.inTheirLanguage()).as("it has no Welsh").isFalse();
        for (var name : form.fields().keySet()) {
            var tampered = new java.util.LinkedHashMap<>(form.fields());
            tampered.put(name, name.equals("amount") ? "1.00" : tampered.get(name) + "1");
            assertThat(pay.enter(tampered)).as(name).isEqualTo(403);
        }
        assertThat(pay.enter(form.fields())).isEqualTo(303);
        assertThat(form.toString()).doesNotContain("123.45", form.fields().get("signature"));
    }

    @Test
    void theSameFormIsGivenAgainForHalfAnHourAndForNothingElse() {
        var request = request(attempt(), 500);
        var sent = reference(provider().start(request));
        assertThat(later(Duration.ofMinutes(29))
                        .formAgain(sent, request)
                        .orElseThrow()
                        .fields())
                .containsEntry("transaction_uuid", sent);
        assertThat(later(Duration.ofMinutes(31)).formAgain(sent, request)).isEmpty();
        assertThat(provider().formAgain(sent, request(request.reference(), 400)))
                .isEmpty();
        assertThat(provider().formAgain(sent, request(attempt(), 500))).isEmpty();
        assertThat(provider().formAgain("nobody", request)).isEmpty();
    }

    @Test
    void aDoubleClickIsOnePayment() {
        var sent = start(attempt(), 500);
        payerDoes(sent, "success");
        assertThat(pay.enter(begun.get(sent).fields())).isEqualTo(403);
        assertThat(look(sent).amount()).isEqualTo(Money.pence(500));
    }

    @Test
    void whatWasPaidTwiceOverIsAllTold() {
        var attempt = attempt();
        var one = start(attempt, 500);
        var two = start(attempt, 500);
        payerDoes(one, "success");
        payerDoes(two, "success");
        assertThat(look(one).requested()).isEqualTo(Money.pence(500));
        assertThat(look(one).amount()).isEqualTo(Money.pence(1_000));
        assertThat(look(one).refundable()).isEqualTo(Money.pence(1_000));
        assertThat(refund(one, 700, 1_000)).as("no card paid so much").isInstanceOf(Refunding.Refused.class);
        assertThat(refund(one, 500, 1_000)).isInstanceOf(Refunding.Asked.class);
    }

    @Test
    void aRefusedCardIsNoEndWhileAnotherMayBeTried() {
        var sent = start(attempt(), 500);
        decide(sent, "declined");
        assertThat(look(sent).state()).isEqualTo(ProviderState.STARTED);
        payerDoes(sent, "success");
        assertThat(look(sent).state()).isEqualTo(ProviderState.SUCCESS);
        assertThat(look(sent).amount()).isEqualTo(Money.pence(500));
    }

    @Test
    void aPaymentThatTheProviderReviewsIsHeld() {
        var sent = start(attempt(), 500);
        payerDoes(sent, "review");
        assertThat(look(sent).state()).isEqualTo(ProviderState.SUBMITTED);
    }

    @Test
    void aReplyThatSaysPaidIsNoMoneyUntilTheProvidersBooksHaveIt() {
        var sent = start(attempt(), 500);
        payerDoes(sent, "success");
        pay.fault("search_lags", "smartpay_search");
        assertThat(look(sent).state()).isEqualTo(ProviderState.SUBMITTED);
        assertThat(look(sent).state()).isEqualTo(ProviderState.SUCCESS);
    }

    @Test
    void whoeverGoesBackAfterLeavingAndPaysHasPaid() {
        var sent = start(attempt(), 500);
        payerDoes(sent, "cancelled_by_user");
        assertThat(look(sent).state()).isEqualTo(ProviderState.CANCELLED_BY_PAYER);
        payerDoes(sent, "success");
        assertThat(look(sent).state()).isEqualTo(ProviderState.SUCCESS);
    }

    @Test
    void aRefundIsSubmittedUntilTheBankHasIt() {
        var sent = start(attempt(), 500);
        payerDoes(sent, "success");
        pay.fault("refund_waits", "smartpay_refund");
        refund(sent, 100, 500);
        pay.fault("refund_fails", "smartpay_refund");
        refund(sent, 100, 400);
        refund(sent, 100, 400);
        assertThat(((Refunds.These) provider().refunds(sent)).refunds())
                .extracting(ProviderRefund::state)
                .containsExactly(
                        ProviderRefund.State.SUBMITTED, ProviderRefund.State.ERROR, ProviderRefund.State.SUCCESS);
        assertThat(look(sent).refundable()).isEqualTo(Money.pence(300));
    }

    @Test
    void aKeyThatIsRefusedOrIsNoneSaysNothingAboutAPayment() {
        var sent = start(attempt(), 500);
        var refused = new HashSet<String>();
        var noticed = new KeyBook() {
            @Override
            public void refused(String account, String code, @Nullable Capability lacking) {
                refused.add(account + " " + code);
            }

            @Override
            public void known(String account) {
                throw new AssertionError("No such key is known");
            }
        };
        for (var key : List.of("bm90IHRoZSBrZXk=", "not base64 at all")) {
            var wrong = inTheCouncil(new SmartPay(
                    pay.account(code, new Secret(key), pay.secret()), client, forms, noticed, InstantSource.system()));
            assertThat(wrong.look(sent)).isInstanceOf(Seen.NoAnswer.class);
            assertThat(wrong.find("anything")).isInstanceOf(Found.NoAnswer.class);
        }
        assertThat(refused).as("noticed").containsExactly(code + " 401");
    }

    @Test
    void anAccountIsAskedAboutItsOwnFormsOnly() {
        var sent = start(attempt(), 500);
        var other = SmartPayDriver.open(port);
        within(() -> providers.connectBeside(other.account("other-" + code)));
        var second = CurrentCouncil.within(TestCouncil.ALDERMERE, () -> providers.card("other-" + code))
                .orElseThrow();
        assertThat(inTheCouncil(second).look(sent)).isEqualTo(new Seen.NotFound());
    }
}
