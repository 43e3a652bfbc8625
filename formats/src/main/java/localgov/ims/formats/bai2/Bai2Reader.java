package localgov.ims.formats.bai2;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Days;
import localgov.ims.formats.reading.Lines;
import localgov.ims.formats.reading.Report;
import localgov.ims.formats.reading.Running;
import org.jspecify.annotations.Nullable;

/// Reads BAI2: a file of groups of accounts of entries, each level with a control total and a count of its records. A
/// record may be continued by 88, may share its line with others, and may be broken over lines.
public final class Bai2Reader {

    private static final List<String> CODES = List.of("01", "02", "03", "16", "49", "88", "98", "99");

    private final Lines lines;
    private final Report report;
    private @Nullable Bai2Record pending;
    private @Nullable Bai2Account account;
    private String file = "";
    private String groupCurrency = "";
    private @Nullable LocalDate groupDay;
    private boolean inGroup;
    private boolean ended;
    private long opened;
    private long closed;
    private BigDecimal groupTotal = BigDecimal.ZERO;
    private BigDecimal fileTotal = BigDecimal.ZERO;
    private long accounts;
    private long groups;
    private long groupRecords;
    private long fileRecords;

    private Bai2Reader(Lines lines, Report report) {
        this.lines = lines;
        this.report = report;
    }

    /// Reads a whole file and reports what it says, in order.
    ///
    /// @throws UnreadableFile when the file, or the rest of it, cannot be read with certainty
    /// @throws IOException from the stream
    public static void read(InputStream in, Report report) throws IOException, UnreadableFile {
        new Bai2Reader(new Lines(in), report).read();
    }

    private void read() throws IOException, UnreadableFile {
        while (lines.next()) {
            if (!lines.isBlank()) {
                line(lines.whole().strip());
            }
        }
        finishRecord();
        report.check(Check.block(
                "file-is-whole",
                "a trailer (49, 98, 99) for each of " + opened + " headers",
                closed + " trailers",
                opened == closed && ended));
    }

    /// Splits a line where a record ends with a slash and another begins behind it.
    private void line(String line) throws UnreadableFile {
        int from = 0;
        int slash = line.indexOf('/');
        while (slash >= 0) {
            int next = slash + 1;
            while (next < line.length() && line.charAt(next) == ' ') {
                next++;
            }
            if (next > slash + 1 && beginsRecord(line, next)) {
                physical(line.substring(from, slash + 1));
                from = next;
            }
            slash = line.indexOf('/', slash + 1);
        }
        physical(line.substring(from));
    }

    private static boolean beginsRecord(String line, int at) {
        return at + 3 <= line.length() && line.charAt(at + 2) == ',' && CODES.contains(line.substring(at, at + 2));
    }

    private void physical(String text) throws UnreadableFile {
        var current = pending;
        if (!beginsRecord(text, 0)) {
            if (current == null || !current.code().equals("16")) {
                throw unreadable(text, "This line is not a BAI2 record; ask the bank for a new copy of the file.");
            }
            current.wrapped(text);
            return;
        }
        var code = text.substring(0, 2);
        var content = text.substring(3);
        if (code.equals("88")) {
            if (current == null) {
                throw unreadable("88", "This continuation has no record before it; ask the bank for a new copy.");
            }
            current.more(content);
            return;
        }
        finishRecord();
        pending = new Bai2Record(code, lines.number(), content);
    }

    private void finishRecord() throws UnreadableFile {
        var record = pending;
        pending = null;
        if (record == null) {
            return;
        }
        switch (record.code()) {
            case "01" -> fileHeader(record);
            case "02" -> groupHeader(record);
            case "03" -> account(record);
            case "16" -> open(record).entry(record);
            case "49" -> closeAccount(record);
            case "98" -> closeGroup(record);
            default -> closeFile(record);
        }
    }

