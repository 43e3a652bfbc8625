package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Payments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The browser that came back from paying sees the payment; whoever else has its number sees where the money is.
class ReturnTokenTest extends PayerJourney {
    @Autowired
    MockMvcTester mvc;

    /// A payer whom another system sent holds no basket: the token alone says who they are.
    private String begun(long pence) {
        within(() -> app.getBean(Payments.class)
                .create(
                        new Basket(
                                List.of(new Basket.Line("11", "BJ99518409", Money.pence(pence), null)),
                                null,
                                null,
                                null),
                        Asking.anew("api:parking", "api")));
        payer.get(entrance());
        return "/payments/" + reference();
    }

    /// The way back that the provider was told, within our own address.
    private String wayBack() {
        var address = URI.create(pay.get("/v1/payments/" + providerReference()).text("/return_url"));
        return address.getPath() + "?" + address.getQuery();
    }

    private void isShownOnlyWhereTheMoneyIs(Payer somebody, String path) {
        assertThat(somebody.path()).isEqualTo(path + "/progress");
        assertThat(somebody.page().text()).doesNotContain("BJ99518409");
        assertThat(somebody.page().select("main a[href='" + path + "']"))
                .as("no way to what would only lead back here")
                .isEmpty();
    }

    @Test
    void theWayBackCarriesATokenOfWhichOnlyTheHashIsKept() {
        begun(38_00);
        var token = wayBack().replaceFirst(".*token=", "");
        assertThat(token).matches("[A-Za-z0-9_-]{22}");
        assertThat(within(() -> app.getBean(JdbcClient.class)
                        .sql("""
                                select token_hash = sha256(convert_to(:token, 'UTF8'))
                                  from payments_return
                                 where payment = (select id from payments order by created_at desc, id desc limit 1)
                                """)
                        .param("token", token)
                        .query(Boolean.class)
                        .list()))
                .containsExactly(true);
    }

    @Test
    void whoComesBackWithTheTokenIsKnownAndTheAddressNoLongerCarriesIt() {
        var path = begun(38_10);
        pay.outcome(providerReference(), "success");
        assertThat(payer.redirectOf(wayBack())).isEqualTo(path);
        payer.get(wayBack());
        assertThat(payer.path()).isEqualTo(path);
        assertThat(text(payer.page(), "h1")).isEqualTo("Payment received");
        assertThat(payer.page().text()).contains("BJ99518409");
        assertThat(text(payer.get(path).page(), "h1")).as("the back button").isEqualTo("Payment received");
        payer.get(path + "/progress");
        assertThat(payer.page().select("main a[href='" + path + "']")).hasSize(1);
    }

