package localgov.ims.assurance;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.audit.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was done as CSV, for a spreadsheet: a text that it would take for a formula gets an apostrophe in front.
@Component
class AuditFile {
    private static final List<String> HEADINGS = List.of(
            "id",
            "happened_at",
            "who",
            "did",
            "subject",
            "detail",
            "changes",
            "person",
            "address",
            "agent",
            "reference");
    private static final String FORMULA = "=+-@\t\r";

    private final AuditSearch search;

    AuditFile(AuditSearch search) {
        this.search = search;
    }

    void write(Sought sought, Writer out) throws IOException {
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord(HEADINGS);
        try {
            search.each(sought, event -> csv.writeRecord(cells(event)));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        csv.flush();
    }

    private static List<String> cells(AuditEvent event) {
        return Stream.of(
                        Long.toString(event.id()),
                        event.happenedAt().toString(),
                        event.who(),
                        event.did(),
                        event.subject(),
                        event.detail(),
                        event.changes().stream().map(AuditFile::line).collect(Collectors.joining("; ")),
                        event.person() == null ? "" : event.person().toString(),
                        text(event.address()),
                        text(event.agent()),
                        text(event.reference()))
                .map(AuditFile::guarded)
                .toList();
    }

    private static String line(Change change) {
        return "%s: %s → %s".formatted(change.what(), text(change.before()), text(change.after()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
