package localgov.ims.settings;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import localgov.ims.approvals.Asked;
import localgov.ims.people.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reference data as CSV, out and in, with the same rules as on the pages. What goes out comes in again
/// unchanged. Secrets are in no file.
@Component
public class SettingsFiles {
    static final String RETIRED = "retired";
    static final String FORMULA = "=+-@\t\r";

    private final Entries entries;
    private final Writing writing;
    private final SettingsStore store;
    private final Asking asking;
    private final TransactionTemplate transactions;

    SettingsFiles(
            Entries entries, Writing writing, SettingsStore store, Asking asking, TransactionTemplate transactions) {
        this.entries = entries;
        this.writing = writing;
        this.store = store;
        this.asking = asking;
        this.transactions = transactions;
    }

    /// Every entry, retired ones too, under a heading of column names. A text that a spreadsheet would take
    /// for a formula gets an apostrophe in front, which is taken away when it comes in.
    public String out(ReferenceData data) {
        return out(data, true);
    }

    /// @param whole whether what is shown in part is in it whole
    String out(ReferenceData data, boolean whole) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings(data));
            for (var entry : entries.list(data)) {
                var cells = data.open().stream()
                        .map(field -> whole ? entry.value(field.column()) : field.hidden(entry.value(field.column())))
                        .map(SettingsFiles::guarded);
                csv.writeRecord(Stream.concat(cells, Stream.of(entry.isRetired() ? "yes" : "no"))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// Adds what is new and changes what is different; entries that are not mentioned stay. A column that is
    /// missing stays as it is. Nothing is kept unless every row is right.
    public BroughtIn in(ReferenceData data, Reader file, String who) {
        return in(data, file, By.one(who));
    }

    private BroughtIn in(ReferenceData data, Reader file, By by) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var reading = new FileReading(data, entries, writing, by);
            reading.all(file);
            if (!reading.problems().isEmpty()) {
                status.setRollbackOnly();
                return BroughtIn.refused(reading.problems());
            }
            return reading.broughtIn();
        }));
    }

    /// What the file would change, without changing anything.
    public Preview preview(ReferenceData data, String file, String who) {
        return writing.tryOut(() -> {
            var state = state(data, file);
            var reading = new FileReading(data, entries, writing, By.one(who));
            reading.all(new StringReader(file));
            return new Preview(reading.differences(), reading.unchanged(), reading.problems(), state);
        });
    }

    /// Brings in the file if that changes exactly what its preview showed. Where the type needs a second person, they
    /// are asked instead.
    ///
    /// @param state the preview's
    public Applied apply(ReferenceData data, String file, String state, Caller by) {
        if (!data.guards()) {
            return carry(data, file, state, By.one(by.signature()));
        }
        var now = preview(data, file, by.signature());
        if (!now.holds() || !now.state().equals(state)) {
            return new Applied.Overtaken(now);
        }
        if (now.differences().stream().noneMatch(one -> guards(data, one))) {
            return carry(data, file, state, By.one(by.signature()));
        }
        return Objects.requireNonNull(transactions.execute(_ -> switch (asking.file(data, file, now, by)) {
            case Asked.Allowed _ -> carry(data, file, state, By.one(by.signature()));
            case Asked.Waiting _ -> new Applied.Waiting();
            case Asked.NotAPerson _ -> new Applied.NeedsAPerson();
        }));
    }

    private static boolean guards(ReferenceData data, Preview.Difference one) {
        return data.guards(
                one.before().map(Entry::values).orElse(Map.of()), one.after().values());
    }

    Applied carry(ReferenceData data, String file, String state, By by) {
        var broughtIn = Objects.requireNonNull(transactions.execute(status -> {
            store.hold(data);
            if (!state.equals(state(data, file))) {
                return BroughtIn.refused(List.of());
            }
            var kept = in(data, new StringReader(file), by);
            if (!kept.kept()) {
                status.setRollbackOnly();
            }
            return kept;
        }));
        return broughtIn.kept() ? new Applied.Done(broughtIn) : new Applied.Overtaken(preview(data, file, by.who()));
    }

    /// A print of the file and of every entry of the type as it is now.
    private String state(ReferenceData data, String file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            for (var entry : entries.list(data)) {
                digest.update("\n%s %d".formatted(entry.key(), entry.version()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    static List<String> headings(ReferenceData data) {
        return Stream.concat(data.open().stream().map(Field::column), Stream.of(RETIRED))
                .toList();
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
