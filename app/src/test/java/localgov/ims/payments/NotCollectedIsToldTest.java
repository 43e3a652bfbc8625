package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.messages.Sent;
import localgov.ims.notifications.Contacts;
import localgov.ims.notifications.Tellings;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Whoever paid is told when their provider could not collect the money after all.
@OnAPort
class NotCollectedIsToldTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    @Test
    void thePayerIsToldOnceHowMuchOfWhenDoesNotCountHoweverLateThatIs() {
        var pay = PayDriver.open(port, "{}");
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
        Workshop.connect(app, pay, "card");
        var here = new Workshop(app);
        var since = Instant.now();
        pay.fault("capture_fails", "capture");
        var payment = within(() -> here.started(Workshop.FINE));
        within(() -> {
            app.getBean(Contacts.class).give(payment.id(), "cy@pays.example", Language.ENGLISH);
            return true;
        });
        pay.advance("20m");
        here.later(Duration.ofMinutes(20));
        pay.control(
                "/payments/" + payment.providerReference().orElseThrow() + "/outcome",
                "{\"outcome\": \"success\", \"surcharge\": 250}");
        var paid = within(() -> here.payments.settle(payment.id()));
        assertThat(paid.state()).isEqualTo(PaymentState.PAID);
        pay.advance("27h");
        here.later(Duration.ofHours(7));
        within(() -> {
            here.polling.poll();
            return true;
        });
        assertThat(within(() -> here.now(payment)).takenBack()).isTrue();
        Tellings.forgetContacts(app, payment.id(), Duration.ofDays(4));
        Tellings.tellAll(app);
        Tellings.tellAll(app);

        var written = within(() -> Sent.about(app, "notifications.not-collected", since));
        assertThat(written).hasSize(1);
        assertThat(written.getFirst().to()).isEqualTo("cy@pays.example");
        assertThat(written.getFirst().subject()).isEqualTo("Your payment of £37.50 was not collected");
        assertThat(written.getFirst().text()).contains(payment.reference().grouped());
        var words = app.getBean(WordBook.class).in(Language.ENGLISH);
        assertThat(written.getFirst().text())
                .as("what was paid, and when")
                .contains("£37.50")
                .contains(words.moment(paid.paidAt().orElseThrow()))
                .doesNotContain(words.moment(payment.createdAt()));
    }
}
