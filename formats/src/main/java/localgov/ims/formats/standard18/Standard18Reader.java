package localgov.ims.formats.standard18;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import localgov.ims.formats.Balance;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Problem;
import localgov.ims.formats.Returned;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Lines;
import localgov.ims.formats.reading.Report;
import org.jspecify.annotations.Nullable;

/// Reads the file of Standard 18 shape that a British bank sends every morning: VOL1, and for each
/// section HDR1, UHL1, a record of a fixed layout for each entry, account totals, balances and the
/// trailer UTL1. Written for a million lines in a second or two: columns are read where they stand.
public final class Standard18Reader {

    private static final int SHORTEST = 46;
    private static final int DATE = 100;
    /// The receiving party in a file that is on its way to Bacs and not from a bank to us.
    private static final String TO_BACS = "999999";

    /// The letters of every currency, by its letters and by its number.
    private static final Map<String, String> CURRENCIES = currencies();

    private final Lines lines;
    private final Report report;
    private final JulianDay days = new JulianDay();
    private Standard18Section section = new Standard18Section();
    private String account = "";
    private long sections;
    private long trailers;

    private Standard18Reader(Lines lines, Report report) {
        this.lines = lines;
        this.report = report;
        section.closed = true;
    }

    /// Reads a whole file and reports what it says, in order.
    ///
    /// @throws UnreadableFile when the file, or the rest of it, cannot be read with certainty
    /// @throws IOException from the stream
    public static void read(InputStream in, Report report) throws IOException, UnreadableFile {
        new Standard18Reader(new Lines(in), report).read();
    }

    private void read() throws IOException, UnreadableFile {
        while (lines.next()) {
            char first = lines.at(0);
            if (first >= '0' && first <= '9') {
                record();
            } else if (!lines.isBlank()) {
                label();
            }
        }
        report.check(Check.block(
                "file-is-whole",
                "a trailer (UTL1) for each of " + sections + (sections == 1 ? " section" : " sections"),
                trailers + (trailers == 1 ? " trailer" : " trailers"),
                sections == trailers && sections > 0));
    }

    private void label() throws UnreadableFile {
        switch (lines.text(0, 4).toUpperCase(Locale.ROOT)) {
            case "VOL1" -> begin().serial = lines.text(4, 10);
            case "HDR1" -> fileHeader();
            case "UHL1" -> userHeader();
            case "UTL1" -> trailer();
            case "HDR2", "UHL2", "EOF1", "EOF2", "EOV1", "EOV2", "UTL2" -> {}
            default ->
                report.problem(
                        lines.number(),
                        1,
                        lines.text(0, 4),
                        "This row begins with neither a sort code nor a Standard 18 label; ask the bank for a new copy of the file.");
        }
    }

    /// The section that a header belongs to: a new one after a trailer, and also after records whose trailer is
    /// missing.
    private Standard18Section begin() {
        if (section.closed || section.holdsRecords) {
            var before = section;
            section = new Standard18Section();
            section.serial = before.serial;
            account = "";
            sections++;
        }
        return section;
    }

    private void fileHeader() {
        begin().file = (lines.text(4, 13) + " " + lines.text(13, 17) + " " + lines.text(47, 53)).strip();
    }

    private void userHeader() throws UnreadableFile {
        begin();
        var receiver = lines.text(10, 16);
        if (receiver.equals(TO_BACS)) {
            throw new UnreadableFile(
                    new Problem(
                            lines.number(),
                            11,
                            receiver,
                            "This file is a submission to Bacs and not a statement from the bank; load the file that the bank sends back."));
        }
        section.day = days.at(lines, 4);
        section.currency = currency(lines.text(20, 23));
    }

    private static Map<String, String> currencies() {
        var all = new HashMap<String, String>();
        for (var currency : Currency.getAvailableCurrencies()) {
            all.put(currency.getCurrencyCode(), currency.getCurrencyCode());
            all.put(currency.getNumericCodeAsString(), currency.getCurrencyCode());
        }
        return Map.copyOf(all);
    }

    /// Banks write sterling as zeros or leave it out; another currency by its number or its letters.
    private static String currency(String code) {
        if (code.isEmpty() || code.chars().allMatch(c -> c == '0')) {
            return "GBP";
        }
        return CURRENCIES.getOrDefault(code, "");
    }

