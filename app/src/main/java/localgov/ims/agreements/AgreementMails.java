package localgov.ims.agreements;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The e-mails about agreements, for councils that word them themselves: what happened is said in our words, and what
/// stands around it in the council's.
@Configuration(proxyBeanMethods = false)
class AgreementMails {
    @Bean
    @Order(30)
    MessageKind newsOfAnAgreement() {
        return MessageKind.toPayers(Telling.ABOUT, "News of a payment plan", "Newyddion am gynllun talu")
                .needs(
                        "what",
                        "We have taken £40.00 from your card, as you agreed. Thank you.",
                        "Rydym wedi cymryd £40.00 o’ch cerdyn, fel y cytunoch. Diolch.")
                .has("news", "Payment of £40.00 received", "Taliad o £40.00 wedi’i dderbyn")
                .has("fund", "Council tax", "Treth gyngor")
                .has("account", "774952620")
                .has("anylink", "yes")
                .has("link", "https://pay.example.org/agreements/…");
    }
}
