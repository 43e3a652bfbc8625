package localgov.ims.formats.camt;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Amount;
import localgov.ims.formats.reading.Days;
import localgov.ims.formats.reading.Report;
import localgov.ims.formats.reading.Xml;
import org.jspecify.annotations.Nullable;

/// Reads camt.052, camt.053 and camt.054 in every version, one entry at a time. Element names are what counts:
/// namespaces, prefixes and wrappers around the message are left aside.
public final class CamtReader {

    private final Xml xml;
    private final Report report;
    private final FileFormat format;
    private @Nullable LocalDate createdOn;
    private boolean lastPage = true;
    private long statements;

    private CamtReader(Xml xml, Report report, FileFormat format) {
        this.xml = xml;
        this.report = report;
        this.format = format;
    }

    /// Reads a whole file and reports what it says, in order.
    ///
    /// @throws UnreadableFile when the file, or the rest of it, cannot be read with certainty
    /// @throws IOException from the stream
    public static void read(InputStream in, Report report, FileFormat format) throws IOException, UnreadableFile {
        var reader = new CamtReader(new Xml(in), report, format);
        reader.element(reader.xml.root());
        reader.xml.finish();
        reader.finish();
    }

    /// Goes down through wrappers until the message is found.
    private void element(String name) throws IOException, UnreadableFile {
        switch (name) {
            case "GrpHdr" -> xml.eachChild(this::groupHeader);
            case "Stmt", "Rpt", "Ntfctn" -> {
                statements++;
                new CamtStatement(xml, report, createdOn, unsaid()).read();
            }
            default -> xml.eachChild(this::element);
        }
    }

    /// An interim report that does not say that an entry is booked does not book it.
    private Booking unsaid() {
        return format == FileFormat.CAMT_052 ? Booking.PENDING : Booking.BOOKED;
    }

    private void groupHeader(String name) throws IOException, UnreadableFile {
        if (name.equals("CreDtTm")) {
            createdOn = Days.iso(xml.text());
        } else if (name.equals("MsgPgntn")) {
            lastPage = !child(xml, "LastPgInd").equals("false");
        }
    }

    private void finish() {
        report.check(Check.block("file-is-whole", "at least one statement", statements, statements > 0));
        if (!lastPage) {
            report.check(Check.warn("last-page", true, false, false));
        }
    }

    /// The text of one child of the current element; empty when there is none.
    static String child(Xml xml, String wanted) throws IOException, UnreadableFile {
        var found = new String[] {""};
        xml.eachChild(name -> {
            if (name.equals(wanted) && found[0].isEmpty()) {
                found[0] = xml.text();
            }
        });
        return found[0];
    }

    /// The sort code in the clearing system member of an institution; empty when there is none.
    static String sortCode(Xml xml) throws IOException, UnreadableFile {
        var found = new String[] {""};
        xml.eachChild(institution -> {
            if (institution.equals("FinInstnId")) {
                xml.eachChild(name -> {
                    if (name.equals("ClrSysMmbId")) {
                        found[0] = child(xml, "MmbId");
                    }
                });
            }
        });
        return found[0];
    }

    /// A balance or a total with its sign; null when it cannot be read.
    static @Nullable BigDecimal signed(String amount, String direction) {
        var value = Amount.plain(amount, "");
        if (value.fault() != null) {
            return null;
        }
        return CamtEntry.direction(direction) == Direction.DEBIT ? value.value().negate() : value.value();
    }
}
