package localgov.ims.notifications;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The kinds of e-mail that go to payers from here, for councils that word them themselves.
@Configuration(proxyBeanMethods = false)
class PayerKinds {
    @Bean
    @Order(20)
    MessageKind refunded() {
        return MessageKind.toPayers(FactKind.REFUNDED.about(), "Money given back", "Arian a roddwyd yn ôl")
                .needs("amount", "£35.00")
                .needs("receipt", "Q7FK 2M9D X")
                .has("refund", "R4TZ 8WQN C")
                .has("where", "to the card that you paid with", "i’r cerdyn y talwyd ag ef")
                .has("day", "20 November 2026", "20 Tachwedd 2026");
    }

    @Bean
    @Order(21)
    MessageKind refundReturned() {
        return MessageKind.toPayers(
                        FactKind.REFUND_RETURNED.about(), "Refund that came back", "Ad-daliad a ddaeth yn ôl")
                .needs("amount", "£35.00")
                .needs("receipt", "Q7FK 2M9D X")
                .has("refund", "R4TZ 8WQN C");
    }

    @Bean
    @Order(22)
    MessageKind notCollected() {
        return MessageKind.toPayers(
                        FactKind.NOT_COLLECTED.about(), "Payment that was not collected", "Taliad na chafodd ei gasglu")
                .needs("amount", "£120.00")
                .needs("receipt", "Q7FK 2M9D X")
                .has("day", "20 November 2026 at 9:15am", "20 Tachwedd 2026 am 9:15yb");
    }
}
