package localgov.ims.formats.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import localgov.ims.formats.Direction;
import org.jspecify.annotations.Nullable;

/// The plain answers that are enough for most files with delimiters: one row for each entry, and which column holds
/// what. [#profile] makes a profile of them, and [Proposal] proposes them for a file that nobody has described yet.
///
/// A column is named by its heading, or where the file has no headings by its number, counted from 1. An empty name is
/// no column.
///
/// @param skip rows before the headings, or before the first entry
/// @param width how many columns each row has where there are no headings
/// @param money where the money of its entries is; null until somebody has said so
/// @param dayless whether rows without a day, such as a total, are left out. A row that has a reference is
/// an entry, whatever it lacks.
/// @param amounts how the direction of an amount is said
/// @param amount the amount, or what came in
/// @param paidOut what went out, where that has a column of its own
/// @param mark the column that says the direction
/// @param in what it says of an entry that came in; an entry of which it says neither is a problem, never a guess
/// @param out what it says of an entry that went out
/// @param pence whether amounts are written in pence
/// @param sortCode a column of our own account, as is `account`
/// @param texts all other columns that may say what an entry is for
public record Columns(
        String code,
        String name,
        @Nullable ProfileMoney money,
        String delimiter,
        boolean headings,
        int skip,
        int width,
        String day,
        String dayFormat,
        boolean dayless,
        Amounts amounts,
        String amount,
        String paidOut,
        String mark,
        String in,
        String out,
        boolean pence,
        String reference,
        String payer,
        String sortCode,
        String account,
        String identity,
        String balance,
        List<String> texts) {

    /// How a row begins that stands where references do and is none.
    private static final List<String> NO_REFERENCES = List.of(
            "total", "sub", "grand", "sum", "balance", "count", "number", "end", "cyfanswm", "is-gyfanswm", "balans");

    public Columns {
        texts = List.copyOf(texts);
    }

    /// How the direction of an amount is said.
    public enum Amounts {
        /// By a minus.
        SIGNED,
        /// By two columns, one for what came in and one for what went out.
        TWO,
        /// By a word in another column.
        MARKED,
        /// Not at all: everything came in, and what has a minus went out again.
        IN
    }

    /// The profile that these answers describe. Whether it has faults, it says itself.
    public Profile profile() {
        return profile(money);
    }

    /// The same for looking at a sample while nobody has said yet where the money is: it posts nothing.
    public Profile trial() {
        return profile(money == null ? ProfileMoney.ADVICE : money);
    }

    private Profile profile(@Nullable ProfileMoney money) {
        var records = new ArrayList<ProfileRecord>();
        if (dayless) {
            records.add(new ProfileRecord.Ignored(noEntry(), "A row without a day."));
        }
        records.add(line());
        var shape = new ProfileShape.Delimited(
                delimiter,
                null,
                null,
                headings ? ProfileShape.Headings.FIRST : null,
                skip == 0 ? null : Integer.valueOf(skip),
                headings ? null : Integer.valueOf(width),
                false);
        return new Profile(Profile.LANGUAGE, code, 1, name, "", money, shape, records);
    }

    private ProfileCondition noEntry() {
        if (reference.isEmpty()) {
            return empty(day);
        }
        var noReference = Stream.concat(
                Stream.of(empty(reference)), NO_REFERENCES.stream().map(this::beginsWith));
        return new ProfileCondition.All(List.of(empty(day), new ProfileCondition.Any(noReference.toList())));
    }

    private ProfileCondition empty(String column) {
        return new ProfileCondition.Test(named(column), null, List.of(), null, null, null, Boolean.TRUE, null, null);
    }

    private ProfileCondition beginsWith(String word) {
        return new ProfileCondition.Test(named(reference), null, List.of(), word, null, null, null, null, null);
    }

    private ProfileRecord line() {
        return new ProfileRecord.Line(
                null,
                new ProfileDay(named(day), List.of(dayFormat), null),
                null,
                figures(),
                ownAccount(),
                null,
                null,
                null,
                text(payer),
                null,
                without(reference, "'"),
                texts.stream().map(this::named).toList(),
                null,
                null,
                null,
                identity.isEmpty() ? List.of() : List.of(named(identity)),
                null,
                null,
                null,
                null,
                null,
                null,
                balance.isEmpty() ? null : new ProfileAmount.One(named(balance), decimals(), false, null, false));
    }

    private ProfileAmount figures() {
        return switch (amounts) {
            case TWO -> new ProfileAmount.Two(named(amount), named(paidOut), decimals(), false, false);
            case SIGNED -> one(null);
            case IN -> one(new ProfileAmount.Sign(Direction.CREDIT, null, List.of(), List.of(), null));
            case MARKED -> one(new ProfileAmount.Sign(null, named(mark), List.of(in), List.of(out), null));
        };
    }

    private ProfileAmount one(ProfileAmount.@Nullable Sign sign) {
        return new ProfileAmount.One(named(amount), decimals(), false, sign, false);
    }

    private @Nullable Integer decimals() {
        return pence ? Integer.valueOf(2) : null;
    }

    /// Sort code and account number as one; banks put an apostrophe before either.
    private @Nullable ProfileText ownAccount() {
        var number = without(account, "'");
        var sort = without(sortCode, "- '");
        if (number == null || sort == null) {
            return number;
        }
        return new ProfileText.Join(List.of(sort, number), " ");
    }

    private @Nullable ProfileText without(String column, String characters) {
        return column.isEmpty()
                ? null
                : new ProfileText.Tidied(named(column), null, null, null, null, null, characters, Map.of(), null);
    }

    private @Nullable ProfileText text(String column) {
        return column.isEmpty() ? null : named(column);
    }

    private ProfileText named(String column) {
        return headings ? new ProfileText.Heading(column, List.of(), false) : new ProfileText.Column(column);
    }
}
