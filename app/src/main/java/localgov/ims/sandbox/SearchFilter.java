package localgov.ims.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a search asks for; a null asks for nothing. Times are exclusive on both ends, days of settlement inclusive.
record SearchFilter(
        @Nullable String reference,
        @Nullable String email,
        @Nullable String states,
        @Nullable String cardBrand,
        @Nullable String cardholder,
        @Nullable String firstDigits,
        @Nullable String lastDigits,
        @Nullable String agreement,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable LocalDate settledFrom,
        @Nullable LocalDate settledTo) {
    SearchFilter before(Instant limit) {
        var until = to == null || to.isAfter(limit) ? limit : to;
        return new SearchFilter(
                reference,
                email,
                states,
                cardBrand,
                cardholder,
                firstDigits,
                lastDigits,
                agreement,
                from,
                until,
                settledFrom,
                settledTo);
    }
}
