package localgov.ims.notifications;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import localgov.ims.kernel.Money;
import localgov.ims.messages.Email;
import localgov.ims.payments.Payment;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import localgov.ims.refunds.Refund;
import localgov.ims.refunds.Way;
import org.springframework.stereotype.Component;

/// The e-mails to payers, in their language. Nothing in them was typed by anybody.
@Component
class PayerLetters {
    private final WordBook book;

    PayerLetters(WordBook book) {
        this.book = book;
    }

    Email refunded(Refund refund, Payment payment, Contact to) {
        var words = book.in(to.language());
        var values = values(refund, payment, words);
        values.put("day", refund.sentOn().map(words::date).orElse(""));
        values.put(
                "where",
                words.say(refund.way() == Way.CARD ? "notifications.to-the-card" : "notifications.to-the-bank"));
        var text = words.say(
                "notifications.mail.refunded.text",
                refund.amount(),
                values.getOrDefault("where", ""),
                values.getOrDefault("day", ""),
                refund.reference().grouped(),
                payment.reference().grouped());
        return letter(
                FactKind.REFUNDED, words.say("notifications.mail.refunded.subject", refund.amount()), text, values, to);
    }

    Email returned(Refund refund, Payment payment, Contact to) {
        var words = book.in(to.language());
        var text = words.say(
                "notifications.mail.returned.text",
                refund.amount(),
                refund.reference().grouped(),
                payment.reference().grouped());
        return letter(
                FactKind.REFUND_RETURNED,
                words.say("notifications.mail.returned.subject", refund.amount()),
                text,
                values(refund, payment, words),
                to);
    }

    /// Says what was paid and when, as the payer's statement has it.
    Email notCollected(Fact fact, Payment payment, Contact to) {
        var words = book.in(to.language());
        Money amount = Optional.ofNullable(fact.paid()).orElse(payment.amount());
        var paidAt = Optional.ofNullable(fact.paidAt()).orElse(payment.createdAt());
        var values = new LinkedHashMap<String, String>();
        values.put("amount", words.money(amount));
        values.put("day", words.moment(paidAt));
        values.put("receipt", payment.reference().grouped());
        var text = words.say(
                "notifications.mail.not-collected.text",
                amount,
                values.getOrDefault("day", ""),
                payment.reference().grouped());
        return letter(
                FactKind.NOT_COLLECTED,
                words.say("notifications.mail.not-collected.subject", amount),
                text,
                values,
                to);
    }

    private static Map<String, String> values(Refund refund, Payment payment, Words words) {
        var values = new LinkedHashMap<String, String>();
        values.put("amount", words.money(refund.amount()));
        values.put("refund", refund.reference().grouped());
        values.put("receipt", payment.reference().grouped());
        return values;
    }

    private static Email letter(FactKind kind, String subject, String text, Map<String, String> values, Contact to) {
        return new Email(kind.about(), to.address(), subject, text)
                .in(to.language())
                .with(values);
    }
}
