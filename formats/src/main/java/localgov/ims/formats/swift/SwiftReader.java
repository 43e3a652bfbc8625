package localgov.ims.formats.swift;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Lines;
import localgov.ims.formats.reading.Report;
import org.jspecify.annotations.Nullable;

/// Reads MT940 and MT942 as banks really send them: with or without SWIFT blocks around the text, any line end, blank
/// lines, control characters, lines of their own between statements, unknown tags.
public final class SwiftReader {

    private static final Set<String> TAGS = Set.of(
            "20", "21", "13", "13D", "25", "25P", "28", "28C", "34F", "60F", "60M", "61", "62F", "62M", "64", "65",
            "86", "90C", "90D", "NS", "940", "942");

    private final Lines lines;
    private final Report report;
    private final FileFormat format;
    private @Nullable SwiftStatement statement;
    private @Nullable SwiftEntry entry;
    private boolean inEntry;
    private long statements;
    private long closed;

    private SwiftReader(Lines lines, Report report, FileFormat format) {
        this.lines = lines;
        this.report = report;
        this.format = format;
    }

    /// Reads a whole file and reports what it says, in order.
    ///
    /// @throws UnreadableFile when the file, or the rest of it, cannot be read with certainty
    /// @throws IOException from the stream
    public static void read(InputStream in, Report report, FileFormat format) throws IOException, UnreadableFile {
        new SwiftReader(new Lines(in), report, format).read();
    }

    private void read() throws IOException, UnreadableFile {
        while (lines.next()) {
            var text = withoutControls(lines.whole());
            var tag = tag(text);
            if (!tag.isEmpty()) {
                field(tag, text.substring(tag.length() + 2));
            } else if (endsField(text)) {
                inEntry = false;
            } else if (inEntry && entry != null && !text.isBlank()) {
                entry.more(text);
            }
        }
        finishStatement();
        if (statements == 0) {
            throw new UnreadableFile("This file holds no statement (:20:); ask the bank for the whole file.");
        }
        if (format == FileFormat.MT940) {
            report.check(Check.block(
                    "file-is-whole",
                    "a closing balance (:62F:) for each of " + statements
                            + (statements == 1 ? " statement" : " statements"),
                    closed + (closed == 1 ? " closing balance" : " closing balances"),
                    statements == closed));
        }
    }

    private void field(String tag, String text) throws UnreadableFile {
        if (tag.equals("20")) {
            finishStatement();
            statement = new SwiftStatement(report);
            statements++;
            return;
        }
        if (tag.equals("940") || tag.equals("942")) {
            finishEntry();
            return;
        }
        var current = statement;
        if (current == null) {
            throw new UnreadableFile(
                    new Problem(
                            lines.number(),
                            1,
                            ":" + tag + ":",
                            "This field stands before the beginning of a statement (:20:), so nobody knows what it belongs to; ask the bank for the whole file."));
        }
        switch (tag) {
            case "61" -> {
                finishEntry();
                entry = new SwiftEntry(lines.number(), text);
                inEntry = true;
            }
            case "86" -> inform(text);
            case "NS" -> inform(text.matches("\\d\\d.*") ? text.substring(2) : text);
            default -> {
                finishEntry();
                header(current, tag, text);
            }
        }
    }

    /// Text about the entry before it. Behind the balances it is about the statement, and nothing of an entry.
    private void inform(String text) throws UnreadableFile {
        if (entry != null) {
            entry.inform(text);
            inEntry = true;
        }
    }

    private void header(SwiftStatement current, String tag, String text) throws UnreadableFile {
        switch (tag) {
            case "25", "25P" -> current.account(text);
            case "28", "28C" -> current.number(text);
            case "34F" -> current.floorLimit(text);
            case "60F", "60M", "62F", "62M", "64", "65" -> current.balance(tag, lines.number(), text);
            case "90C" -> current.controlTotal(Direction.CREDIT, lines.number(), text);
            case "90D" -> current.controlTotal(Direction.DEBIT, lines.number(), text);
            default -> {}
        }
    }

    private void finishEntry() throws UnreadableFile {
        inEntry = false;
        var last = entry;
        entry = null;
        if (last != null && statement != null) {
            statement.entry(last);
        }
    }

    private void finishStatement() throws UnreadableFile {
        finishEntry();
        var last = statement;
        if (last != null) {
            last.compare();
            closed += last.isClosed() ? 1 : 0;
            statement = null;
        }
    }

    /// A known tag at the beginning of a line, `61` in `:61:`; empty when there is none. What merely
    /// looks like one, as a time of day at the beginning of a wrapped line does, is text.
    private static String tag(String text) {
        int end = text.startsWith(":") ? text.indexOf(':', 1) : -1;
        if (end < 3 || end > 4) {
            return "";
        }
        var tag = text.substring(1, end).toUpperCase(Locale.ROOT);
        return TAGS.contains(tag) ? tag : "";
    }

    /// The end of the text block, or the beginning of the blocks before the next one.
    private static boolean endsField(String text) {
        return text.startsWith("-}") || text.strip().equals("-") || text.startsWith("{1:") || text.startsWith("{4:");
    }

    private static String withoutControls(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) < ' ') {
            from++;
        }
        return text.substring(from);
    }
}
