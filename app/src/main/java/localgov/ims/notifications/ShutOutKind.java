package localgov.ims.notifications;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The e-mail about a payment provider that does not let the council in, for councils that word it themselves.
@Configuration(proxyBeanMethods = false)
class ShutOutKind {
    static final String ABOUT = "notifications.shut-out";

    @Bean
    @Order(67)
    MessageKind providerThatShutUsOut() {
        return MessageKind.toColleagues(
                        ABOUT,
                        "A payment provider that does not let the council in",
                        "Darparwr taliadau nad yw’n gadael y cyngor i mewn")
                .has("name", "Ann Asker")
                .needs("provider", "Cards", "Cardiau")
                .has("answer", "401")
                .needs("link", "https://pay.example.org/office/settings/…")
                .has("council", "Aldermere Council", "Cyngor Aldermere");
    }
}
