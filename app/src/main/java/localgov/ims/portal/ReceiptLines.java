package localgov.ims.portal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentState;
import localgov.ims.platform.words.Words;
import localgov.ims.platform.words.Written;
import localgov.ims.portal.pages.ResultPage;
import org.springframework.stereotype.Component;

/// What a payment was for, line by line; once it is paid, with the VAT that is in the book.
@Component
class ReceiptLines {
    private final Catalogue catalogue;
    private final PostedLines posted;

    ReceiptLines(Catalogue catalogue, PostedLines posted) {
        this.catalogue = catalogue;
        this.posted = posted;
    }

    /// What is shown of the lines, and all the VAT in them.
    record Told(List<ResultPage.Row> rows, Money vat) {
        Told {
            rows = List.copyOf(rows);
        }
    }

    Told of(Payment payment, Words words) {
        var posted = inTheBook(payment);
        return new Told(
                rows(payment, posted, words),
                posted.stream().map(PostedLines.Line::vat).reduce(Money.ZERO, Money::plus));
    }

    private List<ResultPage.Row> rows(Payment payment, List<PostedLines.Line> posted, Words words) {
        var now = catalogue.now();
        var book = posted.stream().collect(Collectors.toMap(PostedLines.Line::line, line -> line));
        var bills = payment.lines().stream().map(line -> {
            var face = now.fund(line.fund()).map(fund -> new FundFace(fund, words));
            var there = book.get(line.line());
            return new ResultPage.Row(
                    face.map(FundFace::name).orElseGet(() -> Written.of(line.fund())),
                    face.map(FundFace::label).orElseGet(() -> Written.of("")),
                    line.account(),
                    words.money(line.amount()),
                    there == null || !line.fund().equals(there.fund())
                            ? ""
                            : VatInWords.of(there.vat(), there.vatRate(), words));
        });
        return Stream.concat(bills, surcharge(payment, words)).toList();
    }

    /// What the card provider added itself.
    private static Stream<ResultPage.Row> surcharge(Payment payment, Words words) {
        return payment.surcharge().isPositive()
                ? Stream.of(new ResultPage.Row(
                        Written.of(words.say("portal.paid.surcharge")),
                        Written.of(words.say("portal.paid.surcharge-by")),
                        "",
                        words.money(payment.surcharge()),
                        ""))
                : Stream.of();
    }

    /// Nothing before it is paid.
    private List<PostedLines.Line> inTheBook(Payment payment) {
        return payment.state() == PaymentState.PAID ? posted.of(payment.id()) : List.of();
    }
}
