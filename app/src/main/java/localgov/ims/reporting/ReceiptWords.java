package localgov.ims.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.Money;
import localgov.ims.organisation.ChangeableText;
import localgov.ims.organisation.Texts;
import localgov.ims.platform.pages.CouncilFaces;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;

/// A receipt as an e-mail, made of what is in the book. Nothing in it was typed by whoever paid but the references.
@Component
class ReceiptWords {
    private final Catalogue catalogue;
    private final Texts texts;
    private final WordBook book;
    private final CouncilFaces councils;

    ReceiptWords(Catalogue catalogue, Texts texts, WordBook book, CouncilFaces councils) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.book = book;
        this.councils = councils;
    }

    /// @param values what it is made of, for a council that words it itself
    record Written(String subject, String text, Map<String, String> values) {}

    Written of(ReceiptMail.Sendable receipt, boolean copy, Language language) {
        var words = book.in(language);
        var naming = new Naming(catalogue.now(), words);
        var values = values(receipt, copy, naming);
        return new Written(
                words.say(copy ? "reporting.mail.subject-copy" : "reporting.mail.subject", receipt.number()),
                text(receipt, copy, naming),
                values);
    }

    private String text(ReceiptMail.Sendable receipt, boolean copy, Naming naming) {
        var words = naming.words();
        var all = new ArrayList<String>();
        if (isTest(receipt)) {
            all.add(test(words));
            all.add("");
        }
        if (copy) {
            all.add(words.say("reporting.mail.copy"));
            all.add("");
        }
        var first = receipt.lines().getFirst();
        all.add(words.say("reporting.mail.received", total(receipt), first.happenedOn(), receipt.number()));
        all.add("");
        receipt.lines().forEach(line -> all.add(row(line, naming)));
        all.add(words.say("reporting.mail.total", total(receipt)));
        var method = naming.method(first.method());
        if (!method.isEmpty()) {
            all.add(words.say("reporting.mail.method", method));
        }
        vat(receipt, words, all);
        all.add("");
        links(receipt, words, all);
        all.add(texts.say(ChangeableText.RECEIPT_FOOTER, words.language()).plain());
        return String.join("\n", all);
    }

    private static boolean isTest(ReceiptMail.Sendable receipt) {
        return receipt.given() != null && receipt.given().test();
    }

    private static String test(Words words) {
        return "%s. %s".formatted(words.say("reporting.story.test"), words.say("reporting.story.test.what"));
    }

    private void vat(ReceiptMail.Sendable receipt, Words words, ArrayList<String> all) {
        if (vat(receipt).isPositive()) {
            all.add(words.say("reporting.mail.vat", vat(receipt)));
        }
        var number = councils.in(words).brand().vatNumber();
        if (!number.isEmpty()) {
            all.add(words.say("reporting.mail.vat-number", number));
        }
    }

    private static void links(ReceiptMail.Sendable receipt, Words words, ArrayList<String> all) {
        var given = receipt.given();
        if (given != null && given.progress() != null) {
            all.add(words.say("reporting.mail.follow"));
            all.add(given.progress());
            all.add("");
        }
        if (given != null && given.proof() != null) {
            all.add(words.say("reporting.mail.genuine"));
            all.add(given.proof());
            all.add("");
        }
    }

    private Map<String, String> values(ReceiptMail.Sendable receipt, boolean copy, Naming naming) {
        var words = naming.words();
        var given = receipt.given();
        var first = receipt.lines().getFirst();
        var values = new LinkedHashMap<String, String>();
        values.put("receipt", receipt.number());
        values.put("amount", words.money(total(receipt)));
        values.put(
                "lines", receipt.lines().stream().map(line -> row(line, naming)).collect(Collectors.joining("\n")));
        values.put("copy", copy ? "yes" : "no");
        values.put("test", isTest(receipt) ? test(words) : "");
        values.put("day", words.date(first.happenedOn()));
        values.put("method", naming.method(first.method()));
        values.put("vat", vat(receipt).isPositive() ? words.money(vat(receipt)) : "");
        values.put("anyvat", vat(receipt).isPositive() ? "yes" : "no");
        values.put("progress", given == null || given.progress() == null ? "" : given.progress());
        values.put("genuine", given == null || given.proof() == null ? "" : given.proof());
        return values;
    }

    /// `Parking permits PP1234567: £12.00 (includes £2.00 VAT at 20%)`
    private static String row(Posted line, Naming naming) {
        var words = naming.words();
        var account = line.accountNumber();
        var what = ReceiptSearch.isSuspense(line.toAccount())
                ? words.say("reporting.mail.not-placed")
                : line.fund() == null ? naming.pot(line.toAccount()) : naming.fund(line.fund());
        var row = "%s%s: %s".formatted(what, account == null ? "" : " " + account, words.money(line.pence()));
        return line.vatPence().isPositive()
                ? row + " (" + words.say("reporting.mail.of-which", line.vatPence(), percent(line.vatRate())) + ")"
                : row;
    }

    /// `20%`, `17.5%`
    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
    }

    static Money total(ReceiptMail.Sendable receipt) {
        return receipt.lines().stream().map(Posted::pence).reduce(Money.ZERO, Money::plus);
    }

    private static Money vat(ReceiptMail.Sendable receipt) {
        return receipt.lines().stream().map(Posted::vatPence).reduce(Money.ZERO, Money::plus);
    }
}