    @Test
    void theCookieIsForThePagesOfThisPaymentAndForNoScript() {
        var path = begun(38_20);
        var way = wayBack();
        var answer = mvc.get().uri(URI.create(way)).secure(true).exchange().getResponse();
        var cookie = Objects.requireNonNull(answer.getCookie(PayerKey.COOKIE));
        assertThat(cookie.getPath()).isEqualTo(path);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getValue()).isNotEqualTo(way.replaceFirst(".*token=", ""));
    }

    @Test
    void anotherDeviceWithTheNumberSeesWhereTheMoneyIs() {
        var path = begun(38_30);
        pay.outcome(providerReference(), "success");
        payer.get(wayBack());
        isShownOnlyWhereTheMoneyIs(new Payer(port).get(path), path);
        isShownOnlyWhereTheMoneyIs(new Payer(port).get(path + "/return"), path);
        isShownOnlyWhereTheMoneyIs(new Payer(port).get(path + "/email"), path);
        assertThat(payer.page().select("form[action='" + path + "/email']")).hasSize(1);
        payer.forget(PayerKey.COOKIE);
        long before = letters();
        payer.submitTo(path + "/email", Map.of("email", "cy@example.org"));
        isShownOnlyWhereTheMoneyIs(payer, path);
        assertThat(letters()).as("of those who are not the payer").isEqualTo(before);
    }

    private long letters() {
        return within(() -> app.getBean(JdbcClient.class)
                .sql("select count(*) from messages_message")
                .query(Long.class)
                .single());
    }

    @Test
    void aWrongTokenAndOneOfAnotherPaymentOpenNothing() {
        begun(38_40);
        var other = wayBack().replaceFirst(".*token=", "");
        var path = begun(38_50);
        pay.outcome(providerReference(), "success");
        isShownOnlyWhereTheMoneyIs(new Payer(port).get(path + "/return?token=AAAAAAAAAAAAAAAAAAAAAA"), path);
        isShownOnlyWhereTheMoneyIs(new Payer(port).get(path + "/return?token=" + other), path);
        assertThat(text(new Payer(port).get(wayBack()).page(), "h1"))
                .as("its own, after the others were tried")
                .isEqualTo("Payment received");
    }

    @Test
    void theCookieOfOnePaymentOpensNoOther() {
        begun(38_60);
        var key = Objects.requireNonNull(mvc.get()
                        .uri(URI.create(wayBack()))
                        .exchange()
                        .getResponse()
                        .getCookie(PayerKey.COOKIE))
                .getValue();
        var own = "/payments/" + reference();
        var path = begun(38_70);
        assertThat(leads(own, key)).isNull();
        assertThat(leads(path, key)).isEqualTo(path + "/progress");
        assertThat(leads(own, "AAAAAAAAAAAAAAAAAAAAAA")).isEqualTo(own + "/progress");
    }

    private @Nullable String leads(String path, String key) {
        return mvc.get()
                .uri(path)
                .cookie(new Cookie(PayerKey.COOKIE, key))
                .exchange()
                .getResponse()
                .getRedirectedUrl();
    }

    @Test
    void paymentsInTwoTabsKeepTheirsEach() {
        var first = begun(38_80);
        var firstWay = wayBack();
        pay.outcome(providerReference(), "success");
        var second = begun(38_90);
        pay.outcome(providerReference(), "success");
        payer.get(wayBack());
        payer.get(firstWay);
        assertThat(text(payer.get(first).page(), "h1")).isEqualTo("Payment received");
        assertThat(text(payer.get(second).page(), "h1")).isEqualTo("Payment received");
        payer.get(firstWay);
        assertThat(payer.path()).as("pressed twice").isEqualTo(first);
    }

    @Test
    void aTokenThatWasUsedSomeTimeAgoOpensNothingToAnotherBrowser() {
        var path = begun(39_00);
        pay.outcome(providerReference(), "success");
        var way = wayBack();
        payer.get(way);
        within(() -> app.getBean(JdbcClient.class).sql("""
                        update payments_return
                           set exchanged_at = exchanged_at - interval '11 minutes'
                         where payment = (select id from payments order by created_at desc, id desc limit 1)
                        """).update());
        isShownOnlyWhereTheMoneyIs(new Payer(port).get(way), path);
        payer.get(way);
        assertThat(payer.path()).as("the payer's own browser").isEqualTo(path);
    }

    @Test
    void aLostCookieLeavesWhatIsNotKnownUnsaid() {
        var path = begun(39_10);
        var way = wayBack();
        pay.fault("error_500", "get");
        payer.get(way);
        assertThat(payer.path()).isEqualTo(path);
        payer.forget(PayerKey.COOKIE);
        payer.get(path);
        isShownOnlyWhereTheMoneyIs(payer, path);
        assertThat(payer.page().text()).contains("We do not know yet whether this was paid");
    }

    @Test
    void whoHoldsTheBasketOfWhichItWasMadeIsThePayerToo() {
        choose("GW", "GW100021", "39.20");
        paid(Map.of());
        assertThat(payer.path()).isEqualTo("/payments/" + reference());
        assertThat(text(payer.page(), "h1")).isEqualTo("Payment received");
    }
}
