package localgov.ims.webhooks;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The e-mail about a webhook that stopped, for councils that word it themselves.
@Configuration(proxyBeanMethods = false)
class StoppedKind {
    static final String STOPPED = "webhooks.paused";

    @Bean
    @Order(66)
    MessageKind webhookThatStopped() {
        return MessageKind.toColleagues(STOPPED, "A webhook that stopped", "Bachyn gwe a stopiodd")
                .needs("webhook", "Forms on the website", "Ffurflenni ar y wefan")
                .has("why", "it has not answered well for a day", "nid yw wedi ateb yn dda ers diwrnod")
                .needs("link", "https://pay.example.org/office/webhooks/…");
    }
}
