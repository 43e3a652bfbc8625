package localgov.ims.formats;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The beginning of a statement or of the section of one account.
///
/// @param account our account as the bank writes it: sort code and account number, IBAN, or another identifier; empty
///     when the file names none
/// @param currency three letters of ISO 4217; empty when the file does not say
/// @param identifier the statement's number or identifier; empty when there is none
/// @param day the day that the statement is for
/// @param opening the balance before the first line
public record StatementHead(
        String account,
        String currency,
        String identifier,
        @Nullable LocalDate day,
        @Nullable Balance opening) {}
