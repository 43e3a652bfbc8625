package localgov.ims.formats.profiles;

import java.util.List;
import java.util.Map;
import localgov.ims.formats.Returned;
import org.jspecify.annotations.Nullable;

/// A kind of row. The first kind whose condition holds takes the row.
public sealed interface ProfileRecord extends ByName {

    /// Which rows are of this kind; null when all are that no kind before has taken.
    @Nullable
    ProfileCondition when();

    /// An entry.
    ///
    /// @param day the day of the books
    /// @param account our account; the one of the header when left out
    /// @param currency three letters; sterling when left out
    /// @param code the kind of payment
    /// @param texts everything else that may say what it is for
    /// @param reversal when the entry undoes another
    /// @param undoes what such an entry undoes, where the profile knows
    /// @param pending when the entry is not money yet
    /// @param identity what together tells the entry from every other of the same source
    /// @param balance the balance after the entry, in either order of rows
    record Line(
            @Nullable ProfileCondition when,
            ProfileDay day,
            @Nullable ProfileDay valueDay,
            ProfileAmount amount,
            @Nullable ProfileText account,
            @Nullable ProfileText currency,
            @Nullable ProfileText code,
            @Nullable ProfileText bankReference,
            @Nullable ProfileText payerName,
            @Nullable ProfileText payerAccount,
            @Nullable ProfileText payerReference,
            List<ProfileText> texts,
            @Nullable ProfileCondition reversal,
            Returned.@Nullable Kind undoes,
            @Nullable ProfileCondition pending,
            List<ProfileText> identity,
            @Nullable ProfileText fund,
            @Nullable ProfileText method,
            @Nullable ProfileText vatCode,
            @Nullable ProfileAmount vat,
            @Nullable ProfileAmount fee,
            @Nullable ProfileText office,
            @Nullable ProfileAmount balance)
            implements ProfileRecord {
        public Line {
            texts = List.copyOf(texts);
            identity = List.copyOf(identity);
        }
    }

    /// A row that says something about the rows behind it.
    ///
    /// @param section whether it begins a section with totals of its own
    /// @param optional whether a file may do without it
    /// @param values texts that entries take from here, by names of our own
    /// @param totals figures about what follows
    record Header(
            @Nullable ProfileCondition when,
            boolean section,
            boolean optional,
            Map<String, ProfileText> values,
            @Nullable ProfileText account,
            @Nullable ProfileText currency,
            @Nullable ProfileText identifier,
            @Nullable ProfileDay day,
            @Nullable ProfileAmount opening,
            List<ProfileTotal> totals)
            implements ProfileRecord {
        public Header {
            values = Map.copyOf(values);
            totals = List.copyOf(totals);
        }
    }

    /// A row behind the entries of a file or section.
    ///
    /// @param optional whether a section may do without it
    record Trailer(@Nullable ProfileCondition when, boolean optional, List<ProfileTotal> totals)
            implements ProfileRecord {
        public Trailer {
            totals = List.copyOf(totals);
        }
    }

    /// A row that says more about the entry before it.
    ///
    /// @param texts what it adds
    /// @param payerName the name, where the entry has none yet
    /// @param payerReference the reference, where the entry has none yet
    record Continuation(
            @Nullable ProfileCondition when,
            List<ProfileText> texts,
            @Nullable ProfileText payerName,
            @Nullable ProfileText payerReference)
            implements ProfileRecord {
        public Continuation {
            texts = List.copyOf(texts);
        }
    }

    /// A row with a balance.
    ///
    /// @param kind what the bank calls it
    record StatedBalance(
            @Nullable ProfileCondition when,
            String kind,
            ProfileAmount amount,
            @Nullable ProfileDay day,
            @Nullable ProfileText account)
            implements ProfileRecord {}

    /// A row that is no money, with the reason.
    record Ignored(@Nullable ProfileCondition when, String reason) implements ProfileRecord {}
}
