package localgov.ims.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import localgov.ims.councils.OfficeAddress;
import localgov.ims.organisation.ChangeableText;
import localgov.ims.organisation.Texts;
import localgov.ims.payments.Payment;
import localgov.ims.platform.pages.CouncilFaces;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.pages.ResultPage;
import org.springframework.stereotype.Component;

/// A receipt as an e-mail. Nothing in it was typed by the payer but the references that were paid.
@Component
class ReceiptLetter {
    private final ReceiptLines lines;
    private final SignedReceipts signed;
    private final Texts texts;
    private final WordBook book;
    private final CouncilFaces councils;
    private final OfficeAddress address;

    ReceiptLetter(
            ReceiptLines lines,
            SignedReceipts signed,
            Texts texts,
            WordBook book,
            CouncilFaces councils,
            OfficeAddress address) {
        this.lines = lines;
        this.signed = signed;
        this.texts = texts;
        this.book = book;
        this.councils = councils;
        this.address = address;
    }

    /// @param values what it is made of, for a council that words its receipts itself
    record Written(String subject, String text, Map<String, String> values) {}

    Written of(Payment payment, Language language) {
        var words = book.in(language);
        var council = councils.in(words);
        var number = payment.reference().grouped();
        var paid = payment.paid().orElseThrow();
        var all = new ArrayList<String>();
        if (payment.pretended()) {
            all.add(test(words));
            all.add("");
        }
        all.add(words.say("portal.mail.received", paid, payment.paidAt().orElseThrow()));
        all.add(words.say("portal.mail.number", number));
        all.add("");
        var told = lines.of(payment, words);
        told.rows().forEach(row -> all.add(row(row)));
        all.add(words.say("portal.mail.total", paid));
        if (told.vat().isPositive()) {
            all.add(words.say("portal.mail.vat", told.vat()));
        }
        if (!council.brand().vatNumber().isEmpty()) {
            all.add(words.say("portal.mail.vat-number", council.brand().vatNumber()));
        }
        all.add("");
        all.add(words.say("portal.mail.follow"));
        all.add(address.at(Visits.progress(payment)));
        all.add("");
        signed.address(payment).ifPresent(proof -> {
            all.add(words.say("portal.mail.genuine"));
            all.add(proof);
            all.add("");
        });
        all.add(texts.say(ChangeableText.RECEIPT_FOOTER, language).plain());
        return new Written(
                words.say("portal.mail.subject", number), String.join("\n", all), values(payment, told, words));
    }

    private static String test(Words words) {
        return "%s. %s".formatted(words.say("portal.test"), words.say("portal.test.what"));
    }

    private Map<String, String> values(Payment payment, ReceiptLines.Told told, Words words) {
        var paid = payment.paid().orElseThrow();
        var vat = told.vat();
        var values = new LinkedHashMap<String, String>();
        values.put("receipt", payment.reference().grouped());
        values.put("amount", words.money(paid));
        values.put("day", words.moment(payment.paidAt().orElseThrow()));
        values.put("lines", told.rows().stream().map(ReceiptLetter::row).collect(Collectors.joining("\n")));
        values.put("vat", vat.isPositive() ? words.money(vat) : "");
        values.put("test", payment.pretended() ? test(words) : "");
        values.put("anyvat", vat.isPositive() ? "yes" : "no");
        values.put("progress", address.at(Visits.progress(payment)));
        values.put("genuine", signed.address(payment).orElse(""));
        return values;
    }

    private static String row(ResultPage.Row row) {
        var what = "%s, %s %s: %s".formatted(row.name(), row.label(), row.account(), row.amount());
        return row.vat().isEmpty() ? what : what + " (" + row.vat() + ")";
    }
}
