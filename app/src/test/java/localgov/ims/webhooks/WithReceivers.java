package localgov.ims.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Created;
import localgov.ims.payments.Payment;
import localgov.ims.payments.Payments;
import localgov.ims.payments.TakenPayments;
import localgov.ims.people.DemoPeople;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import localgov.ims.webhooks.Receiver.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A council with other systems that listen, and webhooks that tell them.
abstract class WithReceivers {
    static final String DEMO = "api:demo";
    static final Basket FINE = Basket.of(List.of(new Basket.Line("11", "BJ99518409", Money.pence(3_500), "Bus lane")));

    @Autowired
    ApplicationContext app;

    @Autowired
    Payments payments;

    @Autowired
    TakenPayments taken;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demoCatalogue;

    @Autowired
    DemoPeople demoPeople;

    @Autowired
    Webhooks webhooks;

    @Autowired
    JdbcClient db;

    @Autowired
    MockMvcTester mvc;

    private final List<Receiver> receivers = new ArrayList<>();
    final List<String> codes = new ArrayList<>();
    Works here;

    @BeforeEach
    void aCouncil() {
        here = new Works(app);
        within(() -> {
            demoCatalogue.load();
            demoPeople.load();
            return true;
        });
    }

    /// What one test told of is none of the next one's business.
    @AfterEach
    void quiet() {
        codes.forEach(code -> within(() -> settings.retire(
                WebhooksData.WEBHOOKS,
                code,
                settings.get(WebhooksData.WEBHOOKS, code).orElseThrow().version(),
                "system")));
        receivers.forEach(Receiver::close);
        here.close();
    }

    static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    Receiver receiver() {
        try {
            var receiver = new Receiver();
            receivers.add(receiver);
            return receiver;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A webhook with a secret that tells this receiver everything that the demonstration key may read.
    String subscribed(String code, Receiver receiver) {
        return subscribed(code, receiver, Map.of());
    }

    String subscribed(String code, Receiver receiver, Map<String, String> otherwise) {
        var answers = new HashMap<>(Map.of(
                "code", code,
                "name", "Forms " + code,
                "address", receiver.address(),
                "api_key", "demo",
                "which", "ALL",
                "paid", "yes",
                "not_paid", "yes",
                "taken_back", "yes",
                "refunds", "yes"));
        answers.putAll(otherwise);
        var saved = within(() -> settings.add(WebhooksData.WEBHOOKS, answers, "system"));
        assertThat(saved).isInstanceOf(Saved.Done.class);
        codes.add(code);
        return within(() -> here.secrets.make(code, "ada")).orElseThrow();
    }

    Payment paid(String who) {
        var cash = within(() -> catalogue.now().method("cash")).orElseThrow();
        return ((Created.New) within(() -> taken.take(FINE, cash, who, "api"))).payment();
    }

    Payment cancelled() {
        var payment = ((Created.New) within(() -> payments.create(FINE, Asking.anew(DEMO, "api")))).payment();
        return within(() -> payments.cancel(payment.id()));
    }

    void look() {
        within(() -> {
            here.sending.look();
            return true;
        });
    }

    /// One attempt for one receiver, on this thread.
    boolean attempt(String code) {
        return within(() -> {
            here.telling.tellAll();
            return here.sending.sendNext(code);
        });
    }

    List<Delivery> log(String code) {
        return within(() -> webhooks.deliveries(code, null, null, 100));
    }

    static boolean isSigned(Heard heard, String secret) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = heard.id() + "." + heard.timestamp() + "." + heard.body();
        var expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        return Stream.of(heard.signature().split(" ")).anyMatch(expected::equals);
    }
}
