package localgov.ims.unpaid;

import java.time.LocalDate;
import localgov.ims.ledger.Source;

/// A bank returned a receipt unpaid, and the money is out of its funds again. Told within the database transaction that
/// writes it down.
///
/// @param receipt what had brought it
/// @param day the bank's
public record ReturnedUnpaid(Source receipt, LocalDate day) {}
