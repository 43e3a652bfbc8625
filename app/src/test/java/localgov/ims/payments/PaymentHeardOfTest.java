package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import localgov.ims.sandbox.OnAPort;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/// What a provider sends word of is passed on to whoever listens: once, and after it has been looked at.
@OnAPort
class PaymentHeardOfTest extends WithAProvider {
    @Test
    void whatIsHeardOfAPaymentIsPassedOnToWhoeverListens() {
        var heard = new ArrayList<PaymentHeardOf>();
        ((ConfigurableApplicationContext) app).addApplicationListener((ApplicationEvent event) -> {
            if (event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof PaymentHeardOf news) {
                heard.add(news);
            }
        });
        var payment = started(Workshop.FINE);
        var number = payment.providerReference().orElseThrow();
        pay.outcome(number, "success");
        within(() -> {
            here.webhook(pay, "passed-on", number);
            here.webhook(pay, "passed-on", number);
            return true;
        });
        assertThat(heard).extracting(PaymentHeardOf::payment).containsExactly(payment.id());
        assertThat(heard.getFirst().paidAt()).isNotNull();
    }
}
