package localgov.ims.schedules;

import java.time.Instant;
import java.util.UUID;
import localgov.ims.imports.ImportId;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What somebody collected for the council, as one of their files has it.
///
/// @param importId the file
/// @param journal what it brought into the book
/// @param account where its money is waited for, such as `clearing:paypoint`
/// @param lines how many amounts it has
/// @param amount what they come to, less what they take back: what the bank is to bring
/// @param match the match that paid it; nothing while it waits
public record Schedule(
        UUID importId,
        long journal,
        String account,
        String fileName,
        Instant receivedAt,
        long lines,
        Money amount,
        @Nullable UUID match) {
    private static final String CLEARING = "clearing:";

    /// The code of the method by which it is paid over.
    public String method() {
        return account.substring(CLEARING.length());
    }

    public ImportId file() {
        return new ImportId(importId);
    }

    public boolean isWaiting() {
        return match == null;
    }
}
