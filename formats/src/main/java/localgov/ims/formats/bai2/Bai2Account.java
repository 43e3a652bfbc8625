package localgov.ims.formats.bai2;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.Balance;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Returned;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.AccountNames;
import localgov.ims.formats.reading.Amount;
import localgov.ims.formats.reading.Days;
import localgov.ims.formats.reading.Report;
import localgov.ims.formats.reading.Running;
import org.jspecify.annotations.Nullable;

/// One account section of a BAI2 file: its balances and summaries (03), its entries (16) and its trailer (49).
final class Bai2Account {

    private static final int FIRST_BALANCE = 2;

    private final Report report;
    private final LocalDate day;
    private final String account;
    private final String currency;
    private final int decimals;
    private final Running running = new Running();
    private @Nullable Balance opening;
    private @Nullable Balance closing;
    private @Nullable BigDecimal totalCredits;
    private @Nullable BigDecimal totalDebits;
    private BigDecimal control = BigDecimal.ZERO;
    private long records;

    /// @param record the 03
    Bai2Account(Report report, Bai2Record record, String groupCurrency, LocalDate day, String identifier)
            throws UnreadableFile {
        this.report = report;
        this.day = day;
        var fields = record.fields();
        account = AccountNames.of(fields.getFirst());
        var own = fields.size() > 1 ? fields.get(1).strip() : "";
        currency = own.isEmpty() ? groupCurrency : own;
        decimals = currency.isEmpty() ? 2 : Math.min(3, Amount.decimals(currency));
        records = record.physical();
        var balances = balances(record, fields);
        report.statement(new StatementHead(account, currency, identifier, day, opening));
        balances.forEach(balance -> report.balance(account, balance));
    }

    /// Type, amount, count and funds type, repeated. The funds type decides how many fields belong to it.
    private List<Balance> balances(Bai2Record record, List<String> fields) throws UnreadableFile {
        var others = new ArrayList<Balance>();
        int at = FIRST_BALANCE;
        while (at < fields.size()) {
            var type = fields.get(at).strip();
            var written = field(fields, at + 1);
            if (!written.isEmpty()) {
                var amount = amount(written);
                if (amount == null) {
                    problem(record, written, "This balance is not an amount in the smallest coin");
                } else {
                    control = control.add(amount);
                    keep(new Balance(type, amount, day), others);
                }
            }
            at = afterFunds(fields, at + 3);
        }
        return others;
    }

    private void keep(Balance balance, List<Balance> others) {
        switch (balance.kind()) {
            case "010" -> opening = balance;
            case "100" -> totalCredits = balance.amount();
            case "400" -> totalDebits = balance.amount();
            case "015" -> {
                closing = balance;
                others.add(balance);
            }
            default -> {
                if (balance.kind().startsWith("0")) {
                    others.add(balance);
                }
            }
        }
    }

    /// The position behind the funds type at a position: S has three amounts, V a day and a time, D a count and
    /// pairs.
    private static int afterFunds(List<String> fields, int at) {
        return switch (field(fields, at)) {
            case "S" -> at + 4;
            case "V" -> at + 3;
            case "D" -> at + 2 + 2 * pairs(field(fields, at + 1));
            default -> at + 1;
        };
    }

    private static int pairs(String count) {
        return count.matches("\\d{1,2}") ? Integer.parseInt(count) : 0;
    }

    private static String field(List<String> fields, int at) {
        return at < fields.size() ? fields.get(at).strip() : "";
    }

    /// An amount in the smallest coin, with its sign; null when it is none.
    private @Nullable BigDecimal amount(String written) {
        var digits = written.startsWith("+") || written.startsWith("-") ? written.substring(1) : written;
        if (!digits.matches("\\d{1,18}")) {
            return null;
        }
        var value = BigDecimal.valueOf(Long.parseLong(digits), decimals);
        return written.startsWith("-") ? value.negate() : value;
    }

