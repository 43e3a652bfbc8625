package localgov.ims.formats;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import localgov.ims.formats.bacs.BacsReports;
import localgov.ims.formats.reading.Beginning;

/// What the first bytes of a file look like, and why they are refused when they look like no bank file.
///
/// @param format empty when the file is refused
/// @param refusal the reason for that, and what to do; empty otherwise
record Recognition(Optional<FileFormat> format, String refusal) {

    private static final String UNKNOWN = "This is none of the bank files that can be read: "
            + "Standard 18, camt.052, camt.053, camt.054, MT940, MT942 or BAI2.";

    private static final Pattern CAMT =
            Pattern.compile("<(?:[\\w.-]+:)?BkToCstmr(AcctRpt|Stmt|DbtCdtNtfctn)(?:V\\d\\d)?(?=[\\s/>])");
    /// A file header: sender, receiver, date, time and identifier.
    private static final Pattern BAI2 = Pattern.compile("01,[^,\\r\\n]*,[^,\\r\\n]*,[^,\\r\\n]*,");
    private static final Pattern MT942 =
            Pattern.compile("(?:^|[\\r\\n\\x00-\\x1f]):34F:|\\{2:[IO]942|(?:^|[\\r\\n]):942:");
    private static final Pattern MT940 = Pattern.compile(
            "(?:^|[\\r\\n\\x00-\\x1f]):(?:20|25P?|28C?|60[FM]|61|62[FM]|86|90[CD]):|\\{2:[IO]940|(?:^|[\\r\\n]):940:");

    static Recognition of(byte[] head) {
        if (isAll(head, 0)) {
            return refused(
                    head.length == 0
                            ? "The file is empty; download it from the bank again."
                            : "The file begins with nothing but zero bytes; download it from the bank again.");
        }
        if (Beginning.starts(head, 'P', 'K', 3, 4)) {
            return refused("This is a zip archive or a spreadsheet; unpack it and load the bank file that is in it.");
        }
        if (Beginning.starts(head, 0x1F, 0x8B)) {
            return refused("This file is compressed; unpack it and load the bank file that is in it.");
        }
        if (Beginning.starts(head, '%', 'P', 'D', 'F')) {
            return refused("This is a PDF document; ask the bank for the statement as a data file.");
        }
        if (Beginning.starts(head, 0xE5, 0xD6, 0xD3, 0xF1)) {
            return refused(
                    "This file is in the EBCDIC character set of a mainframe; ask the bank to send it in ASCII.");
        }
        return text(head);
    }

    private static Recognition text(byte[] head) {
        var text = Beginning.of(head);
        if (text.startsWith("<")) {
            return xml(text);
        }
        if (Beginning.starts(head, 0xFF, 0xFE) || Beginning.starts(head, 0xFE, 0xFF)) {
            return refused(
                    "This file is saved as UTF-16; save it as plain text (ASCII or UTF-8), or ask the bank for it.");
        }
        var upper = text.substring(0, Math.min(4, text.length())).toUpperCase(Locale.ROOT);
        if (upper.equals("VOL1") || upper.equals("HDR1") || upper.equals("UHL1")) {
            return of(FileFormat.STANDARD_18);
        }
        if (BAI2.matcher(text).lookingAt()) {
            return of(FileFormat.BAI2);
        }
        if (MT942.matcher(text).find()) {
            return of(FileFormat.MT942);
        }
        return MT940.matcher(text).find() ? of(FileFormat.MT940) : refused(UNKNOWN);
    }

    private static Recognition xml(String text) {
        if (Beginning.holdsDoctype(text)) {
            return refused(Beginning.NO_DOCTYPE);
        }
        var bacs = BacsReports.whyNoStatement(text);
        if (bacs.isPresent()) {
            return refused(bacs.get());
        }
        var message = CAMT.matcher(text);
        if (!message.find()) {
            return refused("This is an XML file without a camt.052, camt.053 or camt.054 message in it.");
        }
        return of(
                switch (message.group(1)) {
                    case "AcctRpt" -> FileFormat.CAMT_052;
                    case "Stmt" -> FileFormat.CAMT_053;
                    default -> FileFormat.CAMT_054;
                });
    }

    private static Recognition of(FileFormat format) {
        return new Recognition(Optional.of(format), "");
    }

    private static Recognition refused(String why) {
        return new Recognition(Optional.empty(), why);
    }

    private static boolean isAll(byte[] head, int value) {
        for (byte b : head) {
            if (b != value) {
                return false;
            }
        }
        return true;
    }
}
