package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.providers.Agreeing;
import localgov.ims.providers.AgreementRequest;
import localgov.ims.providers.Capability;
import localgov.ims.providers.CardProvider;
import localgov.ims.providers.CardProviderContract;
import localgov.ims.providers.Collected;
import localgov.ims.providers.CollectionRequest;
import localgov.ims.providers.Found;
import localgov.ims.providers.Listed;
import localgov.ims.providers.ProviderAccount;
import localgov.ims.providers.Providers;
import localgov.ims.providers.RefundRequest;
import localgov.ims.providers.Refunding;
import localgov.ims.providers.Secret;
import localgov.ims.providers.Seen;
import localgov.ims.providers.SettledRow;
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
        pay = PayDriver.open(port, "{\"moto\": true, \"recurring\": true}");
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
                                new Secret(pay.webhookSecret))
                        .with(Capability.MOTO_PAGE, Capability.AGREEMENTS)));
    }

    private CardProvider card(String code) {
        return inTheCouncil(CurrentCouncil.within(TestCouncil.ALDERMERE, () -> providers.card(code))
                .orElseThrow());
    }

    @Override
    protected CardProvider provider() {
        return card("card");
    }

    @Override
    protected void payerDoes(String providerReference, String outcome) {
        assertThat(pay.outcome(providerReference, outcome).status()).isEqualTo(200);
    }

    @Override
    protected Set<Capability> declared() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    protected void loseReply(String call) {
        pay.fault("lost_reply", call);
    }

    @Override
    protected void breakDown(String call) {
        pay.fault("error_500", call);
    }

    /// What our client asks is held against the published document in every test; that it is, and that what is listed
    /// as wrong there is still met, is seen here.
    @Test
    void whatOurClientAsksIsAsPublishedButForWhatIsListedAsWrongThere() {
        PublishedDocument.need();
        var agreement =
                ((Agreeing.Made) provider().agree(new AgreementRequest("CT", "Council tax", "payer-1"))).agreement();
        var first = provider().start(request(attempt(), 100).settingUp(agreement));
        payerDoes(((Started.Sent) first).providerReference(), "success");
        assertThat(provider()
                        .collect(new CollectionRequest(agreement, "key-1", Money.pence(100), "CT-2", "Council tax")))
                .isInstanceOf(Collected.Begun.class);
        assertThat(WatchedRequests.seen()).contains("POST /v1/payments", "GET /v1/payments/…", "POST /v1/agreements");
        assertThat(PublishedRequests.met()).containsExactlyInAnyOrderElementsOf(PublishedRequests.LISTED);
    }

    @Test
    void aRefusedKeySaysNothingAboutAPayment() {
        var sent = start("before-the-key-was-revoked", 100);
        connect("revoked", "api_test_wrong");
        var revoked = card("revoked");
        assertThat(revoked.look(sent)).isInstanceOf(Seen.NoAnswer.class);
    }

    @Test
    void whatWasBegunWithAKeyIsAskedAboutWithItAfterItWasReplaced() {
        var sent = start("begun-with-the-former-key", 100);
        var lost = "lost-with-the-former-key";
        loseReply("create");
        assertThat(provider().start(request(lost, 100))).isInstanceOf(Started.NoAnswer.class);
        var other = PayDriver.open(port, "{}");
        connect("card", other.key);

        assertThat(provider().look(sent)).isInstanceOf(Seen.Known.class);
        assertThat(((Found.These) provider().find(lost)).payments()).hasSize(1);
        assertThat(provider().look("nobody-knows-this")).isEqualTo(new Seen.NotFound());
        payerDoes(sent, "success");
        assertThat(provider().refund(new RefundRequest(sent, Money.pence(40), Money.pence(100))))
                .isInstanceOf(Refunding.Asked.class);
        assertThat(other.get("/v1/payments").json().path("total").asInt())
                .as("nothing was begun in the new account")
                .isZero();

        connect("card", "api_test_mistyped");
        assertThat(provider().look(sent)).as("a mistyped key loses nothing").isInstanceOf(Seen.Known.class);
    }

    @Test
    void aBusyProviderIsAskedOnceMore() {
        var sent = start("busy", 100);
        pay.fault("rate_limit", "get");
        assertThat(provider().look(sent)).isInstanceOf(Seen.Known.class);
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
        var second = card("other");
        var first = card("card");
        assertThat(first.look(sent)).isInstanceOf(Seen.Known.class);
        assertThat(second.look(sent)).isEqualTo(new Seen.NotFound());
    }

    @Test
    void twoStartsWithOneKeyAreTwoPaymentsBecauseTheProviderIgnoresTheKey() {
        var one = start("same-key", 100);
        var two = start("same-key", 100);
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void theAmountIsWhatThePayerPaidInAll() {
        var sent = start(attempt(), 10_000);
        pay.control("/payments/" + sent + "/outcome", "{\"outcome\": \"success\", \"surcharge\": 250}");
        var known = look(sent);
        assertThat(known.requested()).isEqualTo(Money.pence(10_000));
        assertThat(known.amount()).isEqualTo(Money.pence(10_250));
        assertThat(known.surcharge()).isEqualTo(Money.pence(250));
    }

    @Test
    void anAccountForWhichNothingWasSwitchedOnDeclaresNothingMore() {
        var plain = PayDriver.open(port, "{}");
        CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> providers.connect(new ProviderAccount(
                        "plain",
                        "Cards",
                        ProviderAccount.Kind.GOVUK_PAY,
                        URI.create(plain.base()),
                        new Secret(plain.key),
                        new Secret(""))));
        var provider = card("plain");
        assertThat(provider.capabilities())
                .doesNotContain(Capability.MOTO_PAGE, Capability.AGREEMENTS)
                .contains(Capability.REFUND, Capability.CANCEL);
        assertThat(provider.start(request(attempt(), 100).byTelephone()))
                .isInstanceOfSatisfying(
                        Started.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("not-offered"));
        assertThat(provider.agree(new AgreementRequest("r", "d", null))).isEqualTo(new Agreeing.NotOffered());
        assertThat(plain.get("/v1/payments").json().path("total").asInt())
                .as("nobody was asked")
                .isZero();
    }

    @Test
    void whatWasPaidOutIsListedWithItsFeesAndWhatWentBack() {
        pay = PayDriver.open(port, "{\"profile\": \"stripe\"}");
        connect("settling", pay.key);
        var settling = card("settling");
        var sent = reference(settling.start(request(attempt(), 10_000)));
        payerDoes(sent, "success");
        pay.advance("2m");
        assertThat(settling.refund(new RefundRequest(sent, Money.pence(2_500), Money.pence(10_000))))
                .isInstanceOf(Refunding.Asked.class);
        pay.advance("12d");
        var today = LocalDate.now(ZoneOffset.UTC);
        var rows = ((Listed.These<SettledRow>) settling.settled(today, today.plusDays(12))).rows();
        assertThat(rows)
                .extracting(row -> row.kind() + " " + row.gross().pence() + " "
                        + row.fee().pence() + " " + row.net().pence())
                .containsExactly("PAYMENT 10000 120 9880", "REFUND -2500 0 -2500");
        assertThat(rows).extracting(SettledRow::providerReference).containsOnly(sent);
    }
}
