package localgov.ims.accounts;

import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// An account holder of a fund.
///
/// @param number the reference, as it is kept
/// @param address lines separated by new lines; may be empty
/// @param balance what is owed, below zero when in credit; none when the service system does not say
/// @param stopped whether payments are refused
/// @param stopMessage what the payer is told then; may be empty
/// @param messageCode by which the service system says that a message of the fund concerns it; may be empty
public record Account(
        String fund,
        String number,
        String name,
        String address,
        @Nullable Money balance,
        boolean stopped,
        String stopMessage,
        String messageCode) {}
