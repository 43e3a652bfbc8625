package localgov.ims.formats.bacs;

import java.util.Optional;
import java.util.regex.Pattern;
import localgov.ims.formats.reading.Beginning;
import org.jspecify.annotations.Nullable;

/// Which report of Bacs the first bytes of a file look like, and why they are refused when they look like none.
///
/// @param report empty when it is none that can be read
/// @param refusal the reason for that; empty otherwise
record BacsRecognition(Optional<BacsReport> report, String refusal) {

    private static final String NONE =
            "This is none of the reports from Bacs that can be read: ARUDD, ADDACS, AUDDIS, AWACS or DDIC.";

    /// The envelopes of Bacs and of its processor.
    private static final Pattern ENVELOPE = Pattern.compile("<(?:[\\w.-]+:)?(?:BACSDocument|VocaDocument)(?=[\\s/>])");
    private static final Pattern CONTENT =
            Pattern.compile("<(?:[\\w.-]+:)?(ARUDD|MessagingAdvices|NewAdvices|Cancellations)(?=[\\s/>])");
    private static final Pattern NAMED = Pattern.compile("\\s(?:advice-type|report-type)\\s*=\\s*[\"']([^\"'<]*)[\"']");
    private static final Pattern RECORD_TYPE = Pattern.compile("\\srecord-type\\s*=\\s*[\"']\\s*([A-Z])\\s*[\"']");

    static BacsRecognition of(byte[] head) {
        var text = Beginning.of(head);
        if (Beginning.holdsDoctype(text)) {
            return new BacsRecognition(Optional.empty(), Beginning.NO_DOCTYPE);
        }
        var report = isBacs(text) ? report(text) : null;
        return new BacsRecognition(Optional.ofNullable(report), report == null ? NONE : "");
    }

    /// Whether an XML file comes from Bacs, whatever it says.
    static boolean isBacs(String text) {
        return text.startsWith("<") && ENVELOPE.matcher(text).find();
    }

    static @Nullable BacsReport report(String text) {
        var content = CONTENT.matcher(text);
        if (!content.find()) {
            return null;
        }
        return switch (content.group(1)) {
            case "ARUDD" -> BacsReport.ARUDD;
            case "MessagingAdvices" -> messaging(text);
            default -> BacsReport.DDIC;
        };
    }

    /// The header names the report, or else the records show it.
    private static @Nullable BacsReport messaging(String text) {
        var named = NAMED.matcher(text);
        while (named.find()) {
            var report = BacsReport.named(named.group(1));
            if (report != null) {
                return report;
            }
        }
        var record = RECORD_TYPE.matcher(text);
        return record.find() ? BacsReport.ofRecord(record.group(1)) : null;
    }

    /// Why a file that comes from Bacs is not taken where a bank statement is expected.
    static String noStatement(String text) {
        var report = report(text);
        var name = report == null ? "" : ", " + report.words() + ",";
        return "This is a report from Bacs" + name
                + " and not a bank statement. Nothing of it is posted: the money that "
                + "it speaks of stands on the bank statement.";
    }
}
