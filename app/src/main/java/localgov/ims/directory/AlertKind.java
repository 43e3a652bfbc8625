package localgov.ims.directory;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The e-mail about an emergency sign-in, for councils that word it themselves.
@Configuration(proxyBeanMethods = false)
class AlertKind {
    static final String EMERGENCY = "directory.emergency";

    @Bean
    @Order(65)
    MessageKind emergencySignIn() {
        return MessageKind.toColleagues(EMERGENCY, "Emergency sign-in", "Mewngofnodi brys")
                .needs("who", "Ann Asker")
                .needs("when", "20 November 2026 at 9:15am", "20 Tachwedd 2026 am 9:15yb")
                .needs("link", "https://pay.example.org/office/alerts");
    }
}
