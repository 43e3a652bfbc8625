package localgov.ims.portal;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// A receipt as a kind of e-mail, for councils that word it themselves.
@Configuration(proxyBeanMethods = false)
class ReceiptKind {
    static final String ABOUT = "portal.receipt";

    @Bean
    @Order(10)
    MessageKind receiptOfPayers() {
        return MessageKind.toPayers(ABOUT, "Receipt", "Derbynneb")
                .needs("receipt", "Q7FK 2M9D X")
                .needs("amount", "£120.00")
                .needs(
                        "lines",
                        "Council tax, Account number 774952620: £120.00",
                        "Treth gyngor, Rhif cyfrif 774952620: £120.00")
                .has("day", "20 November 2026 at 9:15am", "20 Tachwedd 2026 am 9:15yb")
                .has("vat", "£20.00")
                .has("anyvat", "yes")
                .has("test", "")
                .has("progress", "https://pay.example.org/payments/…/progress")
                .has("genuine", "https://pay.example.org/r/…");
    }
}