    private void record() throws UnreadableFile {
        if (section.closed) {
            throw new UnreadableFile(
                    new Problem(
                            lines.number(),
                            1,
                            null,
                            "This record stands outside a header and its trailer, so nothing proves that it is complete; ask the bank for a new copy of the file."));
        }
        int wrong = notDigits(0, 14);
        if (wrong >= 0) {
            section.holdsRecords = true;
            problem(wrong, wrong + 1, "Our sort code and account number, columns 1 to 14, must be digits");
            return;
        }
        turnToAccount();
        char first = lines.at(15);
        char second = lines.at(16);
        if (first == 'Y' && second == '1') {
            balance();
        } else if (lines.length() < SHORTEST) {
            problem(lines.length(), lines.length(), "This record ends before its amount, columns 36 to 46");
        } else if (notDigits(35, 46) >= 0) {
            problem(notDigits(35, 46), 46, "The amount, columns 36 to 46, must be eleven digits in pence");
        } else if (first == '4' && second == '4') {
            section.addStated(Direction.DEBIT, number(35, 46));
        } else if (first == '5' && second == '4') {
            section.addStated(Direction.CREDIT, number(35, 46));
        } else {
            entry(Standard18Code.of(first, second));
        }
    }

    private void turnToAccount() throws UnreadableFile {
        if (!lines.startsWith(account) || account.isEmpty()) {
            account = lines.text(0, 14);
        }
        if (section.turnTo(account, lines.number())) {
            var identifier = (section.serial + " " + section.file).strip();
            report.statement(new StatementHead(account, section.currency, identifier, section.day, null));
        }
    }

    private void entry(@Nullable Standard18Code code) throws UnreadableFile {
        if (code == null) {
            problem(15, 17, "This transaction code says neither credit nor debit");
            return;
        }
        var bookedOn = bookedOn();
        if (bookedOn == null) {
            problem(DATE, DATE + 6, "The day, columns 101 to 106, must be a year and a day of that year, as in 26325");
            return;
        }
        long pence = number(35, 46);
        section.add(code.direction(), pence);
        var returned = code.returned();
        var more = lines.length() > 82 ? lines.text(82, 100) : "";
        report.line(new StatementLine(
                lines.number(),
                account,
                section.currency,
                bookedOn,
                null,
                code.direction(),
                BigDecimal.valueOf(pence, 2),
                Booking.BOOKED,
                code.isReversal(),
                code.characters(),
                unlessZeros(31, 35),
                lines.text(46, 64),
                unlessZeros(17, 31),
                lines.text(64, 82),
                more.isEmpty() ? List.of() : List.of(more),
                List.of(),
                returned == null ? null : new Returned(returned, lines.text(64, 82), "")));
    }

    /// The day of the record, or of the section when the record leaves it out. Some banks pad the
    /// fields before it with a space too many, so that it stands one column later.
    private @Nullable LocalDate bookedOn() {
        for (int i = DATE; i < DATE + 6; i++) {
            if (lines.at(i) > ' ') {
                boolean later = i == DATE + 2 && lines.at(DATE + 6) > ' ' && lines.at(DATE + 7) <= ' ';
                return days.at(lines, later ? DATE + 1 : DATE);
            }
        }
        return section.day;
    }

    /// A field that the bank fills with zeros when it has nothing to say.
    private String unlessZeros(int from, int to) {
        for (int i = from; i < to; i++) {
            if (lines.at(i) != '0' && lines.at(i) > ' ') {
                return lines.text(from, to);
            }
        }
        return "";
    }

    /// The ledger balance of an account at the end of the day.
    private void balance() throws UnreadableFile {
        section.addBalance();
        if (notDigits(36, 51) >= 0) {
            problem(notDigits(36, 51), 51, "The balance, columns 37 to 51, must be fifteen digits in pence");
            return;
        }
        long pence = number(36, 51);
        var amount = BigDecimal.valueOf(lines.at(51) == 'D' ? -pence : pence, 2);
        report.balance(account, new Balance("ledger", amount, bookedOn()));
    }

    private void trailer() throws UnreadableFile {
        if (section.closed) {
            throw new UnreadableFile(new Problem(
                    lines.number(), 1, "UTL1", "This trailer has no header; ask the bank for a new copy of the file."));
        }
        section.checkAccounts(report);
        total(4, 17, value -> section.checkTotal(report, Direction.DEBIT, value));
        total(17, 30, value -> section.checkTotal(report, Direction.CREDIT, value));
        total(30, 37, value -> section.checkCount(report, Direction.DEBIT, value));
        total(37, 44, value -> section.checkCount(report, Direction.CREDIT, value));
        if (!lines.text(44, 51).isEmpty()) {
            total(44, 51, value -> section.checkBalances(report, value));
        }
        section.closed = true;
        trailers++;
    }

    private void total(int from, int to, LongConsumer comparison) throws UnreadableFile {
        if (notDigits(from, to) >= 0) {
            problem(from, to, "A total in the trailer is missing or not made of digits");
            return;
        }
        comparison.accept(number(from, to));
    }

    private int notDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = lines.at(i);
            if (c < '0' || c > '9') {
                return i;
            }
        }
        return -1;
    }

    private long number(int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (lines.at(i) - '0');
        }
        return number;
    }

    private void problem(int from, int to, String what) throws UnreadableFile {
        report.problem(
                lines.number(), from + 1, lines.text(from, to), what + "; ask the bank for a new copy of the file.");
    }
}
