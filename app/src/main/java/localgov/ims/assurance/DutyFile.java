package localgov.ims.assurance;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.approvals.ApprovalKind;
import localgov.ims.assurance.DutyStore.Halves;
import localgov.ims.assurance.KindDuties.Could;
import localgov.ims.kernel.London;
import localgov.ims.people.Permission;
import org.jspecify.annotations.Nullable;

/// The report on duties by kind as CSV: a line for each kind and person who could do both halves of it, or did.
final class DutyFile {
    private static final List<String> HEADINGS = List.of(
            "kind",
            "asking_needs",
            "approving_needs",
            "who",
            "could_do_both",
            "standing_in_for",
            "asked",
            "first_asked",
            "latest_asked",
            "approved",
            "first_approved",
            "latest_approved",
            "approved_in_place_of_another",
            "subjects_of_both");

    private DutyFile() {}

    static String written(Duties.Report report) throws IOException {
        var text = new StringWriter();
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(HEADINGS);
        report.kinds().stream().flatMap(DutyFile::lines).forEach(csv::writeRecord);
        csv.flush();
        return text.toString();
    }

    private static Stream<List<String>> lines(KindDuties.Looked looked) {
        var known = new HashSet<String>();
        var lines = new ArrayList<List<String>>();
        for (var could : looked.could()) {
            var who = could.person().signature();
            known.add(who);
            var did = looked.did().stream().filter(one -> one.who().equals(who)).findFirst();
            lines.add(line(looked.kind(), who, could, did.orElse(null)));
        }
        looked.did().stream()
                .filter(one -> !known.contains(one.who()))
                .forEach(one -> lines.add(line(looked.kind(), one.who(), null, one)));
        return lines.stream();
    }

    private static List<String> line(ApprovalKind kind, String who, @Nullable Could could, @Nullable Halves did) {
        var cells = new ArrayList<String>();
        cells.add(kind.name());
        cells.add(kind.asker().map(Permission::name).orElse(""));
        cells.add(kind.approver().name());
        cells.add(who);
        cells.add(could == null ? "no" : "yes");
        cells.add(
                could == null
                        ? ""
                        : could.insteadOf().stream()
                                .map(DutyStore.Standing::approverName)
                                .collect(Collectors.joining("; ")));
        if (did == null) {
            cells.addAll(List.of("", "", "", "", "", "", "", ""));
        } else {
            cells.addAll(List.of(
                    Long.toString(did.asked()),
                    London.dayOf(did.firstAsked()).toString(),
                    London.dayOf(did.latestAsked()).toString(),
                    Long.toString(did.approved()),
                    London.dayOf(did.firstApproved()).toString(),
                    London.dayOf(did.latestApproved()).toString(),
                    Long.toString(did.insteadOf()),
                    Long.toString(did.sameSubjects())));
        }
        return cells.stream().map(AuditFile::guarded).toList();
    }
}
