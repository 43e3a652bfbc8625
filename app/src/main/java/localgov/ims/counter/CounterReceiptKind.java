package localgov.ims.counter;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// A receipt of the counter as a kind of e-mail, for councils that word it themselves.
@Configuration(proxyBeanMethods = false)
class CounterReceiptKind {
    static final String ABOUT = "counter.receipt";

    @Bean
    @Order(11)
    MessageKind receiptOfTheCounter() {
        return MessageKind.toPayers(ABOUT, "Receipt from the counter", "Derbynneb o’r cownter")
                .needs("receipt", "Q7FK 2M9D X")
                .needs("amount", "£120.00")
                .needs("lines", "Council tax 774952620: £120.00", "Treth gyngor 774952620: £120.00")
                .has("day", "20 November 2026 at 9:15am", "20 Tachwedd 2026 am 9:15yb")
                .has("method", "Cash", "Arian parod");
    }
}