    /// One entry (16).
    void entry(Bai2Record record) throws UnreadableFile {
        records += record.physical();
        var fields = record.fields();
        var type = field(fields, 0);
        if (!type.matches("\\d{3}")) {
            problem(record, type, "The type of this entry is not three digits");
            return;
        }
        int kind = Integer.parseInt(type);
        boolean money = kind >= 100 && kind < 700;
        var written = field(fields, 1);
        var amount = written.isEmpty() && !money ? BigDecimal.valueOf(0, decimals) : amount(written);
        if (amount == null) {
            problem(record, written, "This is not an amount in the smallest coin");
            return;
        }
        control = control.add(amount);
        if (amount.signum() < 0) {
            problem(record, written, "This amount is negative, although its type says the direction");
            return;
        }
        var direction = kind >= 400 && kind < 700 ? Direction.DEBIT : Direction.CREDIT;
        if (money) {
            running.add(direction, amount);
        } else if (amount.signum() > 0 && kind != 890) {
            problem(
                    record,
                    type,
                    "This type is neither a credit (100 to 399) nor a debit (400 to 699); it is not posted");
        }
        report.line(line(record, fields, direction, amount, money ? Booking.BOOKED : Booking.INFORMATION));
    }

    private StatementLine line(
            Bai2Record record, List<String> fields, Direction direction, BigDecimal amount, Booking booking) {
        int references = afterFunds(fields, 2);
        var returned = undone(Integer.parseInt(field(fields, 0)));
        var valued = field(fields, 2).equals("V") ? Days.yymmdd(field(fields, 3)) : null;
        return new StatementLine(
                record.line(),
                account,
                currency,
                day,
                valued,
                direction,
                amount,
                booking,
                false,
                field(fields, 0),
                field(fields, references),
                "",
                "",
                field(fields, references + 1),
                record.texts(references + 2),
                List.of(),
                returned == null ? null : new Returned(returned, field(fields, references + 1), ""));
    }

    /// The trailer (49): the sum of all amounts of the section as they are written, and the number of its records.
    ///
    /// @return the stated sum, for the total of the group
    BigDecimal close(Bai2Record record) throws UnreadableFile {
        records += record.physical();
        var fields = record.fields();
        var stated = amount(field(fields, 0));
        var shown = stated == null ? field(fields, 0) : stated.toPlainString();
        report.check(Check.block(
                "account-control-total",
                shown,
                control.toPlainString(),
                stated != null && Running.same(stated, control)));
        Bai2Reader.count(report, "account-record-count", field(fields, 1), records);
        total("total-credits", totalCredits, Direction.CREDIT);
        total("total-debits", totalDebits, Direction.DEBIT);
        if (opening != null && closing != null) {
            var actual = opening.amount().add(running.net());
            report.check(Check.warn(
                    "closing-balance",
                    closing.amount().toPlainString(),
                    actual.toPlainString(),
                    Running.same(closing.amount(), actual)));
        }
        return stated == null ? BigDecimal.ZERO : stated;
    }

    private void total(String name, @Nullable BigDecimal stated, Direction direction) {
        if (stated != null) {
            var actual = running.sum(direction);
            report.check(Check.warn(
                    name, stated.toPlainString(), actual.toPlainString(), Running.same(stated.abs(), actual)));
        }
    }

    long records() {
        return records;
    }

    private void problem(Bai2Record record, String value, String what) throws UnreadableFile {
        report.problem(record.line(), 4, value, what + "; ask the bank what it means.");
    }

    /// What a type of BAI2 says came back; null when it says nothing of the kind.
    private static Returned.@Nullable Kind undone(int type) {
        return switch (type) {
            case 555, 566 -> Returned.Kind.CHEQUE;
            case 557 -> Returned.Kind.DIRECT_DEBIT;
            case 552, 558 -> Returned.Kind.RECALLED;
            case 252, 255, 257, 258 -> Returned.Kind.SENT_BACK;
            default -> null;
        };
    }
}
