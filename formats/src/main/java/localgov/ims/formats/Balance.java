package localgov.ims.formats;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A balance stated by the bank.
///
/// @param kind the bank's own name for it: `OPBD`, `60F`, `010`, `ledger`
/// @param amount as written; positive when the account is in credit
/// @param day the day it is for, where the file says
public record Balance(
        String kind, BigDecimal amount, @Nullable LocalDate day) {}
