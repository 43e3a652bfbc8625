package localgov.ims.disputes;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The e-mail about a dispute, for councils that word it themselves.
@Configuration(proxyBeanMethods = false)
class DisputeMails {
    static final String CHANGED = "disputes.changed";

    @Bean
    @Order(50)
    MessageKind disputedPayment() {
        return MessageKind.toColleagues(CHANGED, "Disputed payment", "Taliad a herir")
                .has("name", "Ann Asker")
                .needs("what", "A payment is disputed.", "Mae taliad yn cael ei herio.")
                .has("anydue", "yes")
                .has("due", "27 November 2026 at 11:59pm", "27 Tachwedd 2026 am 11:59yh")
                .needs("link", "https://pay.example.org/office/disputes/…")
                .has("council", "Aldermere Council", "Cyngor Aldermere");
    }
}
