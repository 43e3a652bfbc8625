package localgov.ims.formats.bacs;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import localgov.ims.formats.Check;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.AccountNames;
import localgov.ims.formats.reading.Amount;
import localgov.ims.formats.reading.Days;
import localgov.ims.formats.reading.Running;
import localgov.ims.formats.reading.Xml;
import org.jspecify.annotations.Nullable;

/// Reads a report of Bacs, one advice at a time. Element names are what counts: namespaces, prefixes and the
/// envelope with its signature are left aside.
final class BacsReader {

    private static final int LONGEST_AMOUNT = 40;
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?");
    private static final Pattern BRITISH_DAY = Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d{4})");

    private final Xml xml;
    private final BacsTelling telling;
    private final BacsReport report;
    private long reports;

    BacsReader(Xml xml, BacsTelling telling, BacsReport report) {
        this.xml = xml;
        this.telling = telling;
        this.report = report;
    }

    void read() throws IOException, UnreadableFile {
        element(xml.root());
        xml.finish();
        telling.check(Check.block("file-is-whole", "at least one report", reports, reports > 0));
    }

    /// Goes down through envelopes until a report is found.
    private void element(String name) throws IOException, UnreadableFile {
        switch (name) {
            case "ARUDD" -> {
                reports++;
                new BacsUnpaid(xml, telling).read();
            }
            case "MessagingAdvices" -> {
                reports++;
                new BacsMessages(xml, telling, report).read();
            }
            case "Document" -> reports += new BacsClaims(xml, telling).read() ? 1 : 0;
            default -> xml.eachChild(this::element);
        }
    }

    /// An amount in pounds; commas separate thousands and nothing else.
    static Amount amount(String text, String currency) {
        boolean grouped =
                text.length() <= LONGEST_AMOUNT && GROUPED.matcher(text).matches();
        return Amount.plain(grouped ? text.replace(",", "") : text, currency);
    }

    /// A sort code may be written with dashes.
    static String account(String sortCode, String number) {
        return AccountNames.of(sortCode.replace("-", ""), number);
    }

    /// `2026-11-20` or `20/11/2026`; null when it is neither.
    static @Nullable LocalDate day(String text) {
        var british = BRITISH_DAY.matcher(text);
        return british.matches()
                ? Days.iso(british.group(3) + "-" + british.group(2) + "-" + british.group(1))
                : Days.iso(text);
    }

    /// A stated total against what was read.
    static Check total(String name, String stated, BigDecimal actual) {
        var value = amount(stated, "GBP");
        return Check.block(
                name, stated, actual.toPlainString(), value.fault() == null && Running.same(value.value(), actual));
    }
}
