package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.CardProviderContract;
import localgov.ims.providers.Found;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.RefundRequest;
import localgov.ims.providers.Refunding;
import localgov.ims.providers.Secret;
import localgov.ims.providers.Seen;
import localgov.ims.providers.Started;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The GOV.UK Pay adapter over HTTP against the simulator.
@OnAPort
class GovukPayTest extends CardProviderContract {
    @LocalServerPort
    int port;

    @Autowired
    Providers providers;

    private PayDriver pay;

    @BeforeEach
    void connect() {
        pay = PayDriver.open(port, "{}");
        connect("card", pay.key);
    }

    private void connect(String code, String key) {
        CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> providers.connect(new ProviderAccount(
                        code,
                        "Cards",
                        ProviderAccount.Kind.GOVUK_PAY,
                        URI.create(pay.base()),
                        new Secret(key),
                        new Secret(pay.webhookSecret))));
    }

    @Override
    protected CardProvider provider() {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, () -> providers.card("card"))
                .orElseThrow();
    }

    @Override
    protected void payerDoes(String providerReference, String outcome) {
        assertThat(pay.outcome(providerReference, outcome).status()).isEqualTo(200);
    }

    @Override
    protected void payerPaysWithSurcharge(String providerReference, long pence) {
        pay.control(
                "/payments/" + providerReference + "/outcome",
                "{\"outcome\": \"success\", \"surcharge\": %d}".formatted(pence));
    }

    @Override
    protected void loseReply(String call) {
        pay.fault("lost_reply", call);
    }

    @Override
    protected void breakDown(String call) {
        pay.fault("error_500", call);
    }

    @Test
    void aRefusedKeySaysNothingAboutAPayment() {
        var sent = start("before-the-key-was-revoked", 100);
        connect("revoked", "api_test_wrong");
        var revoked = CurrentCouncil.within(TestCouncil.ALDERMERE, () -> providers.card("revoked"))
                .orElseThrow();
        assertThat(revoked.look(sent.providerReference())).isInstanceOf(Seen.NoAnswer.class);
    }

    @Test
    void whatWasBegunWithAKeyIsAskedAboutWithItAfterItWasReplaced() {
        var sent = start("begun-with-the-former-key", 100);
        var lost = "lost-with-the-former-key";
        loseReply("create");
        assertThat(provider().start(request(lost, 100))).isInstanceOf(Started.NoAnswer.class);
        var other = PayDriver.open(port, "{}");
        connect("card", other.key);

        assertThat(provider().look(sent.providerReference())).isInstanceOf(Seen.Known.class);
        assertThat(((Found.These) provider().find(lost)).payments()).hasSize(1);
        assertThat(provider().look("nobody-knows-this")).isEqualTo(new Seen.NotFound());
        payerDoes(sent.providerReference(), "success");
        assertThat(provider().refund(new RefundRequest(sent.providerReference(), Money.pence(40), Money.pence(100))))
                .isInstanceOf(Refunding.Asked.class);
        assertThat(other.get("/v1/payments").json().path("total").asInt())
                .as("nothing was begun in the new account")
                .isZero();

        connect("card", "api_test_mistyped");
        assertThat(provider().look(sent.providerReference()))
                .as("a mistyped key loses nothing")
                .isInstanceOf(Seen.Known.class);
    }

    @Test
    void aBusyProviderIsAskedOnceMore() {
        var sent = start("busy", 100);
        pay.fault("rate_limit", "get");
        assertThat(provider().look(sent.providerReference())).isInstanceOf(Seen.Known.class);
    }

    @Test
    void aTestKeyOnlyPretends() {
        assertThat(provider().pretends()).isTrue();
    }

    @Test
    void anAttemptIsAskedAboutWhereItWasStarted() {
        var sent = start("first-account", 100);
        var other = PayDriver.open(port, "{}");
        connect("other", other.key);
        var second = CurrentCouncil.within(TestCouncil.ALDERMERE, () -> providers.card("other"))
                .orElseThrow();
        var first = CurrentCouncil.within(TestCouncil.ALDERMERE, () -> providers.card("card"))
                .orElseThrow();
        assertThat(first.look(sent.providerReference())).isInstanceOf(Seen.Known.class);
        assertThat(second.look(sent.providerReference())).isEqualTo(new Seen.NotFound());
    }

    @Test
    void twoStartsWithOneKeyAreTwoPaymentsBecauseTheProviderIgnoresTheKey() {
        var one = start("same-key", 100);
        var two = start("same-key", 100);
        assertThat(one).isNotEqualTo(two);
        assertThat(one).isInstanceOf(Started.Sent.class);
    }
}
