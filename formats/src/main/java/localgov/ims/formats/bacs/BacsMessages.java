package localgov.ims.formats.bacs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.bacs.BacsTelling.Place;
import localgov.ims.formats.reading.Xml;
import org.jspecify.annotations.Nullable;

/// Reads one `MessagingAdvices`: what became of instructions (ADDACS, AUDDIS) and of accounts that were paid
/// (AWACS). One advice looks no different from many.
final class BacsMessages {

    /// More errors than this are not kept with one file that was sent.
    private static final int MOST_ERRORS = 100;
    private static final int LONGEST_ERROR = 1_000;

    /// What is known of a file that was sent, until its errors have been read.
    private record Sent(Place place, boolean taken, String accepted, String rejected, List<String> errors) {}

    private final Xml xml;
    private final BacsTelling telling;
    private final BacsReport recognised;
    private BacsReport report;
    private boolean begun;
    private @Nullable Sent sent;

    BacsMessages(Xml xml, BacsTelling telling, BacsReport recognised) {
        this.xml = xml;
        this.telling = telling;
        this.recognised = recognised;
        this.report = recognised;
    }

    void read() throws IOException, UnreadableFile {
        xml.eachChild(this::field);
        tellSent();
        begin("", "", "", "");
    }

    private void field(String name) throws IOException, UnreadableFile {
        switch (name) {
            case "MessagingHeader" -> header();
            case "MessagingAdvice" -> advice();
            case "MessagingError" -> error();
            default -> {}
        }
    }

    private void header() {
        tellSent();
        begun = false;
        var type = (xml.attribute("advice-type") + " " + xml.attribute("report-type")).strip();
        var named = BacsReport.named(type);
        report = named == null ? recognised : named;
        begin(
                type,
                xml.attribute("envelope-sequence-number"),
                xml.attribute("report-generation-date"),
                xml.attribute("user-number"));
    }

    private void begin(String type, String number, String day, String serviceUser) {
        if (!begun) {
            begun = true;
            telling.report(new BacsHead(report, type, number, BacsReader.day(day), serviceUser));
        }
    }

    private void advice() throws UnreadableFile {
        begin("", "", "", xml.attribute("user-number"));
        tellSent();
        var place = Place.of(xml);
        var type = xml.attribute("record-type");
        var found = report == BacsReport.AWACS ? report : BacsReport.ofRecord(type);
        if (found == null) {
            telling.problem(place, type, "The type of this advice is none of A, D, N, R and V");
        } else if (type.equals("V") || type.equals("R")) {
            var accepted = xml.attribute("accepted-ddi");
            var rejected = xml.attribute("rejected-ddi");
            sent = new Sent(place, type.equals("V"), accepted, rejected, new ArrayList<>());
        } else {
            advice(place, found);
        }
    }

    private void advice(Place place, BacsReport found) throws UnreadableFile {
        var written =
                xml.attribute("effective-date").isEmpty() ? xml.attribute("due-date") : xml.attribute("effective-date");
        var day = BacsReader.day(written);
        if (day == null && !written.isEmpty()) {
            telling.problem(place, written, "The day from which this advice holds is not a day of the calendar");
            return;
        }
        telling.advice(new BacsAdvice(
                place.line(),
                found,
                xml.attribute("reference"),
                BacsAdvice.Money.NONE,
                null,
                "",
                day,
                BacsReasons.of(found, xml.attribute("reason-code"), ""),
                "",
                xml.attribute("payer-name"),
                BacsReader.account(xml.attribute("payer-sort-code"), xml.attribute("payer-account-number")),
                BacsReader.account(xml.attribute("payer-new-sort-code"), xml.attribute("payer-new-account-number")),
                "",
                xml.attribute("aosn"),
                "",
                List.of()));
    }

    /// An error about the file that was named before it; without one, about a file that Bacs did not take.
    private void error() {
        begin("", "", "", "");
        if (sent == null) {
            sent = new Sent(Place.of(xml), false, "", "", new ArrayList<>());
        }
        var line = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            line.append(' ').append(xml.attribute("line" + i));
        }
        var text = line.toString().strip();
        if (!text.isEmpty() && sent.errors().size() < MOST_ERRORS) {
            sent.errors().add(text.substring(0, Math.min(text.length(), LONGEST_ERROR)));
        }
    }

    private void tellSent() {
        var last = sent;
        sent = null;
        if (last != null) {
            telling.submission(new BacsSubmission(
                    last.place().line(), last.taken(), last.accepted(), last.rejected(), last.errors()));
        }
    }
}
