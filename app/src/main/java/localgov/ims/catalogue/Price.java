package localgov.ims.catalogue;

import localgov.ims.kernel.Money;

/// What one payment to a fund costs.
///
/// @param kind who may pay another amount all the same
public record Price(Money amount, PriceKind kind) {
    /// Whether nothing else is paid by whoever stands at this door.
    public boolean holds(Door door) {
        return switch (kind) {
            case FIXED -> true;
            case STAFF_MAY_CHANGE -> door == Door.PAYERS;
            case SUGGESTED -> false;
        };
    }
}
