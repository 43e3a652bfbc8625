package localgov.ims.formats.profiles;

import java.math.BigDecimal;
import localgov.ims.formats.Balance;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.profiles.Figures.Figure;
import localgov.ims.formats.profiles.Sources.Source;
import org.jspecify.annotations.Nullable;

/// Reads a row with a balance.
final class BalanceReader {

    private final String kind;
    private final Figure amount;
    private final @Nullable DayReader days;
    private final Source day;
    private final Source account;

    BalanceReader(ProfileRecord.StatedBalance balance, Sources sources) {
        kind = balance.kind();
        amount = Figures.of(balance.amount(), sources);
        days = balance.day() == null ? null : new DayReader(balance.day());
        day = sources.text(balance.day() == null ? null : balance.day().value());
        account = sources.text(balance.account());
    }

    /// The account that it is of.
    String account(Row row, StatementHead head) {
        var named = EntryReader.account(account.of(row));
        return named.isEmpty() ? head.account() : named;
    }

    Figures.Read amount(Row row, StatementHead head) {
        return amount.of(row, head.currency());
    }

    Balance balance(Row row, BigDecimal value, StatementHead head) {
        return new Balance(kind, value, days == null ? head.day() : days.of(day.of(row)));
    }
}
