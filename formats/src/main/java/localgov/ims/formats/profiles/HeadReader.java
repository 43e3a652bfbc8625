package localgov.ims.formats.profiles;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.formats.Balance;
import localgov.ims.formats.Problem;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.profiles.Figures.Figure;
import localgov.ims.formats.profiles.Sources.Source;
import org.jspecify.annotations.Nullable;

/// Reads what a header row says about the rows behind it.
final class HeadReader {

    /// @param problem what is wrong with the row, or null
    record Read(StatementHead head, @Nullable Problem problem) {}

    final ProfileRecord.Header header;
    final List<TotalReader> totals;
    private final @Nullable DayReader days;
    private final Source day;
    private final @Nullable Integer dayPlace;
    private final Source account;
    private final Source currency;
    private final Source identifier;
    private final Figure opening;

    HeadReader(ProfileRecord.Header header, Sources sources) {
        this.header = header;
        totals = TotalReader.of(header.totals(), sources);
        var written = header.day();
        days = written == null ? null : new DayReader(written);
        day = sources.text(written == null ? null : written.value());
        dayPlace = sources.place(written == null ? null : written.value());
        account = sources.text(header.account());
        currency = sources.text(header.currency());
        identifier = sources.text(header.identifier());
        opening = Figures.of(header.opening(), sources);
    }

    /// What is known now: what the row says, and where it says nothing, what was known before.
    Read read(Row row, StatementHead before) {
        var read = days == null ? null : days.of(day.of(row));
        if (days != null && read == null) {
            return new Read(
                    before,
                    new Problem(
                            row.line(),
                            dayPlace,
                            day.of(row),
                            "This is not a day as the profile says that days are written."));
        }
        var coin = currency.of(row);
        if (!coin.isEmpty() && !EntryReader.isCurrency(coin)) {
            return new Read(
                    before, new Problem(row.line(), null, coin, "This is not a currency of three capital letters."));
        }
        var money = opening.of(row, coin.isEmpty() ? before.currency() : coin);
        LocalDate known = read == null ? before.day() : read;
        var balance = money.value() == null ? before.opening() : new Balance("opening", money.value(), known);
        var named = EntryReader.account(account.of(row));
        var number = identifier.of(row);
        return new Read(
                new StatementHead(
                        named.isEmpty() ? before.account() : named,
                        coin.isEmpty() ? before.currency() : coin,
                        number.isEmpty() ? before.identifier() : number,
                        known,
                        balance),
                money.problem());
    }
}
