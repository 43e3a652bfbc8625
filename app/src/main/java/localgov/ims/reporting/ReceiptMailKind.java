package localgov.ims.reporting;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// A receipt that a colleague sends as a kind of e-mail, for councils that word it themselves.
@Configuration(proxyBeanMethods = false)
class ReceiptMailKind {
    static final String ABOUT = "reporting.receipt";

    @Bean
    @Order(12)
    MessageKind receiptFromTheOffice() {
        return MessageKind.toPayers(ABOUT, "Receipt that a colleague sends", "Derbynneb y mae cydweithiwr yn ei hanfon")
                .needs("receipt", "Q7FK 2M9D X")
                .needs("amount", "£120.00")
                .needs("lines", "Council tax 774952620: £120.00", "Treth gyngor 774952620: £120.00")
                .needs("copy", "yes")
                .has("day", "20 November 2026", "20 Tachwedd 2026")
                .has("method", "Cash", "Arian parod")
                .has("vat", "£20.00")
                .has("test", "")
                .has("anyvat", "yes")
                .has("progress", "https://pay.example.org/payments/…/progress")
                .has("genuine", "https://pay.example.org/verify/…");
    }
}
