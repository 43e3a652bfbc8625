package localgov.ims.formats.profiles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Problem;
import localgov.ims.formats.Returned;
import localgov.ims.formats.Stated;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.profiles.Figures.Figure;
import localgov.ims.formats.profiles.Sources.Source;
import localgov.ims.formats.reading.AccountNames;
import org.jspecify.annotations.Nullable;

/// Makes an entry of a row.
final class EntryReader {

    private static final Pattern DASHED_SORT_CODE = Pattern.compile("(\\d\\d)-(\\d\\d)-(\\d\\d)[ /-]?(\\d{8})");

    /// An entry, or what is wrong with its row.
    ///
    /// @param balance the balance after it, where the row says
    record Entry(
            @Nullable StatementLine line,
            Stated stated,
            @Nullable BigDecimal balance,
            @Nullable Problem problem) {

        static Entry wrong(Problem problem) {
            return new Entry(null, Stated.NOTHING, null, problem);
        }
    }

    private final DayReader days;
    private final @Nullable DayReader valueDays;
    private final Source day;
    private final Source valueDay;
    private final @Nullable Integer dayPlace;
    private final @Nullable Integer valueDayPlace;
    private final @Nullable Integer amountPlace;
    private final @Nullable Integer currencyPlace;
    private final Figure amount;
    private final Figure vat;
    private final Figure fee;
    private final Figure balance;
    private final @Nullable Source account;
    private final @Nullable Source currency;
    private final Source code;
    private final Source bankReference;
    private final Source payerName;
    private final Source payerAccount;
    private final Source payerReference;
    private final List<Source> texts;
    private final List<Source> identity;
    private final Source fund;
    private final Source method;
    private final Source vatCode;
    private final Source office;
    private final @Nullable Predicate<Row> reversal;
    private final Returned.@Nullable Kind undoes;
    private final @Nullable Predicate<Row> pending;

    EntryReader(ProfileRecord.Line line, Sources sources) {
        days = new DayReader(line.day());
        day = sources.text(line.day().value());
        dayPlace = sources.place(line.day().value());
        var other = line.valueDay();
        valueDays = other == null ? null : new DayReader(other);
        valueDay = sources.text(other == null ? null : other.value());
        valueDayPlace = sources.place(other == null ? null : other.value());
        amount = Figures.of(line.amount(), sources);
        amountPlace = sources.place(
                switch (line.amount()) {
                    case ProfileAmount.One one -> one.value();
                    case ProfileAmount.Two two -> two.paidIn();
                });
        vat = Figures.of(line.vat(), sources);
        fee = Figures.of(line.fee(), sources);
        balance = Figures.of(line.balance(), sources);
        account = line.account() == null ? null : sources.text(line.account());
        currency = line.currency() == null ? null : sources.text(line.currency());
        currencyPlace = sources.place(line.currency());
        code = sources.text(line.code());
        bankReference = sources.text(line.bankReference());
        payerName = sources.text(line.payerName());
        payerAccount = sources.text(line.payerAccount());
        payerReference = sources.text(line.payerReference());
        texts = sources.texts(line.texts());
        identity = sources.texts(line.identity());
        fund = sources.text(line.fund());
        method = sources.text(line.method());
        vatCode = sources.text(line.vatCode());
        office = sources.text(line.office());
        reversal = line.reversal() == null ? null : sources.condition(line.reversal());
        undoes = line.undoes();
        pending = line.pending() == null ? null : sources.condition(line.pending());
    }

    /// @param from what the header says where the row says nothing
    Entry read(Row row, StatementHead from) {
        var coin = currency == null ? from.currency() : currency.of(row);
        if (!coin.isEmpty() && !isCurrency(coin)) {
            return wrong(row, currencyPlace, coin, "This is not a currency of three capital letters.");
        }
        var figures = amount.of(row, coin);
        var value = figures.value();
        if (value == null) {
            return figures.problem() == null
                    ? wrong(row, amountPlace, null, "This row has no amount.")
                    : Entry.wrong(figures.problem());
        }
        var written = day.of(row);
        var bookedOn = written.isEmpty() ? from.day() : days.of(written);
        if (bookedOn == null) {
            return wrong(row, dayPlace, written, "This is not a day as the profile says that days are written.");
        }
        var valueOn = valueDays == null || valueDay.of(row).isEmpty() ? null : valueDays.of(valueDay.of(row));
        if (valueDays != null && valueOn == null && !valueDay.of(row).isEmpty()) {
            return wrong(
                    row,
                    valueDayPlace,
                    valueDay.of(row),
                    "This is not a day as the profile says that days are written.");
        }
        return read(row, from, coin, value, bookedOn, valueOn);
    }

    private Entry read(
            Row row,
            StatementHead from,
            String coin,
            BigDecimal value,
            LocalDate bookedOn,
            @Nullable LocalDate valueOn) {
        var tax = vat.of(row, coin);
        var kept = fee.of(row, coin);
        var after = balance.of(row, coin);
        for (var read : List.of(tax, kept, after)) {
            if (read.problem() != null) {
                return Entry.wrong(read.problem());
            }
        }
        boolean undone = reversal != null && reversal.test(row);
        var line = new StatementLine(
                row.line(),
                account == null ? from.account() : account(account.of(row)),
                coin,
                bookedOn,
                valueOn,
                value.signum() < 0 ? Direction.DEBIT : Direction.CREDIT,
                value.abs(),
                pending != null && pending.test(row) ? Booking.PENDING : Booking.BOOKED,
                undone,
                code.of(row),
                bankReference.of(row),
                payerName.of(row),
                account(payerAccount.of(row)),
                payerReference.of(row),
                all(texts, row),
                List.of(),
                undone && undoes != null ? new Returned(undoes, "", code.of(row)) : null);
        return new Entry(line, stated(row, tax.value(), kept.value()), after.value(), null);
    }

    private Stated stated(Row row, @Nullable BigDecimal tax, @Nullable BigDecimal kept) {
        return new Stated(
                String.join(" ", all(identity, row)),
                fund.of(row),
                method.of(row),
                vatCode.of(row),
                tax,
                kept,
                office.of(row));
    }

    static List<String> all(List<Source> sources, Row row) {
        var texts = new ArrayList<String>(sources.size());
        for (var source : sources) {
            var text = source.of(row);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /// Sort code and account number in the one form that all formats share.
    static String account(String written) {
        var dashed = DASHED_SORT_CODE.matcher(written);
        return dashed.matches()
                ? dashed.group(1) + dashed.group(2) + dashed.group(3) + dashed.group(4)
                : AccountNames.of(written);
    }

    static boolean isCurrency(String text) {
        return text.length() == 3 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static Entry wrong(Row row, @Nullable Integer place, @Nullable String value, String sentence) {
        return Entry.wrong(new Problem(row.line(), place, value, sentence));
    }
}
