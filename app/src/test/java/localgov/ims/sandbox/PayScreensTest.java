package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The simulated payment page, without JavaScript.
@OnAPort
class PayScreensTest {
    @LocalServerPort
    int port;

    private PayDriver pay;
    private HttpClient browser;

    @BeforeEach
    void open() {
        pay = PayDriver.open(port, "{}");
        browser = browser();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private PayDriver.Answer made(String language) {
        return pay.post("/v1/payments", """
                {"amount": 12050, "reference": "CT-77", "description": "Council tax", "language": "%s",
                 "return_url": "http://localhost:%d/pay/back/opaque"}
                """.formatted(language, port));
    }

    private HttpResponse<String> get(HttpClient who, String url) throws Exception {
        return who.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> choose(String id, String outcome) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(pay.base() + "/pay/" + id))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("outcome=" + outcome))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Document opened(PayDriver.Answer made) throws Exception {
        var entered = get(browser, made.text("/_links/next_url/href"));
        assertThat(entered.statusCode()).isEqualTo(303);
        var page = get(
                browser,
                URI.create(pay.base())
                        .resolve(entered.headers().firstValue("Location").orElseThrow())
                        .toString());
        assertThat(page.statusCode()).isEqualTo(200);
        return Jsoup.parse(page.body());
    }

    @ParameterizedTest
    @CsvSource({
        "/sandbox/webhooks, Simulated service system",
        "/sandbox/shop, Simulated service system",
        "/sandbox, Simulated providers"
    })
    void whatIsNoPaymentPageSaysWhatItIs(String path, String name) throws Exception {
        var page = Jsoup.parse(get(browser, "http://localhost:" + port + path).body());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("header").text()).isEqualTo(name);
        assertThat(page.title()).contains(name).doesNotContain("payment page");
    }

    @Test
    void thePayerSeesWhatIsPaidAndChooses() throws Exception {
        var made = made("en");
        var page = opened(made);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("h1").text()).isEqualTo("Pay £120.50");
        assertThat(page.text()).contains("Simulated payment page", "CT-77", "Council tax", made.text("/payment_id"));
        assertThat(page.select("button[name=outcome]").eachAttr("value"))
                .containsExactly("success", "corporate", "closed", "declined", "cancelled_by_user", "error", "leave");
        assertThat(pay.get("/v1/payments/" + made.text("/payment_id")).text("/state/status"))
                .isEqualTo("started");
        var back = choose(made.text("/payment_id"), "success");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).hasValue("http://localhost:" + port + "/pay/back/opaque");
        assertThat(pay.get("/v1/payments/" + made.text("/payment_id")).text("/state/status"))
                .isEqualTo("success");
    }

    @Test
    void everyChoiceHasItsOutcome() throws Exception {
        assertThat(after("corporate")).isEqualTo("success");
        assertThat(after("closed")).isEqualTo("success");
        assertThat(after("declined")).isEqualTo("failed");
        assertThat(after("cancelled_by_user")).isEqualTo("failed");
        assertThat(after("error")).isEqualTo("error");
        assertThat(after("leave")).isEqualTo("started");
        assertThat(after("nonsense")).isEqualTo("started");
    }

    private String after(String outcome) throws Exception {
        var made = made("en");
        opened(made);
        choose(made.text("/payment_id"), outcome);
        return pay.get("/v1/payments/" + made.text("/payment_id")).text("/state/status");
    }

    @Test
    void thePageSpeaksThePayersLanguage() throws Exception {
        var page = opened(made("cy"));
        assertThat(page.select("html").attr("lang")).isEqualTo("cy");
        assertThat(page.select("h1").text()).isEqualTo("Talu £120.50");
    }

    @Test
    void thePageWorksOnceAndThenInTheSameBrowserOnly() throws Exception {
        var made = made("en");
        var next = made.text("/_links/next_url/href");
        opened(made);
        assertThat(get(browser, next).statusCode()).isEqualTo(303);
        var elsewhere = get(browser(), next);
        assertThat(elsewhere.statusCode()).isEqualTo(410);
        assertThat(Jsoup.parse(elsewhere.body()).select("h1").text()).isEqualTo("This link does not work any more");
        assertThat(get(browser(), pay.base() + "/pay/" + made.text("/payment_id"))
                        .statusCode())
                .isEqualTo(410);
        assertThat(get(browser, pay.base() + "/secure/unknown").statusCode()).isEqualTo(410);
    }

    @Test
    void aServiceElsewhereIsReturnedToByALink() throws Exception {
        var made = pay.pay(100, "r");
        opened(made);
        var page = Jsoup.parse(choose(made.text("/payment_id"), "success").body());
        assertThat(page.select("main a").attr("href")).isEqualTo("https://council.example/back/abc");
    }

    @Test
    void aFinishedPaymentOffersNothingMore() throws Exception {
        var made = made("en");
        opened(made);
        choose(made.text("/payment_id"), "declined");
        var page = Jsoup.parse(
                get(browser, pay.base() + "/pay/" + made.text("/payment_id")).body());
        assertThat(page.select("button[name=outcome]")).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo("This payment has ended");
    }

    @Test
    void theSandboxSaysWhatItHolds() throws Exception {
        made("en");
        var page = Jsoup.parse(
                get(browser, "http://localhost:" + port + "/sandbox").body());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("table").text()).contains("CT-77", "£120.50");
    }
}
