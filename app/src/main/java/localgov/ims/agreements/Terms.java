package localgov.ims.agreements;

import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What is to be paid and in which rhythm.
///
/// @param amount all of it for instalments; each time for a payment that recurs
/// @param times how many instalments; nothing for a payment that recurs
/// @param day the day of the month, when it is monthly: one that is in every month
/// @param until the last day on which a payment that recurs may be taken; nothing for one without an end
record Terms(
        AgreementKind kind,
        Every every,
        Money amount,
        @Nullable Integer times,
        int day,
        @Nullable LocalDate until) {
    static final int FEWEST = 2;
    static final int MOST = 60;
    static final int LAST_DAY = 28;

    Terms {
        if (!amount.isPositive() || day < 1 || day > LAST_DAY) {
            throw new IllegalArgumentException("An agreement is about money, on a day that is in every month");
        }
        if (kind == AgreementKind.INSTALMENTS && (times == null || times < FEWEST || times > MOST)) {
            throw new IllegalArgumentException("Instalments are between 2 and 60");
        }
    }
}
