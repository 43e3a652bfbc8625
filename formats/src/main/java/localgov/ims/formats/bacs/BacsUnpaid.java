package localgov.ims.formats.bacs;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import localgov.ims.formats.Check;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.bacs.BacsTelling.Place;
import localgov.ims.formats.reading.Xml;
import org.jspecify.annotations.Nullable;

/// Reads one `ARUDD`: the Direct Debits that came back unpaid, by the account into which they were collected.
final class BacsUnpaid {

    private final Xml xml;
    private final BacsTelling telling;
    private String type = "";
    private String number = "";
    private String serviceUser = "";
    private @Nullable LocalDate day;
    private boolean begun;
    private long accounts;
    private long totals;

    private String account = "";
    private long count;
    private BigDecimal sum = BigDecimal.ZERO;

    BacsUnpaid(Xml xml, BacsTelling telling) {
        this.xml = xml;
        this.telling = telling;
    }

    void read() throws IOException, UnreadableFile {
        xml.eachChild(this::field);
        begin();
        telling.check(Check.block(
                "file-is-whole",
                "totals for each of " + accounts + (accounts == 1 ? " account" : " accounts"),
                totals,
                accounts == totals && accounts > 0));
    }

    private void field(String name) throws IOException, UnreadableFile {
        switch (name) {
            case "Header" -> {
                type = xml.attribute("reportType");
                number = xml.attribute("adviceNumber");
                day = BacsReader.day(xml.attribute("currentProcessingDate"));
            }
            case "ServiceLicenseInformation" -> serviceUser = xml.attribute("userNumber");
            case "OriginatingAccountRecord" -> {
                begin();
                account();
            }
            default -> xml.eachChild(this::field);
        }
    }

    /// Tells the head when the first account comes, or at the end when none does.
    private void begin() {
        if (!begun) {
            begun = true;
            telling.report(new BacsHead(BacsReport.ARUDD, type, number, day, serviceUser));
        }
    }

    private void account() throws IOException, UnreadableFile {
        accounts++;
        account = "";
        count = 0;
        sum = BigDecimal.ZERO;
        xml.eachChild(name -> {
            switch (name) {
                case "OriginatingAccount" ->
                    account = BacsReader.account(xml.attribute("sortCode"), xml.attribute("number"));
                case "ReturnedDebitItem" -> item();
                case "Totals" -> totals();
                default -> {}
            }
        });
    }

    private void totals() {
        totals++;
        var stated = xml.attribute("numberOf");
        telling.check(Check.block(
                "unpaid-count",
                stated,
                count,
                stated.replaceFirst("^0+(?=.)", "").equals(Long.toString(count))));
        telling.check(BacsReader.total("unpaid-total", xml.attribute("valueOf"), sum));
    }

    private void item() throws IOException, UnreadableFile {
        var place = Place.of(xml);
        var written = xml.attribute("valueOf");
        var currency = xml.attribute("currency").isEmpty() ? "GBP" : xml.attribute("currency");
        var collected = xml.attribute("originalProcessingDate");
        var said = xml.attribute("returnDescription");
        var reason = BacsReasons.of(BacsReport.ARUDD, xml.attribute("returnCode"), said);
        var reference = xml.attribute("ref");
        var transactionCode = xml.attribute("transCode");
        var payer = new Payer();
        xml.eachChild(name -> {
            if (name.equals("PayerAccount")) {
                payer.name = xml.attribute("name");
                payer.account = BacsReader.account(xml.attribute("sortCode"), xml.attribute("number"));
                payer.reference = xml.attribute("ref");
            }
        });
        var amount = BacsReader.amount(written, currency);
        if (amount.fault() != null) {
            telling.problem(place, written, amount.fault());
            return;
        }
        var collectedOn = BacsReader.day(collected);
        if (collectedOn == null && !collected.isEmpty()) {
            telling.problem(place, collected, "The day of this Direct Debit is not a day of the calendar");
            return;
        }
        count++;
        sum = sum.add(amount.value());
        telling.advice(new BacsAdvice(
                place.line(),
                BacsReport.ARUDD,
                reference.isEmpty() ? payer.reference : reference,
                BacsAdvice.Money.UNPAID,
                amount.value(),
                currency,
                collectedOn,
                reason,
                said,
                payer.name,
                payer.account,
                "",
                transactionCode,
                "",
                account,
                List.of()));
    }

    private static final class Payer {
        String name = "";
        String account = "";
        String reference = "";
    }
}
