package localgov.ims.access;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The e-mails with a link that opens something, for councils that word them themselves.
@Configuration(proxyBeanMethods = false)
class LinkKinds {
    static final String FORGOTTEN = "people.forgotten";
    static final String INVITED = "people.invited";

    @Bean
    @Order(63)
    MessageKind forgottenPassword() {
        return MessageKind.toColleagues(FORGOTTEN, "Forgotten password", "Cyfrinair a anghofiwyd")
                .has("name", "Ann Asker")
                .has("council", "Aldermere Council", "Cyngor Aldermere")
                .needs("link", "https://pay.example.org/office/forgotten/…")
                .has("until", "20 November 2026 at 10:15am", "20 Tachwedd 2026 am 10:15yb");
    }

    @Bean
    @Order(64)
    MessageKind invitation() {
        return MessageKind.toColleagues(INVITED, "Invitation", "Gwahoddiad")
                .has("name", "Cal Colleague")
                .has("who", "Ann Asker")
                .has("council", "Aldermere Council", "Cyngor Aldermere")
                .needs("link", "https://pay.example.org/office/join/…")
                .has("until", "27 November 2026 at 9:15am", "27 Tachwedd 2026 am 9:15yb");
    }
}
