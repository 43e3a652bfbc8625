package localgov.ims.payouts;

import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What a provider says that it paid out on a day.
///
/// @param provider the code of the provider's account
/// @param settledOn the day by the provider's own reckoning
/// @param payments how many payments are in it
/// @param gross what they come to
/// @param fee what the provider kept
/// @param wentBack what refunds and disputes took out of it
/// @param net gross without fees and without what went back: less than nothing when more went back
/// @param journal of the bank's line, with its number in `line` and what had been told when they were matched in
/// `banked`
/// @param because why the bank shows none, as somebody wrote, when `explained` was told
public record Payout(
        String provider,
        LocalDate settledOn,
        int payments,
        Money gross,
        Money fee,
        Money wentBack,
        Money net,
        @Nullable Long journal,
        @Nullable Integer line,
        @Nullable Money banked,
        @Nullable Instant matchedAt,
        @Nullable String matchedBy,
        @Nullable String because,
        @Nullable Money explained,
        @Nullable Instant explainedAt,
        @Nullable String explainedBy) {

    /// How it stands with the bank.
    public enum State {
        /// The bank's line is known and comes to the same.
        MATCHED,
        /// Nothing was paid out.
        NOTHING,
        /// Somebody has written down why the bank shows none.
        EXPLAINED,
        /// Its line may still come.
        EXPECTED,
        /// The bank's line is known, and the provider has told something else since.
        DIFFERS,
        /// The bank's line is not known.
        MISSING
    }

    /// @param lastDay the last day of which a payout is late when its line has not come
    public State state(LocalDate lastDay) {
        if (net.equals(banked)) {
            return State.MATCHED;
        }
        if (net.equals(explained)) {
            return State.EXPLAINED;
        }
        if (banked != null) {
            return State.DIFFERS;
        }
        if (net.isZero()) {
            return State.NOTHING;
        }
        return settledOn.isAfter(lastDay) ? State.EXPECTED : State.MISSING;
    }

    /// A line of the bank that has its amount and is no payout yet.
    ///
    /// @param narrative what the bank wrote, for those who may read it
    public record Candidate(long journal, int line, LocalDate happenedOn, Money pence, String narrative) {}
}