    private void fileHeader(Bai2Record record) {
        var fields = record.fields();
        file = field(fields, 0) + " " + field(fields, 2) + " " + field(fields, 4);
        fileRecords = record.physical();
        fileTotal = BigDecimal.ZERO;
        groups = 0;
        ended = false;
        opened++;
    }

    private void groupHeader(Bai2Record record) throws UnreadableFile {
        var fields = record.fields();
        var day = Days.yymmdd(field(fields, 3));
        if (day == null) {
            throw new UnreadableFile(
                    new Problem(
                            record.line(),
                            4,
                            field(fields, 3),
                            "The day of this group is not a day of the calendar, so none of its entries can be dated; ask the bank for a new copy of the file."));
        }
        groupDay = day;
        groupCurrency = field(fields, 5);
        groupTotal = BigDecimal.ZERO;
        groupRecords = record.physical();
        accounts = 0;
        inGroup = true;
        opened++;
    }

    private void account(Bai2Record record) throws UnreadableFile {
        var day = groupDay;
        if (day == null || !inGroup) {
            throw misplaced(record);
        }
        account = new Bai2Account(report, record, groupCurrency, day, file);
        accounts++;
        opened++;
    }

    private Bai2Account open(Bai2Record record) throws UnreadableFile {
        if (account == null) {
            throw misplaced(record);
        }
        return account;
    }

    private void closeAccount(Bai2Record record) throws UnreadableFile {
        var open = open(record);
        groupTotal = groupTotal.add(unscaled(open.close(record)));
        groupRecords += open.records();
        account = null;
        closed++;
    }

    private void closeGroup(Bai2Record record) throws UnreadableFile {
        if (!inGroup) {
            throw misplaced(record);
        }
        var fields = record.fields();
        groupRecords += record.physical();
        total("group-control-total", field(fields, 0), groupTotal);
        count(report, "group-account-count", field(fields, 1), accounts);
        count(report, "group-record-count", field(fields, 2), groupRecords);
        fileTotal = fileTotal.add(stated(field(fields, 0)));
        fileRecords += groupRecords;
        groups++;
        inGroup = false;
        account = null;
        closed++;
    }

    private void closeFile(Bai2Record record) {
        var fields = record.fields();
        total("file-control-total", field(fields, 0), fileTotal);
        count(report, "file-group-count", field(fields, 1), groups);
        count(report, "file-record-count", field(fields, 2), fileRecords + record.physical());
        ended = true;
        closed++;
    }

    /// The totals of groups and files add amounts of different currencies as they are written.
    private static BigDecimal unscaled(BigDecimal amount) {
        return new BigDecimal(amount.unscaledValue());
    }

    private void total(String check, String stated, BigDecimal actual) {
        if (!stated.isEmpty()) {
            boolean holds = stated.matches("[+-]?\\d{1,18}") && Running.same(stated(stated), actual);
            report.check(Check.block(check, stated, actual.toPlainString(), holds));
        }
    }

    private static BigDecimal stated(String written) {
        return written.matches("[+-]?\\d{1,18}") ? new BigDecimal(written) : BigDecimal.ZERO;
    }

    /// Compares a count. A bank may leave it blank.
    static void count(Report report, String check, String stated, long actual) {
        if (!stated.isEmpty()) {
            report.check(Check.block(
                    check, stated, actual, stated.replaceFirst("^0+(?=.)", "").equals(Long.toString(actual))));
        }
    }

    private static String field(List<String> fields, int at) {
        return at < fields.size() ? fields.get(at).strip() : "";
    }

    private static UnreadableFile misplaced(Bai2Record record) {
        return new UnreadableFile(new Problem(
                record.line(),
                1,
                record.code(),
                "This record stands where the format does not allow it; ask the bank for a new copy of the file."));
    }

    private UnreadableFile unreadable(String value, String why) {
        return new UnreadableFile(new Problem(lines.number(), 1, value, why));
    }
}
