package localgov.ims.imports;

import java.util.UUID;
import localgov.ims.formats.Stated;
import localgov.ims.formats.StatementLine;
import org.jspecify.annotations.Nullable;

/// An entry that has been read and is to be decided together with its neighbours in the file.
final class Pending {
    final StatementLine line;
    final Stated stated;
    final long pence;

    /// Where its money stands: see [Standing.Named.As].
    final String bankAccount;

    /// Nothing for an entry that is not money.
    final @Nullable UUID print;

    /// The statement of the file that it is of.
    final OwnStatement of;

    /// Its number among the entries that are alike, from 1.
    int occurrence;

    /// Whether the file has one before it that is alike.
    boolean isRepeat;

    /// The same entry in an earlier file.
    LineStore.@Nullable Seen earlier;

    Pending(StatementLine line, Stated stated, long pence, String bankAccount, @Nullable UUID print, OwnStatement of) {
        this.line = line;
        this.stated = stated;
        this.pence = pence;
        this.bankAccount = bankAccount;
        this.print = print;
        this.of = of;
    }
}
