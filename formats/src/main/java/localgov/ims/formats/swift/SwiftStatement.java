package localgov.ims.formats.swift;

import java.math.BigDecimal;
import java.util.Locale;
import localgov.ims.formats.Balance;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.AccountNames;
import localgov.ims.formats.reading.Amount;
import localgov.ims.formats.reading.Days;
import localgov.ims.formats.reading.Report;
import localgov.ims.formats.reading.Running;
import org.jspecify.annotations.Nullable;

/// One statement of an MT940 or MT942 file, from its `:20:` to the next: what stood before its entries,
/// and its running totals.
final class SwiftStatement {

    private final Report report;
    private String accountField = "";
    private @Nullable String accountRead;
    private String number = "";
    private @Nullable Balance opening;
    private String currency = "";
    private boolean begun;
    private final Running running = new Running();
    private @Nullable Balance closing;

    SwiftStatement(Report report) {
        this.report = report;
    }

    void account(String text) {
        accountField = text.strip();
        accountRead = null;
    }

    void number(String text) {
        number = text.strip();
    }

    /// `:34F:GBPC0,00`: the floor limit names the currency of an interim report.
    void floorLimit(String text) {
        if (currency.isEmpty() && text.length() >= 3) {
            currency = text.substring(0, 3).toUpperCase(Locale.ROOT);
            accountRead = null;
        }
    }

    /// A balance, `C261120GBP1000,00`.
    void balance(String tag, long line, String text) throws UnreadableFile {
        var balance = read(tag, line, text);
        if (balance == null) {
            return;
        }
        if (tag.startsWith("60") && opening == null && !begun) {
            opening = balance;
        } else {
            begin();
            report.balance(account(), balance);
        }
        if (tag.startsWith("62") && closing == null) {
            closing = balance;
        }
    }

    private @Nullable Balance read(String tag, long line, String text) throws UnreadableFile {
        var field = text.strip();
        boolean whole = field.length() > 10 && "CDcd".indexOf(field.charAt(0)) >= 0;
        if (whole) {
            var stated = field.substring(7, 10).toUpperCase(Locale.ROOT);
            var amount = Amount.of(field.substring(10).strip(), stated);
            if (amount.fault() == null) {
                if (currency.isEmpty()) {
                    currency = stated;
                    accountRead = null;
                }
                boolean debit = field.charAt(0) == 'D' || field.charAt(0) == 'd';
                var signed = debit ? amount.value().negate() : amount.value();
                return new Balance(tag, signed, Days.yymmdd(field.substring(1, 7)));
            }
        }
        report.problem(
                line,
                tag.length() + 3,
                field,
                "This balance is not a mark, a day, a currency and an amount; ask the bank for a new copy of the file.");
        return null;
    }

    /// A control total of an interim report, `2GBP265,75`.
    void controlTotal(Direction direction, long line, String text) throws UnreadableFile {
        var field = text.strip();
        int letters = 0;
        while (letters < field.length() && field.charAt(letters) >= '0' && field.charAt(letters) <= '9') {
            letters++;
        }
        var amount = field.length() < letters + 4 || letters == 0
                ? null
                : Amount.of(field.substring(letters + 3), field.substring(letters, letters + 3));
        if (amount == null || amount.fault() != null) {
            report.problem(
                    line,
                    6,
                    field,
                    "This total is not a number, a currency and an amount; ask the bank for a new copy of the file.");
            return;
        }
        begin();
        boolean credit = direction == Direction.CREDIT;
        var count = field.substring(0, letters).replaceFirst("^0+(?=.)", "");
        var actual = running.count(direction);
        report.check(Check.block(
                credit ? "credit-count" : "debit-count", count, actual, count.equals(Long.toString(actual))));
        report.check(Check.block(
                credit ? "credit-total" : "debit-total",
                amount.value().toPlainString(),
                running.sum(direction).toPlainString(),
                Running.same(amount.value(), running.sum(direction))));
    }

    /// Tells the head, once.
    void begin() {
        if (!begun) {
            begun = true;
            var day = opening == null ? null : opening.day();
            report.statement(new StatementHead(account(), currency, number, day, opening));
            report.numbered(account(), number.split("/", -1)[0]);
        }
    }

    void entry(SwiftEntry entry) throws UnreadableFile {
        begin();
        var line = entry.line(account(), currency, report);
        if (line != null) {
            report.line(line);
            if (line.booking() == Booking.BOOKED) {
                running.add(line.direction(), line.amount());
            }
        }
    }

    /// Whether the bank closed the statement with a balance.
    boolean isClosed() {
        return closing != null;
    }

    void compare() {
        begin();
        if (opening != null && closing != null) {
            BigDecimal actual = opening.amount().add(running.net());
            report.check(Check.warn(
                    "closing-balance",
                    closing.amount().toPlainString(),
                    actual.toPlainString(),
                    Running.same(closing.amount(), actual)));
        }
    }

    /// Our account. Some banks write the currency behind it.
    private String account() {
        if (accountRead == null) {
            accountRead = readAccount();
        }
        return accountRead;
    }

    private String readAccount() {
        var field = accountField;
        if (!currency.isEmpty() && field.endsWith(currency) && field.length() > currency.length()) {
            field = field.substring(0, field.length() - currency.length());
        }
        return AccountNames.of(field);
    }
}
