package localgov.ims.unpaid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.platform.words.Words;
import localgov.ims.unpaid.pages.UnpaidPage;
import org.springframework.stereotype.Component;

/// Puts a receipt that a bank returned into words.
@Component
class UnpaidPages {
    private final Catalogue catalogue;

    UnpaidPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static String receipt(long journal, int line) {
        return "/office/receipts/%d-%d".formatted(journal, line);
    }

    UnpaidPage page(UnpaidReceipt receipt, int line, Words words) {
        return new UnpaidPage(
                UnpaidReceipts.path(receipt.journal(), line),
                receipt(receipt.journal(), line),
                words.say("unpaid.title", receipt.total()),
                facts(receipt, words),
                words.count("unpaid.what", receipt.stands().size()),
                receipt.reasonAgainst()
                        .map(why -> words.say("unpaid.why-not."
                                + why.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .orElse(null));
    }

    private List<SummaryRow> facts(UnpaidReceipt receipt, Words words) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(words.say("unpaid.fact.day"), words.date(receipt.happenedOn())));
        facts.add(SummaryRow.of(words.say("unpaid.fact.method"), method(receipt.method(), words)));
        if (receipt.payer() != null) {
            facts.add(SummaryRow.of(words.say("unpaid.fact.payer"), receipt.payer()));
        }
        receipt.stands()
                .forEach(stand -> facts.add(SummaryRow.of(
                        words.say(
                                stand.placed() == null ? "unpaid.fact.line" : "unpaid.fact.placed",
                                fund(stand, words),
                                stand.account() == null ? "" : stand.account()),
                        words.money(stand.amount()))));
        return facts;
    }

    private String fund(UnpaidReceipt.Stand stand, Words words) {
        var code = stand.fund();
        return code == null
                ? words.say("unpaid.fact.no-fund")
                : catalogue
                        .now()
                        .fund(code)
                        .map(fund -> words.either(fund.name(), fund.nameInWelsh()))
                        .orElse(code);
    }

    private String method(String code, Words words) {
        return catalogue
                .now()
                .method(code)
                .map(method -> words.either(method.name(), method.nameInWelsh()))
                .orElse(code);
    }
}
